import WorkbenchKit

/// Brings what a file holds into the one form that the readers take: an area a row, a topic a column.
struct FileShape {
  let opened: OpenedFile
  let encoding: TextEncoding?
  let marks: GivenMarks
  let protection: Protection
  /// Files with what codes are called, as the user gave them.
  let codes: [String]
  /// The year that was given.
  let year: Int?
  let place: Place?
  let context: Context

  var file: ReadFile { opened.file }

  struct Table {
    let text: DelimitedText
    var remarks: [Text] = []
    /// Columns of the file itself that are no columns any more: topic and value of a long form.
    var columns: [ColumnAccount] = []
    /// The columns of a file that was turned, in the place of those of the table.
    var turned: [(name: String, column: String?, fate: ColumnAccount.Fate)] = []
    /// What stands above and below the table in the file.
    var around: (title: [String], foot: [String])

    init(text: DelimitedText, remarks: [Text] = [], columns: [ColumnAccount] = [], of file: DelimitedText? = nil) {
      self.text = text
      self.remarks = remarks
      self.columns = columns
      let file = file ?? text
      around = (file.titleLines, file.footLines)
    }
  }

  /// - Throws: `file.*`, `json.syntax`, `import.codes`, `import.unrecognised`, what the guard throws.
  func table() throws -> Table {
    let text = try opened.delimitedText(
      marks: marks, encoding: encoding, protection: protection, asking: { try context.reading($0) })
    let marks = opened.marks(of: marks)
    if let form = LongForm(text.header) {
      var table = try wide(form, text.header, marks: marks, protection: .strict) { text.texts(column: $0) }
      table.around = (text.titleLines, text.footLines)
      return table
    }
    guard let form = PeriodColumns(text) else { return Table(text: text) }
    return try turned(form, text)
  }

  private func titleLines(_ text: DelimitedText) -> [String] { opened.sourced?.titleLines ?? text.titleLines }

  /// A table with its years side by side, an area and a year a row.
  private func turned(_ form: PeriodColumns, _ text: DelimitedText) throws -> Table {
    let (name, teller) = try figureName(text)
    let rows = try form.rows(text, named: name, given: year, context: context)
    let years = Set(form.figures.map(\.year)).sorted().map(String.init)
    let list = Text.list(years, atMost: 6)
    var remarks = [
      Text(
        nl: "de jaren staan in kolommen naast elkaar; elk is apart ingelezen: \(list.nl)",
        en: "the years stand side by side in columns; each was read apart: \(list.en)")
    ]
    if form.needsName {
      remarks.append(
        Text(
          nl:
            "let op: kolommen die alleen een jaar heten, zeggen niet wat er geteld is; bewaard als '\(name)', naar \(teller.nl)",
          en: "mind: columns called by a year alone do not say what is counted; kept as '\(name)', after \(teller.en)"))
    }
    if !form.parts.isEmpty {
      let names = Text.list(form.parts.map { text.header[$0] }, atMost: 4)
      remarks.append(
        Text(
          nl: "let op: van een deel van een jaar, en niet ingelezen: \(names.nl)",
          en: "mind: of a part of a year, and not imported: \(names.en)"))
    }
    var table = Table(
      text: try rows.text(file.name, marks: opened.marks(of: marks), protection: .strict), remarks: remarks, of: text)
    table.turned = form.accounts(text, named: name, given: year)
    return table
  }

  /// What figures are that nothing in the table names: the one line above it says so, else the name of the file; a name of a
  /// known measure stands for it.
  private func figureName(_ text: DelimitedText) throws -> (name: String, teller: Text) {
    let titles = titleLines(text)
    let titled = titles.count == 1 ? titles[0] : nil
    let plain = file.name.split(separator: ".").dropLast().joined(separator: ".")
    let words = (titled ?? plain).split { !$0.isLetter && !$0.isNumber }.filter { Period.year(String($0)) == nil }
    let name = words.joined(separator: titled == nil ? "_" : " ")
    let wanted = words.joined(separator: " ").lowercased()
    let known = try context.codebook.measures.first { measure in
      ([measure.name, measure.label.nl, measure.label.en] + measure.stems).contains { $0.lowercased() == wanted }
        || wanted == "aantal \(measure.label.nl)" && measure.isCount
    }
    let teller =
      titled == nil
      ? Text(nl: "de naam van het bestand", en: "the name of the file") : Text(nl: "de titel", en: "the title")
    return (known?.stems.first ?? (name.contains(where: \.isLetter) ? name : "cijfer"), teller)
  }

  /// - Returns: nil where the JSON is no answer of CBS's open data.
  func openData() throws -> Table? {
    let document = try file.bytes.withUnsafeBufferPointer { try ODataDocument($0) }
    guard let document, var rows = document.rows else { return nil }
    var table = try openData(document, &rows)
    if document.goesOn {
      table.remarks.append(
        Text(
          nl:
            "let op: dit is één bladzijde van de tabel, want het antwoord noemt een volgende (@odata.nextLink): wat daarop staat is niet ingelezen",
          en:
            "mind: this is one page of the table, as the answer names a next one (@odata.nextLink): what stands there was not imported"
        ))
    }
    if document.otherRows > 0 {
      let count = Text.counted(document.otherRows, Text(nl: "regel", en: "row"), Text(nl: "regels", en: "rows"))
      table.remarks.append(
        Text(
          nl: "let op: het bestand heeft nog een lijst, met andere kolommen: daarvan is niets ingelezen (\(count.nl))",
          en: "mind: the file has one more list, of other columns: nothing of it was imported (\(count.en))"))
    }
    return table
  }

