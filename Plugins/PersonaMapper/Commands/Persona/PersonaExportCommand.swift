import WorkbenchKit

/// `persona export --as FORM [FILE]`: the set for others, or for bidders.
struct PersonaExportCommand: UntypedCommand {
  let signature = Signature(
    "persona export", aliases: ["persona uitvoer"],
    summary: Text(
      nl: "schrijf de set als JSON of CSV, of als scenario's voor een aanbesteding",
      en: "write the set as JSON or CSV, or as scenarios for a tender"),
    details: Text(
      nl:
        "'tender' maakt van persona's, momenten en reizen scenario's met kwaliteitsvragen voor inschrijvers, zoals Rotterdam ze bij het "
        + "doelgroepenvervoer gebruikte (wmo-uitvoering-2017, hoofdstuk 4). Citaten en wie iets zei gaan niet mee.",
      en:
        "'tender' makes of personas, moments and journeys scenarios with quality questions for bidders, as Rotterdam used them for the "
        + "transport of target groups (wmo-uitvoering-2017, chapter 4). Quotes, and who said what, do not go along."),
    parameters: [
      .flag(
        "as",
        .choice([
          Candidate("json", Text(nl: "de hele set", en: "the whole set")),
          Candidate("csv", Text(nl: "de persona's", en: "the personas")),
          Candidate("tender", Text(nl: "scenario's en kwaliteitsvragen", en: "scenarios and quality questions")),
        ]), about: Text(nl: "de vorm", en: "the form"), fallback: "json"),
      SetParameters.file,
    ],
    examples: [
      .init("persona export --as tender", Text(nl: "op het scherm", en: "on the screen")),
      .init("persona export --as csv personas-uit.csv", Text(nl: "naar een bestand", en: "to a file")),
      .init(
        "persona export --as word", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    let form = call.text("as") ?? "json"
    if form == "tender", !call.has("file") { return Output(Tender(set, context).blocks) }
    let text =
      switch form {
      case "tender": Tender(set, context).markdown
      case "csv": PersonaSheet.csv(set.personas, context.language)
      default: Self.json(set)
      }
    guard let path = call.text("file") else { return Output([.text(text)]) }
    try context.files.write(Array(text.utf8), to: path, at: call.place(of: "file"))
    return Output([Shown.written(path)])
  }

  /// The set in the form of `persona-set-1.schema.json`; quotes that were kept stay in this workspace.
  static func json(_ set: PersonaSet) -> String {
    var copy = set
    for index in copy.personas.indices {
      copy.personas[index].keptQuotes = []
      copy.personas[index].trace?.rows = []
    }
    return copy.json.canonical + "\n"
  }
}
