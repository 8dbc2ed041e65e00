import Methods
import WorkbenchKit

/// The course of a caseload beside the steady state, with the word where the formula misleads.
struct CaseloadReport {
  let rate: Double
  let stay: Double
  let places: Int
  let moments: [QueueMoment]
  /// The steady state at the means; nil where there is none.
  let steady: ErlangC?
  /// The share of draws in which no steady state is; nil without draws.
  var unstableDraws: Double?
  /// The fewest places for a target, where one was given and some number reaches it.
  var needed: Int?
  /// How sure the target was to be; nil where it is by the steady state.
  var sure: Double?
  var target: Double?

  /// How many places the people who come take on average.
  var offered: Double { rate * stay }
  var isUnstable: Bool { steady == nil }
  /// By how many the queue grows in a month once all places are taken.
  var growth: Double { rate - Double(places) / stay }

  /// The month after which the waiting stays within a twentieth of the steady state; nil where that lies beyond the plan.
  var steadyAfter: Int? {
    guard let steady else { return nil }
    let isNear = moments.map { abs($0.waiting - steady.meanQueue) <= 0.05 * steady.meanQueue + 1e-9 }
    guard isNear.last == true else { return nil }
    return (isNear.lastIndex(of: false) ?? -1) + 2
  }

  var table: Table {
    func numbers(_ name: String, _ label: Text, _ value: (QueueMoment) -> Double) -> Column {
      .numbers(name, moments.map(value), label: label, format: .decimals(1))
    }
    let shown = moments.indices.filter { index in
      let month = moments[index].period
      return month == 1 || month % max(1, (moments.count + 7) / 8) == 0 || month == moments.count
    }
    return Table(
      title: Text(nl: "In contact en wachtend, per maand", en: "In contact and waiting, by month"),
      columns: [
        .counts("month", moments.map(\.period), label: Text(nl: "maand", en: "month")),
        numbers("in_contact", Text(nl: "in contact", en: "in contact"), \.inContact),
        numbers("waiting", Text(nl: "wachten", en: "waiting"), \.waiting),
        .numbers(
          "waiting_low", moments.map(\.low), label: Text(nl: "laag (5 %)", en: "low (5%)"), format: .decimals(0)),
        .numbers(
          "waiting_high", moments.map(\.high), label: Text(nl: "hoog (95 %)", en: "high (95%)"), format: .decimals(0)),
        .numbers(
          "wait", moments.map(\.wait), label: Text(nl: "gemiddelde wachttijd", en: "mean wait"), format: .decimals(2)),
      ]
    ).atAGlance(rows: shown)
  }

  var facts: Facts {
    var facts = Facts()
    func add(_ name: String, _ value: Double, _ label: Text, _ format: Column.Format) {
      facts.add(name, value.isNaN ? .missing : .number(value), label: label, format: format)
    }
    add(
      "offered", offered, Text(nl: "plekken die gemiddeld bezet zouden zijn", en: "places taken on average"),
      .decimals(1))
    add(
      "waits", moments.last?.waits ?? .nan, Text(nl: "moet wachten, in het plan", en: "has to wait, in the plan"),
      .share(0))
    add(
      "wait", moments.last?.wait ?? .nan, Text(nl: "wachttijd in het plan (maanden)", en: "wait in the plan (months)"),
      .decimals(2))
    if let steady {
      add("steady_waits", steady.waits, Text(nl: "formule: moet wachten", en: "formula: has to wait"), .share(0))
      add(
        "steady_wait", steady.meanWait, Text(nl: "formule: wachttijd (maanden)", en: "formula: wait (months)"),
        .decimals(2))
      add("steady_queue", steady.meanQueue, Text(nl: "formule: wachtend", en: "formula: waiting"), .decimals(1))
      facts.add(
        "steady_after", steadyAfter.map { .number(Double($0)) } ?? .missing,
        label: Text(nl: "maanden tot de formule klopt", en: "months until the formula holds"),
        shown: steadyAfter == nil ? Text(nl: "niet binnen het plan", en: "not within the plan") : nil)
    } else {
      add(
        "growth", growth,
        Text(nl: "groei van de rij per maand, als alles vol is", en: "growth of the queue a month, once all is taken"),
        .decimals(2))
    }
    facts.add(
      "unstable", .boolean(isUnstable),
      label: Text(nl: "meer dan de plekken aankunnen", en: "more than the places can turn over"))
    if let unstableDraws {
      add(
        "unstable_share", unstableDraws,
        Text(nl: "trekkingen met meer dan de plekken aankunnen", en: "draws with more than the places can turn over"),
        .share(0))
    }
    if target != nil {
      facts.add(
        "places_needed", needed.map { .number(Double($0)) } ?? .missing,
        label: Text(nl: "plekken die nodig zijn", en: "places needed"))
    }
    return facts.atAGlance(
      isUnstable
        ? ["offered", "waits", "wait", "growth", "places_needed"]
        : ["offered", "waits", "wait", "steady_wait", "steady_queue", "steady_after", "places_needed"])
  }

