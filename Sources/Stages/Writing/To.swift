import WorkbenchKit

/// `to FORM [FILE]`: a table as text, on its own or in a file.
struct To: Stage {
  let forms: TextForms

  let signature = Signature(
    "to", aliases: ["naar"],
    summary: Text(
      nl: "schrijf de tabel als tekst, op het scherm of naar een bestand",
      en: "write the table as text, on the screen or to a file"),
    details: Text(
      nl:
        "Zonder bestand is de tekst alles wat de regel geeft. Een bestand dat er al is wordt in één keer vervangen. 'table' en 'markdown' "
        + "zijn om te lezen: met alles wat bij de tabel gezegd wordt. In de andere staan getallen onafgerond, met een decimale punt.",
      en:
        "Without a file the text is all that the line gives. A file that is there already is replaced at once. 'table' and 'markdown' are "
        + "for reading: with all that is said beside the table. In the others numbers stand unrounded, with a decimal point."
    ),
    parameters: [
      .argument(
        "form",
        .choice([
          Candidate("table", Text(nl: "uitgelijnd om te lezen", en: "aligned for reading")),
          Candidate("csv", Text(nl: "gescheiden door komma's", en: "parted by commas")),
          Candidate("json", Text(nl: "een lijst van objecten", en: "an array of objects")),
          Candidate("jsonl", Text(nl: "een object op elke regel", en: "an object on each line")),
          Candidate("markdown", Text(nl: "een tabel in Markdown", en: "a table in Markdown")),
        ]),
        about: Text(nl: "de vorm", en: "the form")),
      .argument(
        "file", .file(existing: false), required: false,
        about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written")),
    ],
    input: .required,
    examples: [
      .init("read buurten.csv | select naam inwoners | to json", Text(nl: "als JSON", en: "as JSON")),
      .init(
        "read buurten.csv | where inwoners > 1000 | to csv groot.csv", Text(nl: "naar een bestand", en: "to a file")),
      .init(
        "read buurten.csv | to cvs", Text(nl: "een vorm verkeerd getypt", en: "a form mistyped"),
        failsWith: "argument.choice"),
    ])

  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: call)
    let form = call.text("form") ?? ""
    guard let text = forms.text(form, of: table, in: input.blocks, context.language) else { return input }
    guard let path = call.text("file") else { return Output([.text(text)]) }
    try context.files.write(Array(text.utf8), to: path, at: call.place(of: "file"))
    let columns = counted(
      table.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns"))
    let rows = rows(table.rowCount)
    return Output(
      [
        .notice(
          Notice(
            .info,
            Text(
              nl: "\(rows.nl) en \(columns.nl) geschreven naar '\(path)'",
              en: "\(rows.en) and \(columns.en) written to '\(path)'")))
      ] + input.blocks.filter(Self.isCaution))
  }

  /// What has to be known of the figures is said where the file is made: in CSV there is no place for it.
  private static func isCaution(_ block: Block) -> Bool {
    if case .notice(let notice) = block { notice.level != .info } else { false }
  }
}
