import WorkbenchKit

/// `persona export --as FORM [FILE]`: the set for others, or for bidders.
struct PersonaExportCommand: Command {
  /// What comes of the set.
  enum Form: String, ArgumentChoice {
    case json, csv, tender

    static let usual = Form.json
    var about: Text? {
      switch self {
      case .json: Text(nl: "de hele set", en: "the whole set")
      case .csv: Text(nl: "de persona's", en: "the personas")
      case .tender: Text(nl: "scenario's en kwaliteitsvragen", en: "scenarios and quality questions")
      }
    }
  }

  struct Arguments: Sendable {
    let form = Argument(flag: "as", .choice(Form.self), default: "json", about: Text(nl: "de vorm", en: "the form"))
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona export",
    aliases: ["persona uitvoer"],
    summary: Text(
      nl: "schrijf de set als JSON of CSV, of als scenario's voor een aanbesteding",
      en: "write the set as JSON or CSV, or as scenarios for a tender"),
    details: Text(
      nl:
        "'tender' maakt van persona's, momenten en reizen scenario's met kwaliteitsvragen voor inschrijvers, zoals Rotterdam ze bij het "
        + "doelgroepenvervoer gebruikte (wmo-uitvoering-2017, hoofdstuk 4). Citaten en wie iets zei gaan niet mee; een persona van wie alleen de naam bekend is, wordt weggelaten en geteld.",
      en:
        "'tender' makes of personas, moments and journeys scenarios with quality questions for bidders, as Rotterdam used them for the "
        + "transport of target groups (wmo-uitvoering-2017, chapter 4). Quotes, and who said what, do not go along; a persona of whom only the name is known is left out and counted."
    ),
    examples: [
      .init("persona export --as tender", Text(nl: "op het scherm", en: "on the screen")),
      .init("persona export --as csv personas-uit.csv", Text(nl: "naar een bestand", en: "to a file")),
      .init(
        "persona export --as word", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let tender = given.form == .tender ? Tender(set, context) : nil
    if let tender, given.file == nil { return Output(tender.blocks) }
    let text =
      switch given.form {
      case .tender: Tender(set, context).markdown
      case .csv: PersonaSheet.csv(set.personas, context.language)
      case .json: set.forOthers.json.canonical + "\n"
      }
    return Output(
      [try context.deliver(text, to: given.file, at: given.place(of: \.file))] + [tender?.leftOut].compactMap { $0 })
  }
}