  var chart: Chart {
    Chart(
      .line, title: Text(nl: "Wachtend, met 5 en 95 %", en: "Waiting, with 5 and 95%"),
      x: Chart.Axis(Text(nl: "maand", en: "month")), y: Chart.Axis(Text(nl: "wachten", en: "waiting")),
      positions: moments.map { Double($0.period) },
      series: [
        .init(name: "wachten", values: moments.map(\.waiting)), .init(name: "laag", values: moments.map(\.low)),
        .init(name: "hoog", values: moments.map(\.high)),
      ])
  }

  /// The answer in a sentence.
  var answer: Text {
    guard let last = moments.last else { return .verbatim("") }
    let (waiting, high) = (Text.number(last.waiting, decimals: 1), Text.number(last.high, decimals: 0))
    let spots = Text.counted(places, Text(nl: "plek", en: "place"), Text(nl: "plekken", en: "places"))
    let months = Text.counted(last.period, Text(nl: "maand", en: "month"), Text(nl: "maanden", en: "months"))
    return Text(
      nl: "\(spots.nl): na \(months.nl) wachten er gemiddeld \(waiting.nl), in een slecht geval \(high.nl)",
      en: "\(spots.en): after \(months.en) \(waiting.en) wait on average, in a bad case \(high.en)")
  }

  /// Where the formula misleads, and where places do not suffice.
  var cautions: [Block] {
    var blocks: [Block] = []
    if let steady {
      if steadyAfter == nil, let last = moments.last {
        let (formula, course) = (Text.number(steady.meanQueue, decimals: 1), Text.number(last.waiting, decimals: 1))
        blocks.append(
          .caution(
            nl:
              "de formule misleidt hier: zij zegt \(formula.nl) wachtend, maar zo ver is het in \(last.period) maanden niet (\(course.nl))",
            en:
              "the formula misleads here: it says \(formula.en) waiting, but within \(last.period) months it is not there yet (\(course.en))"
          ))
      }
    } else {
      let (grows, least) = (Text.number(growth, decimals: 2), Int(offered * (1 + 1e-12)) + 1)
      blocks.append(
        .warning(
          nl:
            "er komen er minstens zoveel als de plekken aankunnen: eenmaal vol groeit de rij elke maand met \(grows.nl); pas met \(least) plekken komt zij tot rust",
          en:
            "at least as many come as the places can turn over: once all are taken the queue grows by \(grows.en) a month; only with \(least) places does it settle"
        ))
    }
    if let target, needed == nil {
      let shown = Text.number(target)
      blocks.append(
        .caution(
          nl: "geen aantal plekken haalt een wachttijd van \(shown.nl) zo zeker",
          en: "no number of places reaches a wait of \(shown.en) as surely"))
    }
    return blocks
  }

  /// The table `waakvlam.caseload`, for other plugins.
  static let offered = "waakvlam.caseload"

  func offer(_ context: Context) -> Block {
    let table = Table(
      title: Text(nl: "Waakvlam per maand", en: "Pilot light by month"),
      columns: [
        .counts("month", moments.map(\.period)), .numbers("in_contact", moments.map(\.inContact)),
        .numbers("waiting", moments.map(\.waiting)), .numbers("waiting_low", moments.map(\.low)),
        .numbers("waiting_high", moments.map(\.high)),
      ])
    context.workspace.setTable(Self.offered, to: table)
    return .info(
      nl: "klaargezet als '\(Self.offered)' voor andere plugins; 'undo' neemt het terug",
      en: "offered to other plugins as '\(Self.offered)'; 'undo' takes it back")
  }
}
