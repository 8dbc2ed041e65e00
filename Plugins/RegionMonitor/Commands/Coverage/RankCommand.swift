import WorkbenchKit

/// `regio rank --on conditions|parts [--region R…]`: between which places each region can be, and never one list without bounds.
struct RankCommand: Command {
  enum On: String, ArgumentChoice {
    case conditions, parts

    static let usual = On.conditions
    var about: Text? { list.label }
    var list: CardList { self == .conditions ? .conditions : .parts }
  }

  struct Arguments: Sendable {
    let on = Argument(
      requiredFlag: "on", .choice(On.self),
      about: Text(nl: "conditions (condities) of parts (onderdelen)", en: "conditions or parts"))
    let chosen = RegionsArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio rank", aliases: ["regio rang"],
    summary: Text(
      nl: "toon tussen welke plaatsen elke regio kan staan, voor zover dat bekend is",
      en: "show between which places each region can be, as far as that is known"),
    details: Text(
      nl:
        "De bron vergelijkt regio's niet en beoordeelt ze niet; dit gebeurt alleen als u erom vraagt. Een plaats telt hoeveel condities of onderdelen uitgewerkt "
        + "zijn: wie er zeker meer heeft staat erboven, wie gelijk staat deelt een plaats, genoemd telt als niet. Wat niet bekend is maakt de grenzen wijder. Waar "
        + "die meer dan de helft van alle plaatsen beslaan, is een regio niet te rangschikken. Het beeld gaat strenger: de een staat erboven als zij in elke "
        + "conditie zeker niet minder is, en in minstens één zeker meer.",
      en:
        "The source compares and judges no region; this is done only when you ask. A place counts how many conditions or parts are worked out: who surely has more "
        + "stands above, equal ones share a place, named counts as not. What is not known widens the bounds. Where these span more than half of all places a "
        + "region cannot be ranked. The picture is stricter: one stands above where in every condition it is surely not less, and in one at least surely more."
    ),
    next: [
      FollowUp("regio coverage --on conditions", Text(nl: "wat er nog te vragen is", en: "what is still to be asked"))
    ],
    soughtBy: ["rangorde", "hasse", "vergelijken", "benchmark"],
    examples: [
      .init("regio rank --on conditions --region breda,almelo", Text(nl: "twee regio's", en: "two regions")),
      .init(
        "regio rank --on questions", Text(nl: "daarvoor is geen rangorde", en: "there is no order for that"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let regions = try given.chosen.chosen(in: context)
    guard regions.count > 1 else {
      throw Diagnostic(
        "rank.few", Text(nl: "één regio heeft geen plaats", en: "one region has no place"),
        wayOut: Text(nl: "noem er twee of meer met --region", en: "name two or more with --region"),
        place: given.place(of: \.chosen.regions))
    }
    let items = try context.items(given.on.list)
    let book = try context.workspace.cardBook
    let order = OrderBounds(regions.map { region in items.map { book.cell($0, of: region.id).isDone } })
    var facts = Facts()
    facts.add("sure_pairs", order.surePairs, label: Text(nl: "paren die zeker zijn", en: "pairs that are sure"))
    facts.add("pairs", order.pairs, label: Text(nl: "paren", en: "pairs"))
    facts.add(
      "dominance_pairs", order.dominated.reduce(0) { $0 + $1.count },
      label: Text(nl: "paren zeker in elke conditie (het beeld)", en: "pairs sure in every condition (the picture)"))
    let told = try SourceTopic.all.first { $0.id == "state" }?.terms(in: context).first { $0.id == "oordeel" }
    let judgement = told?.what?.text ?? Text(nl: "de bron oordeelt niet", en: "the source does not judge")
    var blocks: [Block] = [
      .paragraph(Self.answer(order, regions)),
      .caution(nl: "de bron: \(judgement.nl)", en: "the source: \(judgement.en)"),
      .table(Self.table(order, regions, context)), .facts(facts),
    ]
    if let flow = Self.flow(order, regions) { blocks.append(.flow(flow)) }
    blocks.append(try context.knowledge.sources([told?.source, MethodWords.order], in: context))
    return Output(blocks)
  }

  private static func answer(_ order: OrderBounds, _ regions: [Region]) -> Text {
    let open = regions.indices.count { !order.isRankable($0) }
    let sure = Text(
      nl: "Van de \(order.pairs) paren \(order.surePairs == 1 ? "is er" : "zijn er") \(order.surePairs) zeker",
      en: "Of the \(order.pairs) pairs \(order.surePairs) \(order.surePairs == 1 ? "is" : "are") sure")
    guard open > 0 else { return sure + .verbatim(".") }
    return sure
      + Text(
        nl: open == 1 ? "; één regio is niet te rangschikken." : "; \(open) regio's zijn niet te rangschikken.",
        en: open == 1 ? "; one region cannot be ranked." : "; \(open) regions cannot be ranked.")
  }

  private static func table(_ order: OrderBounds, _ regions: [Region], _ context: Context) -> Table {
    let rows = regions.indices.sorted { one, other in
      let (a, b) = (order.places[one], order.places[other])
      return (a.lowerBound, a.upperBound, one) < (b.lowerBound, b.upperBound, other)
    }
    let places = rows.map { row in
      let place = order.places[row]
      return order.isRankable(row)
        ? .verbatim(place.count == 1 ? "\(place.lowerBound)" : "\(place.lowerBound)-\(place.upperBound)")
        : Text(nl: "niet te rangschikken", en: "cannot be ranked")
    }
    return Table(
      title: Text(nl: "Tussen welke plaatsen", en: "Between which places"),
      columns: [
        .texts("region", rows.map { regions[$0].id }).asDetail(),
        .texts("label", rows.map { regions[$0].label }, label: Text(nl: "regio", en: "region"), in: context),
        .counts("surely", rows.map { order.counts[$0].lowerBound }, label: Text(nl: "zeker", en: "surely")),
        .counts("possibly", rows.map { order.counts[$0].upperBound }, label: Text(nl: "hoogstens", en: "at most")),
        .texts("place", places, label: Text(nl: "plaats", en: "place"), in: context),
        .counts("best", rows.map { order.places[$0].lowerBound }, label: Text(nl: "beste plaats", en: "best place"))
          .asDetail(),
        .counts("worst", rows.map { order.places[$0].upperBound }, label: Text(nl: "laatste plaats", en: "last place"))
          .asDetail(),
        Column("rankable", .booleans(rows.map(order.isRankable)), label: Text(nl: "te rangschikken", en: "rankable"))
          .asDetail(),
      ])
  }

  /// What is surely above what, as far as it does not follow; nil where nothing is.
  private static func flow(_ order: OrderBounds, _ regions: [Region]) -> Flow? {
    let covers = order.covers
    guard !covers.isEmpty else { return nil }
    let levels = order.levels
    let depth = (levels.max() ?? 0) + 1
    let columns = (0..<depth).map { level in
      CellMatrix.Entry(
        String(level),
        label: level == 0
          ? Text(nl: "niemand zeker erboven", en: "nobody surely above")
          : Text(nl: "laag \(level + 1)", en: "layer \(level + 1)"))
    }
    return Flow(
      title: Text(
        nl: "Wie zeker boven wie staat, in elke conditie", en: "Who is surely above whom, in every condition"),
      columns: columns,
      nodes: regions.indices.map { Flow.Node(regions[$0].id, label: regions[$0].label, column: String(levels[$0])) },
      links: covers.map { Flow.Link(from: regions[$0.above].id, to: regions[$0.below].id) })
  }
}
