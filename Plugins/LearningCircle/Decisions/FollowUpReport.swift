import Methods
import WorkbenchKit

/// What became of decisions by a day.
struct FollowUpReport {
  private let decisions: [Decision]
  private let day: CalendarDate
  /// The meeting before the last, and the last by that day.
  private let between: (CalendarDate, CalendarDate)?
  private let curve: KaplanMeier

  /// - Parameters:
  ///   - decisions: what was decided after the day is left out.
  ///   - meetings: the days of all meetings.
  init(_ decisions: [Decision], on day: CalendarDate, meetings: [CalendarDate]) {
    self.decisions = decisions.filter { $0.made <= day }
    self.day = day
    let past = meetings.filter { $0 <= day }.sorted().suffix(2)
    between = past.count == 2 ? (past[past.startIndex], past[past.startIndex + 1]) : nil
    curve = KaplanMeier(
      self.decisions.map { .init(time: Double($0.daysOpen(on: day)), hasCome: $0.isDone(on: day)) })
  }

  private var done: [Decision] { decisions.filter { $0.isDone(on: day) } }
  private var open: [Decision] { decisions.filter { $0.isOpen(on: day) } }

  var facts: Facts {
    var facts = Facts()
    // What has no last day is neither on time nor late.
    let bound = done.compactMap { decision in
      decision.until.flatMap { until in decision.closed.map { $0 <= until } }
    }
    facts.add("done", done.count, label: Text(nl: "gedaan", en: "done"))
    facts.add("open", open.count, label: Text(nl: "open", en: "open"))
    facts.add("overdue", open.count { $0.daysOverdue(on: day) > 0 }, label: Text(nl: "te laat", en: "overdue"))
    facts.add("on_time", bound.count { $0 }, label: Text(nl: "op tijd gedaan", en: "done on time"))
    facts.add("late", bound.count { !$0 }, label: Text(nl: "te laat gedaan", en: "done late"))
    if let median = curve.median {
      facts.add(
        "median_days", .number(median), label: Text(nl: "dagen tot de helft gedaan is", en: "days until half is done"),
        format: .plain)
    }
    let gone = decisions.count - done.count - open.count
    if gone > 0 { facts.add("dropped", gone, label: Text(nl: "vervallen of vervangen", en: "dropped or replaced")) }
    if let between {
      let moved = decisions.count { decision in decision.closed.map { $0 > between.0 && $0 <= between.1 } ?? false }
      facts.add(
        "moved", moved,
        label: Text(nl: "gesloten tussen de laatste twee bijeenkomsten", en: "closed between the last two meetings"))
    }
    return facts
  }

  var survival: Table {
    Table(
      title: Text(nl: "Deel dat nog open staat", en: "Share that is still open"),
      columns: [
        .numbers("day", curve.steps.map(\.time), label: Text(nl: "dag", en: "day"), format: .plain),
        .counts("at_risk", curve.steps.map(\.atRisk), label: Text(nl: "nog open", en: "still open")),
        .numbers(
          "share", curve.steps.map(\.share), label: Text(nl: "deel daarna", en: "share after it"), unit: .share,
          format: .share(0)),
      ])
  }

  /// It stays as it is until something is done, and falls then.
  var chart: Chart {
    let before: [Double] = [1] + curve.steps.map(\.share)
    let shares: [Double] = [1] + zip(before, curve.steps).flatMap { old, step -> [Double] in [old, step.share] }
    return Chart(
      .line, title: Text(nl: "Hoe lang besluiten open staan", en: "How long decisions stay open"),
      x: Chart.Axis(Text(nl: "dagen na het besluit", en: "days after the decision")),
      y: Chart.Axis(Text(nl: "deel nog open", en: "share still open"), unit: .share, range: 0...1),
      positions: [0] + curve.steps.flatMap { [$0.time, $0.time] },
      series: [.init(name: "open", values: shares)])
  }

  /// How much each role has to see to.
  var load: Table {
    var roles: [String] = []
    for decision in decisions where !roles.contains(decision.who) { roles.append(decision.who) }
    return Table(
      title: Text(nl: "Wie wat doet", en: "Who sees to what"),
      columns: [
        .texts("who", roles, label: Text(nl: "wie", en: "who")),
        .counts("open", roles.map { role in open.count { $0.who == role } }, label: Text(nl: "open", en: "open")),
        .counts(
          "overdue", roles.map { role in open.count { $0.who == role && $0.daysOverdue(on: day) > 0 } },
          label: Text(nl: "te laat", en: "overdue")),
        .counts("done", roles.map { role in done.count { $0.who == role } }, label: Text(nl: "gedaan", en: "done")),
      ])
  }

  func blocks(_ context: Context) throws -> [Block] {
    var blocks: [Block] = [.facts(facts.atAGlance())]
    if !curve.steps.isEmpty { blocks += [.table(survival), .chart(chart)] }
    blocks.append(.table(load))
    let words = Text.day(day)
    blocks.append(
      .info(
        nl: "stand op \(words.nl); wat nog open staat telt mee zolang het open was",
        en: "as on \(words.en); what is still open counts for as long as it was open"))
    if decisions.count < 10 {
      let many = Text.counted(
        decisions.count, Text(nl: "besluit", en: "decision"), Text(nl: "besluiten", en: "decisions"))
      blocks.append(
        .caution(nl: "\(many.nl): te weinig voor een vaste uitspraak", en: "\(many.en): too few to say anything firm"))
    }
    blocks.append(try context.knowledge.sources([MeasureWords.waiting], in: context))
    return blocks
  }
}
