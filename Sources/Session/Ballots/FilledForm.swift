import WorkbenchKit

/// A form that came back.
struct FilledForm {
  /// Something in a form that cannot be taken.
  struct Fault {
    let line: Int
    let code: String
    let text: Text
  }

  let file: ReadFile
  let place: Place?
  /// The mark of its ballot.
  let mark: String
  let sheet: BallotSheet
  /// A form with more lines than this is none.
  private static let rowLimit = 2_000
  private let columns: [BallotForm.Column: Int]
  private(set) var role = ""

  /// Takes another name of the role for it.
  mutating func call(_ role: String) { self.role = role }

  private(set) var answers: [Int: Value] = [:]
  /// The questions that have no line in the file.
  private(set) var lacking: [Int] = []
  private(set) var faults: [Fault] = []
  private(set) var notices: [Notice]

  /// Finds out of which ballot a file is.
  ///
  /// - Throws: `ballot.form` for what is no form of a ballot, or has lost a column; `file.*`, `personal.found`.
  init(_ file: ReadFile, at place: Place?) throws {
    self.file = file
    self.place = place
    do { sheet = try BallotFile.sheet(file) } catch let error as Diagnostic { throw error.at(place) }
    columns = try Self.columns(sheet.header, of: file)
    notices = sheet.notices
    try Self.demandNobody(in: sheet, of: file)
    guard sheet.rows.count <= Self.rowLimit else {
      throw Diagnostic(
        "ballot.form",
        Text(
          nl: "'\(file.name)' heeft \(sheet.rows.count) regels: dat is geen stembiljet",
          en: "'\(file.name)' has \(sheet.rows.count) lines: that is no ballot"), place: place)
    }
    let index = columns[.ballot] ?? 0
    let marks = sheet.rows.reduce(into: [String]()) { marks, row in
      if !row.cells[index].isEmpty, !marks.contains(row.cells[index]) { marks.append(row.cells[index]) }
    }
    guard let mark = marks.first, marks.count == 1 else {
      throw Diagnostic(
        "ballot.form",
        marks.isEmpty
          ? Text(
            nl: "'\(file.name)' zegt niet van welk stembiljet het is",
            en: "'\(file.name)' does not say of which ballot it is")
          : Text(
            nl: "in '\(file.name)' staan \(marks.count) stembiljetten door elkaar",
            en: "'\(file.name)' mixes \(marks.count) ballots"),
        wayOut: Text(
          nl: "laat de kolom 'stembiljet' staan zoals zij was", en: "leave the column 'ballot' as it was"), place: place
      )
    }
    self.mark = mark
  }

  /// One number of a person among answers is too few for the guard of columns; here each cell was filled in on its own.
  ///
  /// - Throws: `personal.found`, which never repeats it.
  private static func demandNobody(in sheet: BallotSheet, of file: ReadFile) throws {
    for row in sheet.rows {
      for (name, cell) in zip(sheet.header, row.cells) {
        guard let kind = FreeWords.finding(in: cell) else { continue }
        throw Diagnostic(
          "personal.found",
          Text(
            nl: "in de kolom '\(name)' staat \(kind.one.nl); er is niets overgenomen",
            en: "in the column '\(name)' stands \(kind.one.en); nothing was taken"),
          wayOut: BallotFile.withoutPersons, place: Place(source: file.path, line: row.line, column: 1))
      }
    }
  }

  private static func columns(_ header: [String], of file: ReadFile) throws -> [BallotForm.Column: Int] {
    var columns: [BallotForm.Column: Int] = [:]
    for column in BallotForm.Column.allCases {
      let places = column.places(in: header)
      columns[column] = places.first
      if places.count > 1 {
        throw Diagnostic(
          "ballot.form",
          Text(
            nl: "'\(file.name)' heeft \(places.count) kolommen '\(column.name.nl)'",
            en: "'\(file.name)' has \(places.count) columns '\(column.name.en)'"),
          place: Place(source: file.path, line: 1, column: 1))
      }
    }
    guard let lacking = BallotForm.Column.allCases.first(where: { $0.isNeeded && columns[$0] == nil }) else {
      return columns
    }
    let name = lacking.name
    throw Diagnostic(
      "ballot.form",
      Text(nl: "'\(file.name)' heeft geen kolom '\(name.nl)'", en: "'\(file.name)' has no column '\(name.en)'"),
      wayOut: Text(
        nl: "kolommen: \(Text.list(header, atMost: 8).nl); geef de kolom haar naam terug, haar plaats doet er niet toe",
        en: "columns: \(Text.list(header, atMost: 8).en); give the column its name back, its place does not matter"),
      place: Place(source: file.path, line: 1, column: 1))
  }

  private func cell(_ column: BallotForm.Column, _ row: BallotSheet.Row) -> String {
    columns[column].map { row.cells[$0] } ?? ""
  }

