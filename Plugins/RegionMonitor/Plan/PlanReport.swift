import Methods
import WorkbenchKit

/// A plan worked out: when each activity can and must begin, which decide, and when all councils have decided.
struct PlanReport {
  let plan: RegionPlan
  let path: CriticalPath
  /// Nil where no duration is in doubt.
  let simulation: NetworkSimulation?
  let from: CalendarDate
  let by: CalendarDate?
  /// How it was drawn.
  let drawn: Text?

  var isDrawn: Bool { simulation != nil }

  /// The first day on which what takes so many days is done.
  private func day(_ days: Double) -> CalendarDate? { from.adding(days: Int((days - 1e-9).rounded(.up))) }

  /// The day on which something begins after so many days.
  private func start(_ days: Double) -> CalendarDate? { from.adding(days: Int((days + 1e-9).rounded(.down))) }

  private var critical: [Int] { plan.activities.indices.filter(path.isCritical) }

  /// The activities of the critical path; of several ways the one that takes the longest by PERT.
  private var way: [PlanActivity] {
    var best: [Int: (mean: Double, way: [Int])] = [:]
    let ids = plan.activities.map(\.id)
    for index in critical.sorted(by: { (path.earliest[$0], $0) < (path.earliest[$1], $1) }) {
      let one = plan.activities[index]
      let before = one.after.compactMap { ids.firstIndex(of: $0) }
        .filter { path.isCritical($0) && path.earliest[$0] + plan.activities[$0].likely >= path.earliest[index] - 1e-9 }
        .compactMap { best[$0] }
      let longest = before.max { $0.mean < $1.mean }
      let mean = (one.least + 4 * one.likely + one.most) / 6
      best[index] = ((longest?.mean ?? 0) + mean, (longest?.way ?? []) + [index])
    }
    let longest = best.values.max { ($0.mean, $1.way.count) < ($1.mean, $0.way.count) }
    return (longest?.way ?? []).map { plan.activities[$0] }
  }

  private var decided: (day: CalendarDate, councils: [String])? {
    day(path.duration).flatMap { plan.windows.last(on: $0) }
  }

  /// The chance that all is done, and decided, by the day that was asked for.
  private var chance: Double? {
    guard let by else { return nil }
    let isDone = { (days: Double) -> Bool in
      guard !plan.windows.isEmpty else { return days <= Double(by.dayNumber - from.dayNumber) + 1e-9 }
      return day(days).flatMap { plan.windows.last(on: $0) }.map { $0.day <= by } ?? false
    }
    guard let simulation else { return isDone(path.duration) ? 1 : 0 }
    // Longer is never decided earlier, so the draws part in two.
    var (low, high) = (0, simulation.durations.count)
    while low < high {
      let middle = (low + high) / 2
      if isDone(simulation.durations[middle]) { low = middle + 1 } else { high = middle }
    }
    return Double(low) / Double(max(1, simulation.durations.count))
  }

  func blocks(_ context: Context) throws -> [Block] {
    var blocks: [Block] = [.paragraph(answer)]
    if !plan.activities.isEmpty { blocks.append(.table(table)) }
    if let table = councils { blocks.append(.table(table)) }
    blocks += [.timeline(timeline), .facts(facts)]
    if let simulation, let hope = hope(simulation) { blocks.append(hope) }
    if let drawn { blocks.append(.info(nl: drawn.nl, en: drawn.en)) }
    blocks.append(
      .info(
        nl: "dagen zijn kalenderdagen; duren en vergaderingen zijn van de tafel, de bron geeft er geen",
        en: "days are calendar days; durations and meetings are the table's, the source gives none"))
    return blocks
  }

  /// By how much the sum by PERT is too hopeful, and why; nil where it is not.
  private func hope(_ simulation: NetworkSimulation) -> Block? {
    let way = way
    let sum = ThreePointSum(way.map { ($0.least, $0.likely, $0.most) }).mean
    // The same way as it is drawn: a triangle gives what may take long more weight than PERT does.
    let drawnWay = way.reduce(0) { $0 + $1.distribution.mean }
    let (longer, beside) = (simulation.mean - sum, simulation.mean - drawnWay)
    guard longer >= 0.05 else { return nil }
    let days = Text.number(longer, decimals: 2)
    let reasons = [
      beside >= 0.05
        ? Text(
          nl: "\(Text.number(beside, decimals: 2).nl) doordat een weg ernaast kan uitlopen",
          en: "\(Text.number(beside, decimals: 2).en) as a way beside it may run late") : nil,
      drawnWay - sum >= 0.05
        ? Text(
          nl: "\(Text.number(drawnWay - sum, decimals: 2).nl) doordat PERT de langste duur licht weegt",
          en: "\(Text.number(drawnWay - sum, decimals: 2).en) as PERT gives the longest duration little weight") : nil,
    ].compactMap { $0 }
    let why = Text(nl: reasons.map(\.nl).joined(separator: " en "), en: reasons.map(\.en).joined(separator: " and "))
    return .caution(
      nl: "de som volgens PERT is te hoopvol: gemiddeld duurt het \(days.nl) dagen langer, \(why.nl)",
      en: "the sum by PERT is too hopeful: on average it takes \(days.en) days longer, \(why.en)")
  }