  private func openData(_ document: ODataDocument, _ rows: inout RowText) throws -> Table {
    if let form = LongForm(rows.names) {
      let columns = rows.names.map { rows.column($0) ?? [] }
      return try wide(
        form, rows.names, marks: GivenMarks(decimal: .point), protection: protection, lists: document.lists
      ) { columns[$0] }
    }
    let lists = try document.lists + given()
    nameAreas(&rows, lists)
    return Table(text: try rows.text(file.name, marks: GivenMarks(decimal: .point), protection: protection))
  }

  private func wide(
    _ form: LongForm, _ header: [String], marks: GivenMarks, protection: Protection, lists own: [CodeList] = [],
    _ cells: (Int) -> [String?]
  ) throws -> Table {
    var lists = try own + given()
    var remarks: [Text] = []
    var result = try form.wide(cells, lists: lists, context: context)
    if !result.unknown.isEmpty, codes.isEmpty {
      let beside = besides(header)
      if !beside.isEmpty {
        lists += beside.map(\.list)
        result = try form.wide(cells, lists: lists, context: context)
        let names = Text.list(beside.map(\.name))
        remarks.append(
          Text(
            nl: "wat de codes betekenen, staat in \(names.nl) naast het bestand",
            en: "what the codes mean stands in \(names.en) beside the file"))
      }
    }
    if !result.unknown.isEmpty { throw unknownTopics(result.unknown) }
    if !result.withheld.isEmpty {
      let why = result.withheld.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      remarks.append(
        Text(
          nl: "waarden die CBS niet geeft, tellen als ontbrekend: \(why)",
          en: "values that CBS does not give count as missing: \(why)"))
    }
    nameAreas(&result.rows, lists)
    let text = try result.rows.text(file.name, marks: marks, protection: protection)
    return Table(
      text: text, remarks: remarks,
      columns: header.filter { !result.rows.names.contains($0) }.map { ColumnAccount(name: $0, fate: .key) })
  }

  /// Puts the names of the areas beside their codes, where a code list tells them.
  private func nameAreas(_ rows: inout RowText, _ lists: [CodeList]) {
    for name in rows.names {
      guard let codes = rows.column(name), codes.contains(where: { $0.flatMap { AreaCode.reading($0) } != nil }),
        let list = lists.first(where: { $0.explains(codes) })
      else { continue }
      rows.set("Regio", column: codes.map { $0.flatMap { list.entries[$0.trimmedOfPadding]?.title } })
      return
    }
  }

  // MARK: Code lists

  private func given() throws -> [CodeList] {
    try codes.flatMap { path in
      let opened = try context.openText(path, at: place)
      let file = opened.file
      let lists = try lists(in: opened)
      if lists.isEmpty {
        throw Diagnostic(
          "import.codes",
          Text(nl: "'\(file.name)' is geen codelijst", en: "'\(file.name)' is no code list"),
          wayOut: Text(
            nl: "een codelijst heeft Identifier (of Key) en Title, zoals MeasureCodes van CBS; er is niets ingelezen",
            en: "a code list has Identifier (or Key) and Title, such as CBS's MeasureCodes; nothing was imported"),
          place: place)
      }
      return lists
    }
  }

  /// The code lists that lie beside the file under the names that CBS gives them.
  private func besides(_ header: [String]) -> [(name: String, list: CodeList)] {
    let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let start = folder.isEmpty && !file.path.hasPrefix("/") ? "" : folder + "/"
    return (["MeasureCodes"] + header.map { "\($0)Codes" }).flatMap { name in
      ["json", "csv"].flatMap { ending -> [(name: String, list: CodeList)] in
        guard let found = try? context.read("\(start)\(name).\(ending)", at: place) else { return [] }
        return ((try? lists(in: OpenedFile(text: found))) ?? []).map { (found.name, $0) }
      }
    }
  }

  private func lists(in opened: OpenedFile) throws -> [CodeList] {
    let file = opened.file
    if opened.sourced == nil, file.isJSON {
      return try file.bytes.withUnsafeBufferPointer { try ODataDocument($0)?.lists } ?? []
    }
    let text = try opened.delimitedText(protection: .strict)
    var rows = RowText()
    for _ in 0..<text.rowCount { rows.begin() }
    for (place, name) in text.header.enumerated() { rows.set(name, column: text.texts(column: place)) }
    return CodeList(rows).map { [$0] } ?? []
  }

  private func unknownTopics(_ topics: [String]) -> Diagnostic {
    let list = Text.list(topics, atMost: 3)
    return Diagnostic(
      "import.codes",
      Text(
        nl: "'\(file.name)' noemt onderwerpen met codes waarvan de naam niet bekend is: \(list.nl)",
        en: "'\(file.name)' gives topics by codes whose name is not known: \(list.en)"),
      wayOut: Text(
        nl: "geef de codelijst van de tabel met --codes MeasureCodes.json; er is niets ingelezen",
        en: "give the table's code list with --codes MeasureCodes.json; nothing was imported"),
      suggestion: "--codes MeasureCodes.json")
  }
}

extension ReadFile {
  /// Whether it begins as JSON does.
  var isJSON: Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes.dropFirst(start).first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
