import Language
import Session
import WorkbenchKit

/// A result of a line that reads, held against what the same line gives now: a database or a file may have changed since.
struct AskedAgain {
  /// So many rows that differ are named.
  private static let mostNamed = 20

  private let before: RunResult
  private let now: RunResult

  /// Runs the line again, apart from the session: nothing that it remembers or keeps takes part, and nothing stays.
  ///
  /// - Throws: `why.again` where the line does not begin with read; what the line throws.
  init(_ result: RunResult, in session: Session, at place: Place?) throws {
    let line = SourceLine(result.line, source: "why")
    let pipeline: Pipeline? =
      switch try? Parser.parse(line) {
      case .pipeline(let pipeline): pipeline
      case .binding(_, _, let pipeline): pipeline
      default: nil
      }
    let isRead = ["read", "lees"].contains(pipeline?.stages.first?.words.first?.bare ?? "")
    // What came out of a database may have changed there, whatever command asked for it.
    let isLinked = result.provenance.inputs.contains { session.linkScheme(of: $0.path) != nil }
    guard let pipeline, isRead || isLinked else {
      throw Diagnostic(
        "why.again",
        Text(
          nl: "alleen een regel die met read begint of uit een database put, kan opnieuw gevraagd worden",
          en: "only a line that begins with read or draws on a database can be asked again"),
        wayOut: Text(nl: "laat --again weg", en: "leave --again out"), place: place)
    }
    // The line is run without what the session remembers.
    if result.line.contains("$") {
      throw Diagnostic(
        "why.again",
        Text(
          nl: "de regel gebruikt een onthouden waarde, en die doet niet mee als zij opnieuw wordt gevraagd",
          en: "the line uses a value that is remembered, which takes no part where it is asked again"),
        wayOut: Text(
          nl: "schrijf de waarde zelf in de regel, of laat --again weg",
          en: "write the value itself in the line, or leave --again out"),
        place: place)
    }
    before = result
    var surroundings = session.surroundings
    surroundings.files = ReadingFiles(files: surroundings.files)
    let again = try session.apart(in: session.workspace, surroundings: surroundings) {
      try session.run(.pipeline(pipeline), in: line)
    }
    guard let again else {
      throw Diagnostic(
        "why.again", Text(nl: "de regel geeft niets", en: "the line gives nothing"),
        wayOut: Text(nl: "laat --again weg", en: "leave --again out"), place: place)
    }
    now = again
  }

  /// What a person reads: that nothing differs, or which rows do.
  func blocks(_ context: Context) -> [Block] {
    if let digest = before.rowsDigest { return blocks(byDigest: digest) }
    let rows = differingRows
    let isEqual = rows.isEmpty && shape(before) == shape(now) && figures(before) == figures(now)
    var facts = Facts(isDetail: true)
    facts.add("equal", .boolean(isEqual), label: Text(nl: "gelijk", en: "equal"))
    facts.add("differing_rows", rows.count, label: Text(nl: "rijen die verschillen", en: "rows that differ"))
    var blocks: [Block] = [.paragraph(sentence(isEqual, rows.count)), .facts(facts)]
    if !rows.isEmpty { blocks.append(.table(table(Array(rows.prefix(Self.mostNamed)), context))) }
    if rows.count > Self.mostNamed {
      let more = Text.counted(
        rows.count - Self.mostNamed, Text(nl: "rij verschilt ook", en: "more row differs"),
        Text(nl: "rijen verschillen ook", en: "more rows differ"))
      blocks.append(.notice(Notice(.info, more)))
    }
    if [before, now].contains(where: { $0.output.table?.columns.contains { !$0.withheld.isEmpty } == true }) {
      blocks.append(
        .info(nl: "wat is achtergehouden, is niet vergeleken", en: "what is held back was not compared"))
    }
    if !now.provenance.sources.isEmpty { blocks.append(.sources(now.provenance.sources)) }
    return blocks
  }

