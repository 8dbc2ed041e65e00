import WorkbenchKit

/// `journey export --to FORM [FILE]`.
struct JourneyExportCommand: Command {
  /// What comes of the journey.
  enum Form: String, ArgumentChoice {
    case cjml, mermaid, csv, json, html

    static let usual = Form.cjml
    var about: Text? {
      switch self {
      case .cjml: .verbatim("CJML 2.0, XML")
      case .mermaid: .verbatim("Mermaid journey")
      case .csv: Text(nl: "een rij per stap", en: "a row for each step")
      case .json: nil
      case .html: Text(nl: "één bladzijde op zichzelf", en: "one page by itself")
      }
    }
  }

  struct Arguments: Sendable {
    let form = Argument(requiredFlag: "to", .choice(Form.self), about: Text(nl: "de vorm", en: "the form"))
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "het bestand; anders op het scherm", en: "the file; else on the screen"))
    let journey = Argument(
      flag: "journey", .named(.journey),
      about: Text(nl: "de reis; nodig als er meer dan één is", en: "the journey; needed where there are several"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey export",
    aliases: ["journey uitvoer"],
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
    examples: [
      .init("journey export --to cjml bezoek.cjml", Text(nl: "naar een bestand", en: "to a file")),
      .init("journey export --to mermaid", Text(nl: "op het scherm", en: "on the screen")),
      .init(
        "journey export --to visio", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let journey = try set.journey(given.journey)
    let persona = set.persona(journey.persona)
    let text =
      switch given.form {
      case .cjml: CJMLWriter(journey, persona, context.language).document
      case .mermaid: Mermaid.text(journey, persona, context.language)
      case .csv: JourneySheet.csv([journey], context.language)
      case .html: JourneyPage(journey, persona, context.language).text
      case .json: JourneyFile([journey], of: set).text
      }
    var blocks = [try context.deliver(text, to: given.file, at: given.place(of: \.file))]
    let silent = journey.steps.count { $0.feeling == nil }
    if given.form == .mermaid, silent > 0 {
      blocks.append(
        .caution(
          nl: "stappen zonder gevoel, met score 3 getekend: \(silent)",
          en: "steps without a feeling, drawn with score 3: \(silent)"))
    }
    return Output(blocks)
  }
}
