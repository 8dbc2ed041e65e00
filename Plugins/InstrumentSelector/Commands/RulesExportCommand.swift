import WorkbenchKit

/// `rules export NAME [FILE]`: a decision table as DMN, CSV or JSON.
struct RulesExportCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "rules export", aliases: ["regels schrijf"],
      summary: Text(
        nl: "schrijf een beslistabel als DMN, CSV of JSON", en: "write a decision table as DMN, CSV or JSON"),
      details: Text(
        nl:
          "Zonder bestand komt de tekst op het scherm. DMN is versie 1.5; wat FEEL niet kent (hele getallen) wordt daar een getal.",
        en:
          "Without a file the text is shown. DMN is version 1.5; what FEEL does not know (whole numbers) becomes a number there."
      ),
      parameters: [
        RuleParameters.table(library),
        .argument(
          "file", .file(existing: false), required: false,
          about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written")),
        .flag(
          "to",
          .choice([
            Candidate("dmn", .verbatim("DMN 1.5")), Candidate("csv", .verbatim("CSV")),
            Candidate("json", .verbatim("JSON")),
          ]),
          about: Text(
            nl: "de vorm; anders naar de naam van het bestand, of dmn", en: "the form; else by the file's name, or dmn")
        ),
      ],
      examples: [
        .init("rules export regiestijl --to csv", Text(nl: "als werkblad", en: "as a sheet")),
        .init("rules export regiestijl regiestijl.dmn", Text(nl: "naar een bestand", en: "to a file")),
        .init(
          "rules export regiestijl --to xls", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
          failsWith: "argument.choice"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let table = try RuleBook(library, context).table(call.text("name") ?? "", at: call.place(of: "name"))
    let path = call.text("file")
    let ending = path?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let text: String
    switch call.text("to") ?? (["csv", "json"].contains(ending) ? ending : "dmn") {
    case "csv": text = table.csv(context.language)
    case "json": text = table.json.canonical + "\n"
    default: text = DMNWriter.document([table], language: context.language)
    }
    guard let path else { return Output([.text(text)]) }
    try context.files.write(Array(text.utf8), to: path, at: call.place(of: "file"))
    return Output([
      .notice(
        Notice(
          .info,
          Text(
            nl: "\(table.rules.count) regels van '\(table.name)' geschreven naar '\(path)'",
            en: "\(table.rules.count) rules of '\(table.name)' written to '\(path)'")))
    ])
  }
}