  // MARK: What stands in it

  /// Reads the role and the answers.
  ///
  /// - Parameters:
  ///   - ballot: what was asked.
  ///   - shown: a text as it left the session when the form was written.
  mutating func read(_ ballot: KeptBallot, as shown: (String) -> String) {
    noteOtherColumns()
    var seen: Set<Int> = []
    var hasRole = false
    let roleMarks = [BallotForm.roleMark.nl, BallotForm.roleMark.en]
    for row in sheet.rows {
      let number = cell(.number, row)
      if roleMarks.contains(number.lowercased()) {
        if hasRole { fault(row, Text(nl: "de rol staat er twee keer", en: "the role stands there twice")) }
        hasRole = true
        readRole(row)
        continue
      }
      guard let index = NumberReadings.of(number).first.flatMap({ Int(exactly: $0) }),
        ballot.questions.indices.contains(index - 1)
      else {
        fault(
          row,
          Text(
            nl: "'\(BallotAnswer.short(number))' is geen vraag van dit stembiljet",
            en: "'\(BallotAnswer.short(number))' is no question of this ballot"))
        continue
      }
      if !seen.insert(index).inserted {
        fault(row, Text(nl: "vraag \(index) staat er twee keer", en: "question \(index) stands there twice"))
        continue
      }
      read(row, index, ballot.questions[index - 1], ballot, shown)
    }
    if role.isEmpty, faults.isEmpty {
      fault("ballot.role", Text(nl: "er staat geen rol bij", en: "it names no role"))
    }
    lacking = ballot.questions.indices.map { $0 + 1 }.filter { !seen.contains($0) }
    demandTotal(ballot)
  }

  private mutating func readRole(_ row: BallotSheet.Row) {
    let typed = cell(.answer, row)
    if typed.isEmpty { return }
    do {
      try FreeWords.demandNone(in: typed)
      role = try RoleName.checked(typed)
    } catch let error as Diagnostic { fault(row, error.message, code: error.code) } catch {}
  }

  private mutating func read(
    _ row: BallotSheet.Row, _ index: Int, _ question: KeptBallot.Question, _ ballot: KeptBallot,
    _ shown: (String) -> String
  ) {
    let asked = cell(.question, row)
    let labels = [question.label.nl, question.label.en]
    guard (labels + labels.map(shown)).contains(where: { $0.foldedForLookup == asked.foldedForLookup }) else {
      return fault(
        row,
        Text(
          nl: "vraag \(index) is '\(question.label.nl)', en hier staat '\(BallotAnswer.short(asked))'",
          en: "question \(index) is '\(question.label.en)', and here stands '\(BallotAnswer.short(asked))'"))
    }
    let typed = cell(.answer, row)
    guard !typed.isEmpty, let answer = ballot.answers[question.blank] else { return }
    switch answer.read(typed) {
    case .value(let value): answers[index] = value
    case .wrong(let text): fault(row, .verbatim("'") + question.label + .verbatim("': ") + text)
    }
  }

  private mutating func demandTotal(_ ballot: KeptBallot) {
    guard let total = ballot.total, faults.isEmpty else { return }
    let sum = answers.values.compactMap(\.number).reduce(0, +)
    let (given, all) = (Text.number(sum), Text.number(total))
    if sum > total + 1e-9 * max(1, abs(total)) {
      fault(
        "ballot.total",
        Text(
          nl: "samen \(given.nl), en er zijn er \(all.nl) te verdelen",
          en: "\(given.en) in all, and there are \(all.en) to share"))
    } else if sum < total - 1e-9 * max(1, abs(total)), !answers.isEmpty {
      notices.append(
        .caution(
          nl: "\(role) verdeelde \(given.nl) van de \(all.nl)", en: "\(role) shared \(given.en) of the \(all.en)"))
    }
  }

  private mutating func noteOtherColumns() {
    let known = Set(columns.values)
    let others = sheet.header.indices.filter { index in
      !known.contains(index) && sheet.rows.contains { !$0.cells[index].isEmpty }
    }
    if others.isEmpty { return }
    let names = Text.quoted(others.map { sheet.header[$0] })
    notices.append(
      .caution(
        nl: "niet gelezen in '\(file.name)': \(names.nl), geen kolom van het stembiljet",
        en: "not read in '\(file.name)': \(names.en), no column of the ballot"))
  }

  /// Notes that the form as a whole cannot be taken.
  mutating func fault(_ code: String, _ text: Text) { faults.append(Fault(line: 1, code: code, text: text)) }

  private mutating func fault(_ row: BallotSheet.Row, _ text: Text, code: String = "ballot.answer") {
    faults.append(Fault(line: row.line, code: code, text: text))
  }
}
