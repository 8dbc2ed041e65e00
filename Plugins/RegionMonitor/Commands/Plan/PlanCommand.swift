import Methods
import WorkbenchKit

/// `regio plan X --from DATE [--activities FILE] [--windows FILE]`: what a region's agenda hangs on, and when all councils have decided.
struct PlanCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let from = Argument(requiredFlag: "from", .day, about: Text(nl: "de eerste dag", en: "the first day"))
    let activities = Argument(
      flag: "activities", .table,
      about: Text(
        nl: "kolommen id, what, who, min, likely, max, after; duur in dagen",
        en: "columns id, what, who, min, likely, max, after; durations in days"))
    let windows = Argument(
      flag: "windows", .table,
      about: Text(
        nl: "kolommen municipality, first, every_days, notice_days",
        en: "columns municipality, first, every_days, notice_days"))
    let until = Argument(
      flag: "until", .day, about: Text(nl: "de kans dat het dan klaar is", en: "the chance that it is done then"))
    let draws = Argument(
      flag: "draws", .integer(1_000...500_000), default: "100000",
      about: Text(nl: "aantal trekkingen", en: "number of draws"))
    let seed = Argument(
      flag: "seed", .integer(0...Int(Int32.max)),
      about: Text(
        nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio plan", aliases: ["regio planning"],
    summary: Text(
      nl: "reken uit waar de agenda van een regio op vastzit, en wanneer alle raden hebben besloten",
      en: "work out what a region's agenda hangs on, and when all councils have decided"),
    details: Text(
      nl:
        "Duren zijn in dagen: minst, waarschijnlijk, meest (driehoekig). Het kritieke pad gaat over de waarschijnlijke duur; de trekkingen zeggen hoe vaak elke "
        + "activiteit kritiek is. De som volgens PERT staat ernaast: zij is te hoopvol zodra wegen naast elkaar lopen. Een raad besluit op zijn eerste "
        + "vergadering die genoeg dagen na het voorstel ligt. Zonder activiteiten ligt het voorstel er op --from. De tabellen blijven bewaard voor een "
        + "volgende keer.",
      en:
        "Durations are in days: least, likely, most (triangular). The critical path goes by the likely duration; the draws say how often each activity is critical. "
        + "The sum by PERT stands beside it: it is too hopeful as soon as ways run beside each other. A council decides at its first meeting that lies enough "
        + "days after the proposal. Without activities the proposal is there on --from. The tables are kept for a next time."
    ),
    changesWorkspace: true,
    next: [FollowUp("keep planning --last", Text(nl: "bewaar dit antwoord", en: "keep this answer"))],
    soughtBy: ["kritieke pad", "pert", "raad", "vergadering", "doorlooptijd"],
    examples: [
      .init(
        "regio plan kustproef --from 2027-01-04 --activities stappen.csv --windows raden.csv --until 2027-04-01 --draws 2000",
        Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio plan kustproef --from 2027-02-01 --windows raden.csv",
        Text(nl: "het voorstel ligt er al", en: "the proposal is there already")),
      .init(
        "regio plan kustproef --from 2027-02-01", Text(nl: "zonder stappen en raden", en: "without steps and councils"),
        failsWith: "plan.empty"),
      .init(
        "regio plan kustproef --from 2027-02-01 --activities kringstappen.csv",
        Text(nl: "stappen die op elkaar wachten", en: "steps that wait for each other"),
        failsWith: "plan.cycle"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    var plan = try context.workspace.plan(of: region.id) ?? RegionPlan(activities: [], windows: [])
    let intake = TableIntake(protection: given.guarding.guarding(in: context))
    var notices: [Notice] = []
    if let reference = given.activities {
      let taken = try reference.table(in: context, intake: intake)
      plan.activities = try PlanIntake.activities(try taken.demandRows(at: reference.place), at: reference.place)
      notices += taken.notices
    }
    if let reference = given.windows {
      let taken = try reference.table(in: context, intake: intake)
      let table = try taken.demandRows(at: reference.place)
      let rows = try MunicipalRows(table, of: region, .init(required: []), try context.regionBook, at: reference.place)
      plan.windows = try PlanIntake.windows(table, rows.names, at: reference.place)
      notices += rows.remarks + taken.notices
    }
    guard !plan.activities.isEmpty || !plan.windows.isEmpty else {
      throw Diagnostic(
        "plan.empty",
        Text(nl: "er zijn geen activiteiten en geen raden", en: "there are no activities and no councils"),
        wayOut: Text(
          nl: "geef een tabel met --activities of --windows", en: "give a table with --activities or --windows"),
        suggestion: "--activities", place: given.place)
    }
    let network = try plan.network(at: given.activities?.place)
    let report = try Self.report(plan, network, given, context)
    if given.has(\.activities) || given.has(\.windows) { context.workspace.store(plan, of: region.id) }
    return Output(
      try report.blocks(context) + notices.map(Block.notice) + [
        try context.knowledge.sources(
          [MethodWords.path] + (report.isDrawn ? [MethodWords.network, MethodWords.threePoints] : []), in: context)
      ])
  }

  private static func report(
    _ plan: RegionPlan, _ network: ActivityNetwork, _ given: Given<Arguments>, _ context: Context
  ) throws -> PlanReport {
    guard let path = CriticalPath(network, durations: plan.activities.map(\.likely)) else {
      throw Diagnostic("plan.empty", Text(nl: "dit plan kan niet", en: "this plan cannot be"), place: given.place)
    }
    var simulation: NetworkSimulation?
    var seed: UInt64 = 0
    if plan.activities.contains(where: { $0.least < $0.most }) {
      guard plan.activities.count * given.draws <= 20_000_000 else {
        throw Diagnostic(
          "plan.size", Text(nl: "dit is te veel om te trekken", en: "this is too much to draw"),
          wayOut: Text(nl: "neem minder trekkingen", en: "take fewer draws"), suggestion: "--draws", place: given.place)
      }
      seed = given.seed.map { UInt64($0) } ?? context.seed
      simulation = try NetworkSimulation(
        network, durations: plan.activities.map(\.distribution), draws: given.draws, random: RandomStream(seed: seed)
      ) { done throws in
        try context.checkInterrupt()
        context.monitor.progress(Double(done) / Double(given.draws), Text(nl: "trekken", en: "drawing"))
      }
    }
    return PlanReport(
      plan: plan, path: path, simulation: simulation, from: given.from, by: given.until,
      drawn: simulation == nil ? nil : Text.drawn(given.draws, seed: seed))
  }
}
