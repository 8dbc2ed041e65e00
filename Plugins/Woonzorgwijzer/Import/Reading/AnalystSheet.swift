import WorkbenchKit

/// A table that an analyst made: its columns by name, and what is wrong with its rows.
///
/// All problems are gathered: see `RowProblems`.
struct AnalystSheet {
  /// A column with the names by which it is known, the first of them ours.
  struct Field: Sendable, Hashable {
    let names: [String]

    init(_ names: String...) { self.names = names }

    var name: String { names[0] }

    func index(in header: [String]) -> Int? {
      let lowered = header.map { $0.lowercased().trimmedOfPadding }
      return names.lazy.compactMap { lowered.firstIndex(of: $0) }.first
    }
  }

  let text: DelimitedText
  let file: String
  private let places: [Field: Int]
  private var texts: [Field: [String?]] = [:]
  private var numbers: [Field: [Double]] = [:]
  /// How the numbers were read.
  let notices: [Notice]
  private(set) var problems: RowProblems
  /// The target groups that its words were found to name, and all words that name one.
  var groups: [String: String] = [:]
  var groupWords: Set<String>?

  /// - Throws: `column.unknown` where a required column is not there, `file.ragged`, `import.nothing`.
  init(
    _ text: DelimitedText, file: String, required: [Field], optional: [Field], numeric: Set<Field>
  ) throws {
    if text.raggedCount > 0 { _ = try text.table() }
    self.file = file
    problems = RowProblems(file: file)
    var places: [Field: Int] = [:]
    for field in required + optional {
      if let index = field.index(in: text.header) { places[field] = index }
    }
    self.places = places
    let text = text.settled(
      whole: places.filter { Field.whole.contains($0.key) }.map(\.value),
      fractions: places.filter { Field.fractions.contains($0.key) }.map(\.value))
    self.text = text
    notices = text.numberNotices(of: numeric.compactMap { places[$0] }.sorted())
    if let lacking = required.first(where: { places[$0] == nil }) {
      throw Diagnostic(
        "column.unknown",
        Text(nl: "'\(file)' heeft geen kolom '\(lacking.name)'", en: "'\(file)' has no column '\(lacking.name)'"),
        wayOut: Text(
          nl: "nodig zijn \(required.map(\.name).joined(separator: ", "))",
          en: "it needs \(required.map(\.name).joined(separator: ", "))"),
        suggestion: NearestWord.best(lacking.name, among: text.header))
    }
    if text.rowCount == 0 {
      throw Diagnostic(
        "import.nothing", Text(nl: "'\(file)' heeft geen enkele regel", en: "'\(file)' has not a single row"))
    }
    for (field, index) in places {
      texts[field] = text.texts(column: index)
      if numeric.contains(field) { numbers[field] = text.numbers(column: index).values }
    }
  }

  var rowCount: Int { text.rowCount }

  /// What became of each column: what is no part of the form is named.
  var accounts: [ColumnAccount] { ColumnAccount.all(text, used: Array(places.values)) }
  /// The names of the columns that are read, as the file writes them.
  var usedNames: [String] { places.values.sorted().map { text.header[$0] } }

  func has(_ field: Field) -> Bool { places[field] != nil }
  func word(_ field: Field, _ row: Int) -> String? { texts[field]?[row] }
  func line(_ row: Int) -> Int { text.line(ofRow: row) }

  /// The number of a cell; nil where it is empty or, which becomes a problem, no number.
  mutating func number(_ field: Field, _ row: Int) -> Double? {
    guard let cell = word(field, row) else { return nil }
    if let number = numbers[field]?[row], !number.isNaN, !cell.hasSuffix("%") { return number }
    if cell == "NA" || cell == "NaN" { return nil }
    let percent = cell.hasSuffix("%") ? Self.fraction(cell) : nil
    refuse(
      row, percent == nil ? "value.number" : "rate.percent",
      percent == nil
        ? Text(
          nl: "'\(cell)' in kolom \(field.name) is geen getal", en: "'\(cell)' in column \(field.name) is no number")
        : Text(
          nl: "'\(cell)' in kolom \(field.name) is een percentage",
          en: "'\(cell)' in column \(field.name) is a percentage"),
      wayOut: percent.map {
        Text(nl: "schrijf een aandeel van 1: \($0)", en: "write a share of 1: \($0)")
      }, suggestion: percent)
    return nil
  }

  private static func fraction(_ cell: String) -> String? {
    let digits = String(cell.dropLast()).trimmedOfPadding
    let number = NumberText.parse(digits) ?? NumberText.parse(digits, point: UInt8(ascii: ","))
    return number.map { NumberText.shortest($0 / 100) }
  }

  /// Notes that a row cannot be taken.
  mutating func refuse(
    _ row: Int, _ code: String, _ what: Text, wayOut: Text? = nil, suggestion: String? = nil,
    candidates: [Candidate] = []
  ) {
    problems.refuse(line(row), code, what, wayOut: wayOut, suggestion: suggestion, candidates: candidates)
  }

  /// - Throws: the first problem by its line, with how many more there are.
  func demandNoProblems() throws { try problems.demandNone() }
}
