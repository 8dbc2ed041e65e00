import Methods
import WorkbenchKit

/// `waakvlam caseload`: how many are in contact and wait, month by month, beside the steady state.
struct CaseloadCommand: Command {
  struct Arguments: Sendable {
    let arrivals = Argument(
      requiredFlag: "arrivals", Arrivals.argument,
      about: Text(
        nl: "hoeveel er per maand komen: een getal, een verdeling, of estimate:INDICATOR*DEEL",
        en: "how many come in a month: a number, a distribution, or estimate:INDICATOR*PART"))
    let stay = Argument(
      requiredFlag: "stay", TypedQuantity.kind("stay", .aboveNought),
      about: Text(nl: "hoeveel maanden een contact gemiddeld duurt", en: "how many months a contact lasts on average"))
    let spots = Argument(
      requiredFlag: "places", .integer(1...100_000),
      about: Text(nl: "hoeveel plekken er zijn", en: "how many places there are"))
    let start = Argument(
      flag: "start", .integer(0...100_000), default: "0",
      about: Text(nl: "hoeveel er aan het begin in contact zijn", en: "how many are in contact at the start"))
    let waiting = Argument(
      flag: "waiting", .integer(0...100_000), default: "0",
      about: Text(nl: "hoeveel er aan het begin wachten", en: "how many wait at the start"))
    let months = Argument(
      flag: "months", .integer(1...600), default: "24", about: Text(nl: "lengte van het plan", en: "length of the plan")
    )
    let returning = Argument(
      flag: "return", .share,
      about: Text(nl: "welk deel terugkomt na een contact", en: "which part comes back after a contact"))
    let target = Argument(
      flag: "target-wait", .above0("target-wait"),
      about: Text(
        nl: "zoek het aantal plekken voor deze gemiddelde wachttijd, in maanden",
        en: "find the places for this mean wait, in months"))
    let sure = Argument(
      flag: "sure", .share,
      about: Text(
        nl: "hoe zeker dat in het plan gehaald moet worden", en: "how surely that is to be reached within the plan"))
    let drawing = DrawArguments()
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de maanden klaar als \(CaseloadReport.offered), voor andere plugins",
        en: "offer the months as \(CaseloadReport.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam caseload", aliases: ["waakvlam plekken"],
    summary: Text(
      nl: "reken per maand uit hoeveel mensen in contact zijn en hoeveel er wachten",
      en: "work out month by month how many people are in contact and how many wait"),
    details: Text(
      nl:
        "Alle getallen zijn per maand. Ernaast staat de formule van Erlang, die geldt als alles tot rust is gekomen: bij een contact van een jaar is dat "
        + "in een plan van twee jaar zelden zo, en dan wordt dat gezegd. Met getallen wordt het verloop precies uitgerekend (toevallige komst, "
        + "toevallige duur); met een verdeling of --return wordt getrokken, en dan is elke trekking één mogelijk verloop met zijn eigen aantal en "
        + "duur. De wachttijd is het gemiddelde over allen die kwamen, ook wie niet hoefde te wachten. Met --target-wait: het kleinste "
        + "aantal plekken volgens de formule, met --sure volgens trekkingen.",
      en:
        "All figures are by the month. Beside it stands Erlang's formula, which holds once all has settled: with a contact of a year that is "
        + "seldom so in a plan of two, and then it is said. With numbers the course is worked out exactly (coming at random, staying at "
        + "random); with a distribution or --return it is drawn, and then each draw is one course that may be, with a rate and a stay of its own. "
        + "The wait is the mean over all who came, those who did not have to wait too. With --target-wait: the fewest places by the formula, with "
        + "--sure by draws."),
    changesWorkspace: true,
    next: [FollowUp("keep plekken --last", Text(nl: "bewaar dit antwoord", en: "keep this answer"))],
    soughtBy: ["wachttijd", "wachtlijst", "waiting", "queue", "erlang"],
    examples: [
      .init(
        "waakvlam caseload --arrivals 3 --stay 12 --places 40 --start 30",
        Text(nl: "verzonnen: drie per maand, een jaar lang", en: "invented: three a month, for a year")),
      .init(
        "waakvlam caseload --arrivals triangular:2:3:5 --stay 12 --places 40 --draws 500",
        Text(nl: "verzonnen, met onzekere komst", en: "invented, with uncertain arrivals")),
      .init(
        "waakvlam caseload --arrivals 3 --stay 12 --places 40 --target-wait 1",
        Text(nl: "hoeveel plekken voor een maand wachten", en: "how many places for a wait of a month")),
      .init(
        "waakvlam caseload --arrivals 3 --stay 12 --places 40 --start 41",
        Text(nl: "meer mensen dan plekken aan het begin", en: "more people than places at the start"),
        failsWith: "caseload.start"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try Self.check(given)
    let (arrivals, said) = try given.checking(\.arrivals) { try $0.quantity(in: context) }
    let returning = given.returning ?? 0
    let rate = arrivals.mean / (1 - returning)
    let isDrawn = !arrivals.isSure || !given.stay.isSure || returning > 0
    let plan = CaseloadSimulation.Plan(
      rate: arrivals.distribution, stay: given.stay.distribution, places: given.spots, start: given.start,
      waiting: given.waiting, periods: given.months, returning: returning)
    try Self.demandSize(arrivals.mean, plan, isDrawn || given.sure != nil ? given.drawing.draws : nil, given.place)
    var report: CaseloadReport
    if isDrawn {
      let simulation = try Self.simulate(plan, given, context)
      report = Self.report(rate, plan, simulation.moments)
      report.unstableDraws = simulation.unstable
    } else {
      let course = try QueueCourse(
        .init(
          rate: arrivals.mean, stay: given.stay.mean, places: given.spots, start: given.start, waiting: given.waiting,
          periods: given.months)
      ) { (_: Int) throws in try context.checkInterrupt() }
      report = Self.report(rate, plan, course.moments)
    }
    if let target = given.target {
      report.target = target
      report.sure = given.sure
      report.needed = try Self.needed(rate, plan, target, given, context)
    }
    var blocks: [Block] = [.paragraph(report.answer)] + report.cautions
    blocks += [.facts(report.facts), .table(report.table), .chart(report.chart)]
    if given.offer { blocks.append(report.offer(context)) }
    blocks += said + [Self.time, MethodWords.ownFigures]
    if isDrawn || given.sure != nil { blocks.append(context.drawnNotice(given.drawing)) }
    context.workspace.note(
      assumption: Text(
        nl: "mensen komen los van elkaar, en de duur van een contact is exponentieel verdeeld",
        en: "people come independently of each other, and a contact lasts for an exponential time"))
    blocks.append(try context.knowledge.sources([MethodWords.erlang, MethodWords.uniformisation], in: context))
    return Output(blocks)
  }

  private static let time = Block.info(
    nl: "alles per maand; mensen komen los van elkaar en blijven toevallig lang (exponentieel): dat is een aanname",
    en: "all by the month; people come independently and stay for a random (exponential) time: that is an assumption")

  private static func report(
    _ rate: Double, _ plan: CaseloadSimulation.Plan, _ moments: [QueueMoment]
  ) -> CaseloadReport {
    CaseloadReport(
      rate: rate, stay: plan.stay.mean, places: plan.places, moments: moments,
      steady: ErlangC(rate: rate, handling: plan.stay.mean, places: plan.places))
  }

  private static func simulate(
    _ plan: CaseloadSimulation.Plan, _ given: Given<Arguments>, _ context: Context
  ) throws -> CaseloadSimulation {
    try CaseloadSimulation(plan, draws: given.drawing.draws, seed: given.drawing.seed(in: context)) { done throws in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(given.drawing.draws), Text(nl: "trekken", en: "drawing"))
    }
  }

