import WorkbenchKit

/// `journey export --to FORM [FILE]`.
struct JourneyExportCommand: UntypedCommand {
  let signature = Signature(
    "journey export", aliases: ["journey uitvoer"],
    summary: Text(
      nl: "schrijf een klantreis als CJML, Mermaid, CSV, JSON of HTML",
      en: "write a journey as CJML, Mermaid, CSV, JSON or HTML"),
    details: Text(
      nl:
        "CJML 2.0 (SINTEF): wat bedoeld was als plannedJourney, wat gebeurde als actualJourney; gevoel plus drie als experienceRating. "
        + "Verwachting, pijn, kans, eigenaar en moment van de waarheid kent CJML niet: die staan in een eigen naamruimte. Mermaid: score 1 "
        + "tot en met 5; een stap zonder gevoel krijgt 3.",
      en:
        "CJML 2.0 (SINTEF): what was planned as plannedJourney, what happened as actualJourney; the feeling plus three as "
        + "experienceRating. CJML knows no expectation, pain, opportunity, owner or moment of truth: these stand in a namespace of our "
        + "own. Mermaid: score 1 through 5; a step without a feeling gets 3."),
    parameters: [
      Parameter(
        "to",
        .choice([
          Candidate("cjml", .verbatim("CJML 2.0, XML")), Candidate("mermaid", .verbatim("Mermaid journey")),
          Candidate("csv", Text(nl: "een rij per stap", en: "a row for each step")), Candidate("json"),
          Candidate("html", Text(nl: "één bladzijde op zichzelf", en: "one page by itself")),
        ]), position: .flag, required: true, about: Text(nl: "de vorm", en: "the form")),
      .argument(
        "file", .file(existing: false), required: false,
        about: Text(nl: "het bestand; anders op het scherm", en: "the file; else on the screen")),
      .flag(
        "journey", .text,
        about: Text(nl: "de reis; nodig als er meer zijn", en: "the journey; needed where there are several"),
        candidates: SetParameters.journeys),
    ],
    examples: [
      .init("journey export --to cjml bezoek.cjml", Text(nl: "naar een bestand", en: "to a file")),
      .init("journey export --to mermaid", Text(nl: "op het scherm", en: "on the screen")),
      .init(
        "journey export --to visio", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    let journey = try SetParameters.journey(in: call, set)
    let persona = set.persona(journey.persona)
    let form = call.text("to") ?? ""
    let text =
      switch form {
      case "cjml": CJMLWriter(journey, persona, context.language).document
      case "mermaid": Mermaid.text(journey, persona, context.language)
      case "csv": JourneySheet.csv([journey], context.language)
      case "html": JourneyPage(journey, persona, context.language).text
      default: Self.json([journey], set)
      }
    var blocks: [Block] = []
    if let path = call.text("file") {
      try context.files.write(Array(text.utf8), to: path, at: call.place(of: "file"))
      blocks.append(Shown.written(path))
    } else {
      blocks.append(.text(text))
    }
    let silent = journey.steps.count { $0.feeling == nil }
    if form == "mermaid", silent > 0 {
      blocks.append(
        Shown.caution(
          "stappen zonder gevoel, met score 3 getekend: \(silent)",
          "steps without a feeling, drawn with score 3: \(silent)"))
    }
    return Output(blocks)
  }

  /// `{"format": 1, "journeys": […], "personas": […]}`.
  static func json(_ journeys: [Journey], _ set: PersonaSet) -> String {
    let personas = journeys.compactMap { set.persona($0.persona) }.map {
      JSON.members(["id": .string($0.id), "name": $0.name.json])
    }
    return JSON.members([
      "format": .number(Double(PersonaSet.form)), "journeys": .array(journeys.map(\.json)),
      "personas": .array(personas),
    ]).canonical + "\n"
  }
}
