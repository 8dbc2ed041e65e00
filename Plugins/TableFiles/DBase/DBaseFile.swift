import WorkbenchKit

/// A table in the form of dBASE (dbf), as it goes with shapes.
struct DBaseFile {
  /// What was read out of it.
  struct Reading {
    let table: Table
    let notices: [SourceNotice]
  }

  let header: DBaseHeader
  private let bytes: [UInt8]
  private let name: String
  private let page: CodePage
  /// Why the code of the texts is taken to be what it is; nil where the file says so itself.
  private let guess: SourceNotice?
  /// Where the rows that count begin.
  private let records: [Int]
  private let deleted: Int
  private let interrupt: () throws -> Void

  /// Opens a table.
  ///
  /// - Parameter codePage: what stands in the file of the ending .cpg beside it; nil where there is none.
  /// - Throws: `source.damaged`, `source.cells`, `source.codepage`.
  init(
    _ bytes: [UInt8], name: String, codePage: String?, limits: SourceLimits = .standard,
    interrupt: @escaping () throws -> Void
  ) throws {
    let problem = SourceProblem(name)
    guard let header = DBaseHeader(bytes) else {
      throw problem.damaged(nl: "de beschrijving van de kolommen klopt niet", en: "the list of columns is not right")
    }
    guard header.recordCount * header.fields.count <= limits.cells else { throw problem.tooManyCells(limits) }
    guard header.isWhole(bytes) else {
      let (said, there) = (
        Text.count(header.recordCount), Text.count((bytes.count - header.start) / header.recordLength)
      )
      throw problem.damaged(
        nl: "het noemt \(said.nl) rijen en er staan er \(there.nl) in",
        en: "it speaks of \(said.en) rows and holds \(there.en)")
    }
    self.header = header
    self.bytes = bytes
    self.name = name
    self.interrupt = interrupt
    var records: [Int] = []
    var deleted = 0
    for index in 0..<header.recordCount {
      if index % 8192 == 0 { try interrupt() }
      let start = header.start + index * header.recordLength
      // A star before a row says that it is to be taken out.
      if bytes[start] == UInt8(ascii: "*") { deleted += 1 } else { records.append(start) }
    }
    self.records = records
    self.deleted = deleted
    (page, guess) = try Self.page(bytes, header, codePage, name)
  }

  /// How many rows count.
  var rowCount: Int { records.count }

  /// Reads all columns.
  ///
  /// - Parameter textColumns: those that are kept as they are written.
  /// - Throws: `column.unknown`, what the interrupt throws.
  func table(textColumns: [String] = []) throws -> Reading {
    let written = header.fields.map { field in
      ColumnNames.inOneLine(field.name.withUnsafeBufferPointer { page.text($0) })
    }
    let names = ColumnNames(written, places: Array(1...max(1, written.count)))
    var columns: [Column] = []
    var unread: [String] = []
    var overflowed = 0
    for (field, name) in zip(header.fields, names.names) {
      // FoxPro keeps there which cells are empty; nobody gave it that name.
      if field.kind == UInt8(ascii: "0") { continue }
      var cells = DBaseCells(bytes, header, field, page, records: records, interrupt: interrupt)
      if let column = try cells.column(name, asText: textColumns.contains(name)) {
        columns.append(column)
        overflowed += cells.overflowed
      } else {
        unread.append(name)
      }
    }
    let table = Table(columns: columns)
    for name in textColumns { _ = try table.require(name) }
    var notices = [guess, names.notice].compactMap { $0 }
    if deleted > 0 { notices.append(Self.deleted(deleted)) }
    if !unread.isEmpty { notices.append(Self.unread(unread)) }
    if overflowed > 0 { notices.append(Self.overflowed(overflowed)) }
    return Reading(table: table, notices: notices)
  }

  // MARK: The code of its texts

  private static func page(
    _ bytes: [UInt8], _ header: DBaseHeader, _ label: String?, _ name: String
  ) throws -> (CodePage, SourceNotice?) {
    let label = label?.trimmedOfPadding.split(whereSeparator: \.isNewline).first.map(String.init)
    if let label, !label.isEmpty {
      guard let page = CodePage(label: label) else { throw unknownCode("'\(label)'", name) }
      return (page, nil)
    }
    let (said, isUnknown) = CodePage.language(header.language)
    if let said { return (said, nil) }
    let end = header.start + header.recordCount * header.recordLength
    let isPlain =
      !bytes[header.start..<end].contains { $0 >= 0x80 }
      && header.fields.allSatisfy { field in field.name.allSatisfy { $0 < 0x80 } }
    // Where all is ASCII, all codes are one.
    if isPlain { return (.windows1252, nil) }
    if isUnknown { throw unknownCode(String(header.language), name) }
    let isUTF8 = (try? UTF8Span(validating: bytes[header.start..<end].span)) != nil
    return isUTF8 ? (.utf8, guessed(.utf8)) : (.windows1252, guessed(.windows1252))
  }

  private static func guessed(_ page: CodePage) -> SourceNotice {
    SourceNotice(
      "encoding", .caution,
      Text(
        nl: "het bestand zegt niet in welke code zijn teksten staan; gelezen als \(page.rawValue)"
          + (page == .windows1252 ? " (cp1252)" : ""),
        en: "the file does not say in which code its texts are; read as \(page.rawValue)"
          + (page == .windows1252 ? " (cp1252)" : "")))
  }

  private static func unknownCode(_ code: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "source.codepage",
      Text(
        nl: "de teksten in '\(name)' staan in een code die hier niet gelezen wordt: \(code)",
        en: "the texts in '\(name)' are in a code that is not read here: \(code)"),
      wayOut: Text(
        nl: "bewaar de tabel als UTF-8, of zet in een .cpg ernaast de code: UTF-8, 1252, 8859-1, 8859-15, 437 of 850",
        en: "save the table as UTF-8, or put the code into a .cpg beside it: UTF-8, 1252, 8859-1, 8859-15, 437 or 850"))
  }

  // MARK: What is told

  private static func deleted(_ count: Int) -> SourceNotice {
    SourceNotice(
      "deleted", .info,
      .counted(
        count,
        Text(nl: "rij die als gewist is aangemerkt, is weggelaten", en: "row that is marked as deleted was left out"),
        Text(
          nl: "rijen die als gewist zijn aangemerkt, zijn weggelaten",
          en: "rows that are marked as deleted were left out")
      ))
  }

  private static func unread(_ names: [String]) -> SourceNotice {
    let listed = Text.quoted(names)
    return SourceNotice(
      "memo", .caution,
      Text(
        nl: "memovelden en andere bijlagen worden niet gelezen: \(listed.nl)",
        en: "memo fields and other attachments are not read: \(listed.en)"))
  }

  private static func overflowed(_ count: Int) -> SourceNotice {
    SourceNotice(
      "overflow", .caution,
      .counted(
        count,
        Text(
          nl: "getal paste niet in zijn kolom, staat er als *** en telt als ontbrekend",
          en: "number did not fit into its column, stands there as *** and counts as missing"),
        Text(
          nl: "getallen pasten niet in hun kolom, staan er als *** en tellen als ontbrekend",
          en: "numbers did not fit into their column, stand there as *** and count as missing")))
  }
}
