import Decisions
import WorkbenchKit

/// `rules export NAME [FILE]`: a decision table as DMN, CSV or JSON.
struct RulesExportCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String>.decisionTable
    let file = Argument(
      optional: "file", .newFile, about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
    let to = Argument(
      flag: "to", .choice(ExchangeForm.self),
      about: Text(
        nl: "de vorm; anders naar de naam van het bestand, of dmn", en: "the form; else by the file's name, or dmn"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules export", aliases: ["regels schrijf"],
      summary: Text(
        nl: "schrijf een beslistabel als DMN, CSV of JSON", en: "write a decision table as DMN, CSV or JSON"),
      details: Text(
        nl:
          "Zonder bestand komt de tekst op het scherm. DMN is versie 1.5; wat FEEL niet kent (hele getallen) wordt daar een getal. Een regel die "
          + "niet beslist kan worden gaat mee zoals hij er staat.",
        en:
          "Without a file the text is shown. DMN is version 1.5; what FEEL does not know (whole numbers) becomes a number there. A rule that "
          + "cannot be decided goes along as it stands."
      ),
      examples: [
        .init("rules export regiestijl --to csv", Text(nl: "als werkblad", en: "as a sheet")),
        .init("rules export regiestijl regiestijl.dmn", Text(nl: "naar een bestand", en: "to a file")),
        .init(
          "rules export regiestijl --to xls", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
          failsWith: "argument.choice"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let table = try given.checking(\.name, RuleBook(context).table)
    let ending = given.file?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let text =
      switch given.to ?? ExchangeForm(rawValue: ending) ?? .usual {
      case .csv: table.csv(context.language)
      case .json: table.json.canonical + "\n"
      case .dmn: DMNWriter.document([table], language: context.language)
      }
    // What is not read goes along as it stands, and that is said.
    let unread: [Block] = table.undecidable.isEmpty ? [] : [.notice(Notice(.caution, table.undecidableRules))]
    guard let file = given.file else { return Output([.text(text)] + unread) }
    try context.files.write(Array(text.utf8), to: file, at: given.place(of: \.file))
    let written = Text.counted(table.rules.count, Text(nl: "regel", en: "rule"), Text(nl: "regels", en: "rules"))
    return Output(
      [
        .info(
          nl: "\(written.nl) van '\(table.name)' geschreven naar '\(file)'",
          en: "\(written.en) of '\(table.name)' written to '\(file)'")
      ] + unread)
  }
}
