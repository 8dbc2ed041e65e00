import Decisions
import WorkbenchKit

/// `opgave place [T] [--complexity 1..5 …] --by ROLE`: on whose agenda a task belongs, by the source and by the circle's own table.
struct TaskPlaceCommand: Command {
  struct Arguments: Sendable {
    let task = Argument(
      optional: "task", .named(.task), about: Text(nl: "de opgave; anders alle", en: "the task; else all"))
    let complexity = Self.score("complexity", Text(nl: "hoe ingewikkeld, 1 tot 5", en: "how complex, 1 to 5"))
    let tailoring = Self.score("tailoring", Text(nl: "hoeveel maatwerk, 1 tot 5", en: "how much tailoring, 1 to 5"))
    let players = Self.score("players", Text(nl: "hoeveel spelers, 1 tot 5", en: "how many players, 1 to 5"))
    let influence = Self.score(
      "influence", Text(nl: "hoeveel invloed u zelf heeft, 1 tot 5", en: "how much influence you have yourself, 1 to 5")
    )
    let law = Argument(
      flag: "law", .choice(YesNo.self), about: Text(nl: "speelt de wet mee: ja of nee", en: "is law in play: ja or nee")
    )
    let started = Argument(
      flag: "started", .choice(YesNo.self),
      about: Text(nl: "komt het al van de grond: ja of nee", en: "is it well started: ja or nee"))
    let by = Argument(flag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
    let rules = Argument(
      flag: "rules", .file, about: Text(nl: "een eigen beslistabel (JSON)", en: "a decision table of your own (JSON)"))
    let check = Argument(
      toggle: "check",
      about: Text(
        nl: "houd de tabel tegen de 21 plaatsingen van de bron",
        en: "hold the table against the 21 placements of the source"))

    private static func score(_ name: String, _ about: Text) -> Argument<Int?> {
      Argument<Int?>(flag: name, .integer(1...5), about: about)
    }
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave place", aliases: ["opgave plaats"],
    summary: Text(
      nl: "zeg op welke agenda een opgave hoort: lokaal, bovenregionaal of landelijk",
      en: "say on which agenda a task belongs: local, supra-regional or national"),
    details: Text(
      nl:
        "De bron plaatst opgaven bij wijze van voorbeeld, en zegt dat de aard van de vraag en de eigen invloed beslissen. De beslistabel waar-agenderen en haar "
        + "grenzen zijn van ons: 'opgave rules' toont haar, en --rules neemt een andere. Wat niet gezegd is, blijft open: dan staat er wat nog kan. "
        + "Van meer rollen telt de lagere mediaan; waar rollen over ja of nee verschillen is het niet bekend.",
      en:
        "The source places tasks by way of example, and says that the kind of question and the own influence decide. The decision table waar-agenderen and its "
        + "limits are ours: 'opgave rules' shows it, and --rules takes another. What was not said stays open: then it stands what may still be. Of several roles the "
        + "lower median counts; where roles differ on yes or no it is not known."),
    changesWorkspace: true,
    next: [
      FollowUp(
        "opgave place --check", Text(nl: "hoe goed de tabel de bron volgt", en: "how well the table follows the source")
      )
    ],
    soughtBy: ["agenderen", "agenda", "schaal"],
    examples: [
      .init(
        "opgave place huisvesting --complexity 4 --players 5 --started nee --by gemeente",
        Text(nl: "verzonnen", en: "invented")),
      .init("opgave place huisvesting", Text(nl: "wat er gezegd is", en: "what was said")),
      .init("opgave place --check", Text(nl: "tegen de bron", en: "against the source")),
      .init(
        "opgave place huisvesting --complexity 4", Text(nl: "zonder rol", en: "without a role"),
        failsWith: "argument.missing"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let rules = try Self.rules(given, context)
    var book = try context.workspace.taskBook
    let task = try given.task?.item(in: context)
    let scores = [
      "complexity": given.complexity, "tailoring": given.tailoring, "players": given.players,
      "influence": given.influence,
    ].compactMapValues { $0 }
    let facts = ["law": given.law, "started": given.started].compactMapValues { $0.map { $0 == .yes } }
    if !scores.isEmpty || !facts.isEmpty {
      guard let task, let by = given.by else {
        throw Diagnostic(
          "argument.missing",
          task == nil
            ? Text(nl: "van welke opgave?", en: "of which task?") : Text(nl: "wie zegt dit?", en: "who says so?"),
          wayOut: Text(nl: "noem de opgave, en de rol met --by", en: "name the task, and the role with --by"),
          suggestion: task == nil ? nil : "--by", place: given.place)
      }
      var said = book.judged[task.id]?[by] ?? TaskBook.Judgement()
      said.scores.merge(scores) { $1 }
      said.facts.merge(facts) { $1 }
      book.judged[task.id, default: [:]][by] = said
      context.workspace.store(book)
    }
    let report = PlacingReport(rules: rules, book: book, context: context)
    return Output(given.check ? try report.check() : try report.shown(task.map { [$0] } ?? context.tasks))
  }

  private static func rules(_ given: Given<Arguments>, _ context: Context) throws -> PlaceRules {
    guard let path = given.rules else { return try context.shippedPlaceRules }
    let place = given.place(of: \.rules)
    // All that stands in it passes the guard.
    let taken = try DocumentIntake().take(path, at: place, in: context)
    let json = if case .json(let json) = taken.content { json } else { JSON.null }
    let one = json["tables"]?.array?.first ?? json.array?.first ?? json
    return try PlaceRules(DecisionTable(json: one, at: place), at: place)
  }
}

/// Yes or no as a flag is given.
enum YesNo: String, ArgumentChoice {
  case yes = "ja"
  case no = "nee"

  static let usual = YesNo.yes
  var about: Text? { self == .yes ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
}
