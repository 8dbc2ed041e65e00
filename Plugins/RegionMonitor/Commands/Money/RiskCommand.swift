import Methods
import WorkbenchKit

/// `regio risk X --clients FILE --cost D --over S`: how far costs may go over what is expected, each alone and in a pool.
struct RiskCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let clients = Argument(
      requiredFlag: "clients", .table,
      about: Text(
        nl: "kolommen municipality, clients (of light en heavy)",
        en: "columns municipality, clients (or light and heavy)"))
    let cost = Argument(
      requiredFlag: "cost", TypedQuantity.kind("cost", .aboveNought),
      about: Text(
        nl: "euro per cliënt per jaar: een getal of een verdeling",
        en: "euro for a client in a year: a number or a distribution"))
    let over = Argument(
      requiredFlag: "over", .share,
      about: Text(nl: "vanaf welk deel erboven het te veel is: 20%", en: "from which part over it is too much: 20%"))
    let from = Argument(
      flag: "reinsure", .integer(1...100_000),
      about: Text(
        nl: "wat herverzekeren vanaf de zoveelste cliënt kost", en: "what reinsuring from the n-th client costs"))
    let draws = Argument(
      flag: "draws", .integer(1_000...50_000), default: "10000",
      about: Text(nl: "aantal trekkingen, als de kosten verschillen", en: "number of draws, where costs differ"))
    let seed = Argument(
      flag: "seed", .integer(0...Int(Int32.max)),
      about: Text(
        nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's"))
    let doubled = DoubledArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio risk", aliases: ["regio risico"],
    summary: Text(
      nl: "reken uit hoe vaak een gemeente te veel kost, alleen en samen met de regio",
      en: "work out how often a municipality costs too much, alone and in a pool with the region"),
    details: Text(
      nl:
        "Het aantal cliënten is toeval rond wat verwacht wordt (Poisson): een aanname. Kost elke cliënt evenveel, dan is alles precies uitgerekend; bij een "
        + "verdeling wordt getrokken. De reserve is wat de ergste vijf procent van de jaren gemiddeld boven de verwachting kost (ES95). Bij kleine "
        + "aantallen is het verschil tussen alleen en samen het grootst. Aantallen onder de grens zijn achtergehouden, met alles waaruit zij zouden volgen.",
      en:
        "The number of clients is chance around what is expected (Poisson): an assumption. If each client costs the same all is worked out exactly; with a "
        + "distribution it is drawn. The reserve is what the worst five percent of years cost on average over what is expected (ES95). With small counts the "
        + "difference between alone and together is largest. Counts below the limit are held back, with all that they would follow from."
    ),
    next: [
      FollowUp(
        "regio split breda --clients c.csv --cost light=25000,heavy=80000",
        Text(nl: "wie wat betaalt", en: "who pays what"))
    ],
    soughtBy: ["risico", "solidariteit", "reserve", "pool", "herverzekering"],
    examples: [
      .init(
        "regio risk kustproef --clients clienten.csv --cost 60000 --over 20%", Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio risk kustproef --clients clienten.csv --cost triangular:30000:60000:120000 --over 20% --reinsure 12 --draws 1000",
        Text(nl: "verzonnen, met ongelijke kosten", en: "invented, with uneven costs")),
      .init(
        "regio risk kustproef --clients clienten.csv --cost 60000 --over 200%", Text(nl: "geen deel", en: "no part"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let reader = MunicipalReader(
      region: region, book: try context.regionBook, protection: given.guarding.guarding(in: context), context: context)
    let read = try reader.rows(given.clients, .init(required: [], optional: ["clients", "light", "heavy"]))
    let clients = try Self.clients(read.rows, given)
    let seed = given.seed.map { UInt64($0) } ?? (given.cost.isSure ? 0 : context.seed)
    let report = RiskReport(
      names: read.rows.names, clients: clients, over: given.over, reinsured: given.from, cost: given.cost.mean,
      risks: try Self.risks(clients, given, seed, context), counts: SmallCounts(context.workspace))
    var blocks = report.blocks
    if let remark = read.rows.doubledRemark(shared: given.doubled.share) { blocks.append(.notice(remark)) }
    blocks += read.notices.map(Block.notice) + [MethodWords.ownFigures]
    if !given.cost.isSure {
      let told = Text.drawn(given.draws, seed: seed)
      blocks.append(.info(nl: told.nl, en: told.en))
    }
    context.workspace.note(
      assumption: Text(
        nl: "cliënten komen los van elkaar (Poisson), en hun kosten ook",
        en: "clients come independently (Poisson), and so do their costs"))
    blocks.append(try context.knowledge.sources([MethodWords.shortfall], in: context))
    return Output(blocks)
  }

  /// - Throws: `column.unknown`, `count.whole`.
  private static func clients(_ rows: MunicipalRows, _ given: Given<Arguments>) throws -> [Double] {
    let place = given.clients.place
    var sums = [Double](repeating: 0, count: rows.names.count)
    let columns = rows.numbers["clients"] == nil ? ["light", "heavy"] : ["clients"]
    for column in columns {
      guard rows.numbers[column] != nil else {
        throw Diagnostic(
          "column.unknown", Text(nl: "de tabel heeft geen kolom 'clients'", en: "the table has no column 'clients'"),
          wayOut: Text(nl: "geef clients, of light en heavy", en: "give clients, or light and heavy"), place: place)
      }
      for (row, count) in try rows.counts(column, at: place).enumerated() { sums[row] += count }
    }
    guard given.doubled.share else { return sums }
    return sums.enumerated().map { rows.halved.contains($0.offset) ? $0.element / 2 : $0.element }
  }

  /// Of each municipality and of all together.
  private static func risks(
    _ clients: [Double], _ given: Given<Arguments>, _ seed: UInt64, _ context: Context
  ) throws -> (alone: [RiskFigures], pooled: RiskFigures) {
    let all = clients.reduce(0, +)
    let cost = given.cost.distribution
    if given.cost.isSure {
      let figures = { (mean: Double) in RiskFigures(PoissonRisk(mean: mean, cost: cost.mean), over: given.over) }
      return (clients.map(figures), figures(all))
    }
    guard all * Double(given.draws) <= 2e8 else {
      throw Diagnostic(
        "risk.size", Text(nl: "dit is te veel om te trekken", en: "this is too much to draw"),
        wayOut: Text(nl: "neem minder trekkingen, of één kostprijs", en: "take fewer draws, or one cost"),
        place: given.place)
    }
    let drawn = try CompoundDraws(clients, cost: cost, draws: given.draws, seed: seed) { done throws in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(given.draws), Text(nl: "trekken", en: "drawing"))
    }
    return (
      clients.indices.map { RiskFigures(clients[$0], cost, drawn, at: $0, over: given.over) },
      RiskFigures(all, cost, drawn, at: clients.count, over: given.over)
    )
  }
}