  /// Where the rows were too many to be kept, their digest tells whether they are the same.
  private func blocks(byDigest digest: String) -> [Block] {
    let isEqual = RowsDigest.of(now.tables) == digest && figures(before) == figures(now)
    var facts = Facts(isDetail: true)
    facts.add("equal", .boolean(isEqual), label: Text(nl: "gelijk", en: "equal"))
    let sentence =
      isEqual
      ? Text(
        nl:
          "Gelijk: dezelfde regel geeft nu hetzelfde antwoord (vergeleken met SHA-256, want de rijen waren te veel om te bewaren).",
        en:
          "Equal: the same line gives the same answer now (compared by SHA-256, as the rows were too many to be kept).")
      : Text(
        nl:
          "De uitkomst is nu anders. Welke rijen verschillen, is niet te zeggen: zij waren te veel om te bewaren (db.keep).",
        en: "The outcome is different now. Which rows differ cannot be said: they were too many to be kept (db.keep).")
    let sources = now.provenance.sources
    return [.paragraph(sentence), .facts(facts)] + (sources.isEmpty ? [] : [.sources(sources)])
  }

  private func sentence(_ isEqual: Bool, _ count: Int) -> Text {
    if isEqual {
      return Text(
        nl: "Gelijk: dezelfde regel geeft nu hetzelfde antwoord.", en: "Equal: the same line gives the same answer now."
      )
    }
    if shape(before) != shape(now), let old = before.output.table, let new = now.output.table,
      old.columnNames != new.columnNames
    {
      return Text(nl: "Het zijn nu andere kolommen.", en: "The columns are others now.")
    }
    if count == 0 { return Text(nl: "De uitkomst is nu anders.", en: "The outcome is different now.") }
    let rows = Text.counted(
      count, Text(nl: "rij verschilt nu.", en: "row differs now."),
      Text(nl: "rijen verschillen nu.", en: "rows differ now."))
    return rows
  }

  private func shape(_ result: RunResult) -> [String] {
    guard let table = result.output.table else { return [] }
    return table.columns.map { "\($0.type) \($0.name)" } + ["\(table.rowCount)"]
  }

  private func figures(_ result: RunResult) -> [String] {
    result.output.blocks.flatMap { block -> [String] in
      guard case .facts(let facts) = block else { return [] }
      return facts.facts.map { "\($0.name) \($0.value.plain)" }
    }
  }

  /// By number, of both tables; rows that only one has among them.
  private var differingRows: [Int] {
    guard let old = before.output.table, let new = now.output.table, old.columnNames == new.columnNames else {
      return []
    }
    return (0..<max(old.rowCount, new.rowCount)).filter { row in
      row >= old.rowCount || row >= new.rowCount || !differing(old, new, row).isEmpty
    }
  }

  private func differing(_ old: Table, _ new: Table, _ row: Int) -> [String] {
    zip(old.columns, new.columns).filter { one, other in
      // What is held back hangs on what was shown before: of that nothing can be said.
      guard one.withheld[row] == nil, other.withheld[row] == nil else { return false }
      return one[row].plain != other[row].plain || one.isMissing(row) != other.isMissing(row)
    }.map(\.0.name)
  }

  /// Each row by its number and by what stands first in it; what differs by the names of the columns.
  private func table(_ rows: [Int], _ context: Context) -> Table {
    guard let old = before.output.table, let new = now.output.table else { return Table(columns: []) }
    let names = rows.map { row -> String? in
      let column = (row < new.rowCount ? new : old).columns.first
      return column.map { $0.withheld[row] ?? $0[row].plain }
    }
    let what = rows.map { row -> Text in
      if row >= old.rowCount { return Text(nl: "is erbij gekomen", en: "was added") }
      if row >= new.rowCount { return Text(nl: "is er niet meer", en: "is gone") }
      return .quoted(differing(old, new, row))
    }
    return Table(columns: [
      .counts("row", rows.map { $0 + 1 }, label: Text(nl: "rij", en: "row")),
      .texts("first", names, label: old.columns.first.map { .verbatim($0.name) }),
      .texts("differs", what, label: Text(nl: "wat verschilt", en: "what differs"), in: context),
    ])
  }
}

/// Files that are read and never written: a line that is asked again must not write over what it wrote.
private struct ReadingFiles: FileAccess {
  let files: any FileAccess

  func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }

  func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }
  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { try files.stored(path, at: place) }
  func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    throw Diagnostic(
      "why.again",
      Text(
        nl: "de regel schrijft '\(path)', en dat gebeurt niet opnieuw",
        en: "the line writes '\(path)', which is not done again"),
      wayOut: Text(
        nl: "vraag een uitkomst die niets schrijft, of laat --again weg",
        en: "ask of a result that writes nothing, or leave --again out"))
  }
}