  private var answer: Text {
    let names = critical.map { plan.activities[$0].what }
    let way = Text.list(names, atMost: 6)
    let path = names.isEmpty ? nil : Text(nl: "Het kritieke pad is: \(way.nl).", en: "The critical path is: \(way.en).")
    let ready = day(self.path.duration).map { Text.day($0) }
    if let decided {
      let day = Text.day(decided.day)
      let councils = Text.list(decided.councils)
      let last =
        decided.councils.count == 1
        ? Text(
          nl: "De raad van \(councils.nl) beslist als laatste, op \(day.nl).",
          en: "The council of \(councils.en) decides last, on \(day.en).")
        : Text(
          nl: "De raden van \(councils.nl) beslissen als laatste, op \(day.nl).",
          en: "The councils of \(councils.en) decide last, on \(day.en).")
      return path.map { last + .verbatim(" ") + $0 } ?? last
    }
    let done = ready.map { Text(nl: "Alles is klaar op \($0.nl).", en: "All is done on \($0.en).") }
    return .joined([done, path].compactMap { $0 }, by: " ")
  }

  private var table: Table {
    let rows = plan.activities.indices.sorted { (path.earliest[$0], $0) < (path.earliest[$1], $1) }
    let activities = rows.map { plan.activities[$0] }
    return Table(
      title: Text(nl: "Wat wanneer kan en moet", en: "What can be when, and must"),
      columns: [
        .texts("id", activities.map(\.id), label: Text(nl: "nr.", en: "no.")).asDetail(),
        .texts("what", activities.map(\.what), label: Text(nl: "wat", en: "what")),
        .texts("who", activities.map(\.who), label: Text(nl: "wie", en: "who")).asDetail(
          activities.allSatisfy { $0.who == nil }),
        .dates(
          "earliest", rows.map { start(path.earliest[$0]) }, label: Text(nl: "vroegste begin", en: "earliest start")),
        .dates("latest", rows.map { start(path.latest[$0]) }, label: Text(nl: "laatste begin", en: "latest start")),
        .numbers("float", rows.map { path.float[$0] }, label: Text(nl: "speling (dagen)", en: "float (days)")),
        Column("critical", .booleans(rows.map(path.isCritical)), label: Text(nl: "kritiek", en: "critical"))
          .asDetail(simulation != nil),
        .numbers(
          "criticality", rows.map { simulation?.criticality[$0] ?? (path.isCritical($0) ? 1 : 0) },
          label: Text(nl: "hoe vaak kritiek", en: "how often critical"), unit: .share, format: .share(0)
        ).asDetail(simulation == nil),
      ]
    ).atAGlance(
      columns: ["what", "earliest", "latest", "float"] + (simulation == nil ? ["critical"] : ["criticality"]))
  }

  private var councils: Table? {
    guard let ready = day(path.duration), !plan.windows.isEmpty else { return nil }
    let rows = plan.windows.map { ($0, $0.decides(on: ready)) }
    return Table(
      title: Text(nl: "Wanneer elke raad kan besluiten", en: "When each council can decide"),
      columns: [
        .texts("municipality", rows.map(\.0.municipality), label: Text(nl: "raad van", en: "council of")),
        .dates("decides", rows.map(\.1), label: Text(nl: "besluit", en: "decides")),
        .numbers(
          "waits", rows.map { window, day in day.map { Double($0.dayNumber - ready.dayNumber) } ?? .nan },
          label: Text(nl: "dagen na het voorstel", en: "days after the proposal"), format: .decimals(0)),
      ])
  }

  private var timeline: Timeline {
    let order = plan.activities.indices.sorted { (path.earliest[$0], $0) < (path.earliest[$1], $1) }
    let (critical, slack) = (Text(nl: "kritiek", en: "critical"), Text(nl: "met speling", en: "with float"))
    var rows = order.compactMap { index -> Timeline.Row? in
      let activity = plan.activities[index]
      guard let begin = start(path.earliest[index]), let end = day(path.earliest[index] + activity.likely) else {
        return nil
      }
      return Timeline.Row(
        what: .verbatim(activity.what), start: begin, end: end > begin ? end : nil,
        who: activity.who.map { .verbatim($0) },
        group: path.isCritical(index) ? critical : slack)
    }
    if let ready = day(path.duration) {
      rows += plan.windows.compactMap { window in
        window.decides(on: ready).map { day in
          Timeline.Row(
            what: Text(nl: "raad van \(window.municipality)", en: "council of \(window.municipality)"), start: day,
            group: Text(nl: "raden", en: "councils"))
        }
      }
    }
    return Timeline(title: Text(nl: "De agenda", en: "The agenda"), rows: rows)
  }

  private var facts: Facts {
    var facts = Facts()
    if !plan.activities.isEmpty {
      facts.add(
        "done", .number(path.duration), label: Text(nl: "duur in dagen, waarschijnlijk", en: "duration in days, likely")
      )
    }
    if let ready = day(path.duration) {
      facts.add("ready", .date(ready), label: Text(nl: "voorstel klaar", en: "proposal ready"))
    }
    if let decided {
      facts.add(
        "decided_all", .date(decided.day),
        label: Text(nl: "alle raden hebben besloten", en: "all councils have decided"))
    }
    if let chance, let by {
      let day = Text.day(by)
      facts.add(
        "p_by", .number(chance, unit: .share),
        label: Text(nl: "kans: klaar op \(day.nl)", en: "chance: done by \(day.en)"), format: .share(1))
    }
    if let simulation {
      let sum = ThreePointSum(way.map { ($0.least, $0.likely, $0.most) })
      facts.add(
        "mean", .number(simulation.mean),
        label: Text(nl: "gemiddelde duur uit trekkingen", en: "mean duration of the draws"), format: .decimals(2))
      facts.add("pert", .number(sum.mean), label: Text(nl: "som volgens PERT", en: "sum by PERT"), format: .decimals(2))
      if let by, plan.windows.isEmpty {
        facts.add(
          "pert_by", .number(sum.probability(by: Double(by.dayNumber - from.dayNumber)), unit: .share),
          label: Text(nl: "dezelfde kans volgens PERT", en: "the same chance by PERT"), format: .share(1))
      }
    }
    return facts
  }
}