  /// The fewest places for the target: by the steady state, or by draws where it is to be reached surely; nil where none reaches it.
  private static func needed(
    _ rate: Double, _ plan: CaseloadSimulation.Plan, _ target: Double, _ given: Given<Arguments>, _ context: Context
  ) throws -> Int? {
    guard let sure = given.sure else {
      return ErlangC.fewest(rate: rate, handling: plan.stay.mean, meanWait: target)?.places
    }
    func isEnough(_ places: Int) throws -> Bool {
      var tried = plan
      tried.places = places
      let waits = try simulate(tried, given, context).waits
      return Double(waits.count { !($0 > target) }) >= sure * Double(waits.count) - 1e-9
    }
    // Who is in contact at the start has a place.
    var low = max(1, plan.start) - 1
    var high = max(low + 1, Int(rate * plan.stay.mean) + 1)
    while try !isEnough(high) {
      low = high
      high *= 2
      if high > 1_000_000 { return nil }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// - Throws: `caseload.start`, `caseload.waiting`, `caseload.target`, `argument.range`.
  private static func check(_ given: Given<Arguments>) throws {
    if given.start > given.spots {
      throw Diagnostic(
        "caseload.start",
        Text(
          nl: "\(given.start) in contact past niet op \(given.spots) plekken",
          en: "\(given.start) in contact do not fit on \(given.spots) places"),
        wayOut: Text(nl: "wie geen plek heeft, wacht: --waiting", en: "who has no place waits: --waiting"),
        suggestion: "--waiting", place: given.place(of: \.start))
    }
    if given.waiting > 0, given.start < given.spots {
      throw Diagnostic(
        "caseload.waiting",
        Text(nl: "er wachten mensen terwijl er plekken vrij zijn", en: "people wait while places are free"),
        wayOut: Text(
          nl: "zet eerst iedereen op een plek: --start \(given.spots)",
          en: "give everybody a place first: --start \(given.spots)"),
        suggestion: "--start \(given.spots)", place: given.place(of: \.waiting))
    }
    if given.sure != nil, given.target == nil {
      throw Diagnostic(
        "caseload.target", Text(nl: "waarvan moet men zeker zijn?", en: "of what is one to be sure?"),
        wayOut: Text(nl: "geef ook --target-wait, zoals 1", en: "give --target-wait too, such as 1"),
        suggestion: "--target-wait", place: given.place(of: \.sure))
    }
    if let returning = given.returning, returning >= 1 {
      throw Diagnostic(
        "argument.range",
        Text(nl: "komt iedereen terug, dan raakt niemand zijn plek kwijt", en: "if all come back nobody ever leaves"),
        wayOut: Text(nl: "geef --return onder 1", en: "give --return below 1"), place: given.place(of: \.returning))
    }
  }

  /// - Throws: `caseload.size` for more than is worked out in reasonable time.
  private static func demandSize(
    _ rate: Double, _ plan: CaseloadSimulation.Plan, _ draws: Int?, _ place: Place?
  ) throws {
    let periods = Double(plan.periods)
    let course = QueueCourse.Plan(
      rate: rate, stay: plan.stay.mean, places: plan.places, periods: plan.periods)
    let perDraw = (rate * 2 + Double(plan.start) / plan.stay.mean) * periods
    let isTooLarge =
      draws.map { perDraw * Double($0) > 2e9 || periods * Double($0) > 2e6 } ?? (course.size > QueueCourse.largest)
    guard isTooLarge else { return }
    throw Diagnostic(
      "caseload.size", Text(nl: "dit plan is te groot om door te rekenen", en: "this plan is too large to work out"),
      wayOut: Text(
        nl: "neem minder maanden of trekkingen, of reken voor een deel van het gebied",
        en: "take fewer months or draws, or work it out for a part of the area"), place: place)
  }
}
