@_spi(Host) import WorkbenchKit

/// `to FORM [FILE]`: a result as text, on its own or in a file.
struct To: CollectingStage {
  struct Arguments: Sendable {
    let form = Argument("form", .choice(TextForm.self), about: Text(nl: "de vorm", en: "the form"))
    let file = Argument(
      optional: "file", .newFile, about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
    let raw = Argument(
      toggle: "raw",
      about: Text(
        nl: "csv: teksten precies zoals zij zijn, ook die een rekenblad als formule zou uitvoeren",
        en: "csv: texts just as they are, those included that a spreadsheet would run as a formula"))
    let excel = Argument(
      toggle: "excel",
      about: Text(
        nl: "csv: zoals Excel in uw taal het opent: in het Nederlands met puntkomma's en decimale komma's",
        en: "csv: as Excel in your language opens it: in Dutch with semicolons and decimal commas"))
  }

  static let arguments = Arguments()

  let forms: TextForms

  let signature = Signature(
    "to", aliases: ["naar"],
    summary: Text(
      nl: "schrijf de tabel, de pagina of de tekening als tekst, op het scherm of naar een bestand",
      en: "write the table, the page or the picture as text, on the screen or to a file"),
    details: Text(
      nl:
        "Zonder bestand is de tekst alles wat de regel geeft. Een bestand dat er al is wordt in één keer vervangen, en heeft alle kolommen, "
        + "ook die een scherm weglaat; een bladzijde in html, voor scherm en A4, laat ze net zo weg. 'table', 'markdown' en 'html' zijn om te lezen: met alles wat bij de uitkomst gezegd wordt. 'svg' geeft de kaarten, grafieken en andere tekeningen, 'text' een stroomschema als flowchart van Mermaid. "
        + "Plugins brengen andere vormen, die hieronder staan: werkmappen, kaarten, en van die pagina een bestand voor papier of een tekstverwerker. "
        + "In csv, json en jsonl staan getallen onafgerond, met een decimale punt. Met --excel is csv zoals Excel in uw taal het met een dubbele klik opent; een code als 0344 blijft alleen in 'to xlsx' en 'to ods' heel. In csv krijgt een tekst die een rekenblad als formule zou uitvoeren (=, +, - of @ vooraan) er een ' voor, die 'read' weer wegneemt.",
      en:
        "Without a file the text is all that the line gives. A file that is there already is replaced at once, and has all columns, those "
        + "included that a screen leaves out; a page in html, for screen and A4, leaves them out as well. 'table', 'markdown' and 'html' are for reading: with all that is said beside the result. 'svg' gives the maps, charts and other pictures, 'text' a flow chart as a flowchart of Mermaid. "
        + "Plugins bring other forms, listed below: workbooks, maps, and of that page a file for paper or a word processor. In "
        + "csv, json and jsonl numbers stand unrounded, with a decimal point. With --excel csv is as Excel in your language opens it by a double click; a code such as 0344 stays whole in 'to xlsx' and 'to ods' only. In csv a text that a spreadsheet would run as a formula (=, +, - or @ in front) gets a ' before it, which 'read' takes off again."
    ),
    input: .required,
    examples: [
      .init("read buurten.csv | select naam inwoners | to json", Text(nl: "als JSON", en: "as JSON")),
      .init(
        "read buurten.csv | where inwoners > 1000 | to csv groot.csv", Text(nl: "naar een bestand", en: "to a file")),
      .init(
        "read buurten.csv | chart bar --x naam --y inwoners | to svg buurten.svg",
        Text(nl: "een tekening voor een verslag", en: "a picture for a report")),
      .init(
        "read buurten.csv | to svg", Text(nl: "een tabel is geen tekening", en: "a table is no picture"),
        failsWith: "picture.none"),
      .init(
        "read buurten.csv | to text", Text(nl: "een tabel is geen stroomschema", en: "a table is no flow chart"),
        failsWith: "flow.none"),
      .init(
        "read buurten.csv | to cvs", Text(nl: "een vorm verkeerd getypt", en: "a form mistyped"),
        failsWith: "argument.choice"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let bytes = try context.text(of: input.blocks) { blocks in
      try self.bytes(given, of: input.withheld(blocks), context.language)
    }
    guard let path = given.file else { return Output([.text(String(decoding: bytes, as: UTF8.self))]) }
    try context.files.write(bytes, to: path, at: given.place(of: \.file))
    return written(whatIsWritten(given.form, of: input), to: path, of: input)
  }

  /// What is said once a file is written.
  private func written(_ what: Text, to path: String, of input: Output) -> Output {
    Output(
      [.info(nl: "\(what.nl) geschreven naar '\(path)'", en: "\(what.en) written to '\(path)'")]
        + input.blocks.filter(Self.isCaution))
  }

  func collector(_ given: Given<Arguments>, in context: Context) -> (any RowCollector)? {
    guard let path = given.file, given.form == .csv || given.form == .jsonl else { return nil }
    let begin = { try context.files.begin(path, at: given.place(of: \.file)) }
    let bytes = { (rows: Table) in
      try context.text(of: [.table(rows)]) { try self.bytes(given, of: Output($0), context.language) }
    }
    return WritingCollector(begin, bytes) { table, rows, input in
      written(whatIsWritten(table, rows), to: path, of: input)
    }
  }

  /// - Throws: `stage.notable`, `picture.none`, `flow.none`.
  private func bytes(_ given: Given<Arguments>, of input: Output, _ language: Language) throws -> [UInt8] {
    switch given.form {
    case .csv: forms.csv(try input.requiredTable(for: given), given.raw, given.excel ? language : nil)
    case .json: forms.json(try input.requiredTable(for: given))
    case .jsonl: forms.jsonl(try input.requiredTable(for: given))
    case .table: Array((given.file == nil ? forms.table : forms.wholeTable)(input.blocks, language).utf8)
    case .markdown: Array(forms.markdown(input.blocks, language).utf8)
    case .html: Array(forms.html(input.blocks, language).utf8)
    case .svg: Array(try pictures(given, of: input, language).utf8)
    case .text: Array(try flows(given, of: input, language).utf8)
    }
  }

  private func pictures(_ given: Given<Arguments>, of input: Output, _ language: Language) throws -> String {
    if let pictures = forms.svg(input.blocks, language) { return pictures }
    throw Diagnostic(
      "picture.none",
      Text(nl: "er is geen tekening om als SVG te schrijven", en: "there is no picture to write as SVG"),
      wayOut: Text(
        nl: "teken eerst: chart bar --x KOLOM --y KOLOM", en: "draw one first: chart bar --x COLUMN --y COLUMN"),
      place: given.place)
  }

  private func flows(_ given: Given<Arguments>, of input: Output, _ language: Language) throws -> String {
    if let flows = forms.flows(input.blocks, language) { return flows }
    throw Diagnostic(
      "flow.none",
      Text(
        nl: "er is geen stroomschema om als tekst van Mermaid te schrijven",
        en: "there is no flow chart to write as text of Mermaid"),
      wayOut: Text(
        nl: "'to table' geeft de uitkomst als tekst om te lezen",
        en: "'to table' gives the result as text for reading"),
      suggestion: "table", place: given.place)
  }

  private func whatIsWritten(_ form: TextForm, of input: Output) -> Text {
    if form == .svg { return Text(nl: "tekening", en: "picture") }
    if form == .text { return Text(nl: "stroomschema", en: "flow chart") }
    guard form != .html, let table = input.table else { return Text(nl: "uitkomst", en: "result") }
    return whatIsWritten(table, table.rowCount)
  }

  private func whatIsWritten(_ table: Table, _ rowCount: Int) -> Text {
    let columns = Text.counted(
      table.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns"))
    let rows = Text.rows(rowCount)
    return Text(nl: "\(rows.nl) en \(columns.nl)", en: "\(rows.en) and \(columns.en)")
  }

  /// What has to be known of the figures is said where the file is made: in CSV there is no place for it.
  private static func isCaution(_ block: Block) -> Bool {
    if case .notice(let notice) = block { notice.level != .info } else { false }
  }
}
