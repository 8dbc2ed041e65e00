import WorkbenchKit

/// How far something is in a plan, or that it is taken back.
enum WorkedWord: String, ArgumentChoice {
  case worked = "uitgewerkt"
  case named = "genoemd"
  case not = "niet"
  case unknown = "onbekend"
  case withdrawn = "intrekken"

  static let usual = WorkedWord.unknown
  /// From the least to the most.
  static let scale = ["niet", "genoemd", "uitgewerkt"]

  var about: Text? { word?.label ?? Text(nl: "neem terug wat er stond", en: "take back what was said") }
  var word: CardWord? { CardWord(rawValue: rawValue) }
  var answer: TypedAnswer { word.map(TypedAnswer.word) ?? .withdrawn }
}

extension Argument where Value == WorkedWord {
  static var worked: Argument {
    Argument(
      "value", .choice(WorkedWord.self),
      about: Text(
        nl: "uitgewerkt, genoemd, niet of onbekend",
        en: "uitgewerkt (worked out), genoemd (named), niet (not) or onbekend"))
  }
}

/// `regio condition X C VALUE --by ROLE`: how far a plan is with one of the eight conditions.
struct ConditionCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let condition = Argument(
      "condition", .named(.condition),
      about: Text(
        nl: "1 tot en met 8, 8a (kwaliteit) of 8b (vraaggerichtheid)", en: "1 through 8, 8a (quality) or 8b (demand)"))
    let value = Argument<WorkedWord>.worked
    let saying = SayingArguments()
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(
      asking: arguments.value,
      about: [.init(arguments.region), .init(arguments.condition, usually: (1...8).map { String($0) })],
      of: arguments.saying.by, scale: WorkedWord.scale, besides: ["onbekend"])
  }

  let signature = Signature(
    "regio condition", aliases: ["regio conditie"],
    summary: Text(
      nl: "zeg hoe ver het plan van een regio is met een conditie",
      en: "say how far the plan of a region is with a condition"),
    details: Text(
      nl:
        "De achtste conditie is uitgewerkt als beide helften dat zijn: 8a kwaliteit en 8b vraaggerichtheid. 'ballot new' vraagt het alle rollen tegelijk. "
        + "intrekken neemt een antwoord terug.",
      en:
        "The eighth condition is worked out when both halves are: 8a quality and 8b demand-orientation. 'ballot new' asks all roles at once. intrekken takes "
        + "an answer back."),
    changesWorkspace: true,
    next: [
      FollowUp("regio matrix conditions", Text(nl: "wie wat zei, in één beeld", en: "who said what, in one picture"))
    ],
    soughtBy: ["condities", "conditions", "commissie"],
    examples: [
      .init("regio condition breda 1 uitgewerkt --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init("regio condition breda 8a genoemd --by corporatie", Text(nl: "een halve conditie", en: "half a condition")),
      .init(
        "regio condition breda 9 niet --by gemeente", Text(nl: "er zijn er acht", en: "there are eight"),
        failsWith: "condition.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let item = try given.condition.item(in: context)
    return try given.saying.keep(given.value.answer, to: item, of: region, in: context)
  }
}

/// `regio part X P VALUE --by ROLE`: how far a plan is with one of its six parts.
struct PartCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let part = Argument(
      "part", .name, about: Text(nl: "1 tot en met 6", en: "1 through 6"),
      candidates: { context in ((try? context.parts) ?? []).map { Candidate($0.short, $0.label) } })
    let value = Argument<WorkedWord>.worked
    let saying = SayingArguments()
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(
      asking: arguments.value,
      about: [.init(arguments.region), .init(arguments.part, usually: (1...6).map { String($0) })],
      of: arguments.saying.by, scale: WorkedWord.scale, besides: ["onbekend"])
  }

  let signature = Signature(
    "regio part", aliases: ["regio onderdeel"],
    summary: Text(
      nl: "zeg hoe ver het plan van een regio is met een van zijn zes onderdelen",
      en: "say how far the plan of a region is with one of its six parts"),
    changesWorkspace: true,
    next: [FollowUp("regio matrix parts", Text(nl: "alle onderdelen in één beeld", en: "all parts in one picture"))],
    examples: [
      .init("regio part breda 2 genoemd --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio part breda 7 niet --by gemeente", Text(nl: "er zijn er zes", en: "there are six"),
        failsWith: "part.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let word = given.part.allSatisfy(\.isNumber) ? "part-\(given.part)" : given.part
    let item = try Vocabulary<CardItem>.part.one(word, in: context, at: given.place(of: \.part))
    return try given.saying.keep(given.value.answer, to: item, of: region, in: context)
  }
}

extension Given<SayingArguments> {
  /// Keeps an answer, and shows what stands there then.
  func keep(_ answer: TypedAnswer, to item: CardItem, of region: Region, in context: Context) throws -> Output {
    var book = try context.workspace.cardBook
    book.say(answer, to: item, of: region.id, by: self.by, at: self.at, source: self.source)
    context.workspace.store(book)
    return Output(try CardReport.blocks([.init(region: region, item: item)], book, by: self.by, context))
  }
}
