import Methods
import WorkbenchKit

/// How warm hand-overs were, with small counts held back and with them all that would tell them.
struct HandoverReport {
  private let records: [HandoverRecord]
  private let counts: SmallCounts

  init(_ records: [HandoverRecord], _ counts: SmallCounts) { (self.records, self.counts) = (records, counts) }

  private var people: Int { records.count }
  private var before: Int { records.count { $0.hasCome && $0.days < 0 } }
  private var showsPeople: Bool { !counts.isSmall(people) }
  private var showsBefore: Bool { counts.mayShow(before, of: people) }
  /// Whether anything is held back.
  var holdsBack: Bool {
    !showsPeople || !showsBefore || points.count < curve.steps.count || items.columns.contains { !$0.withheld.isEmpty }
      || institutions?.columns.contains { !$0.withheld.isEmpty } == true
  }

  /// Days from the earliest on, as the method counts waits from nought.
  private var first: Int { min(0, records.map(\.days).min() ?? 0) }

  private var curve: KaplanMeier {
    KaplanMeier(records.map { .init(time: Double($0.days - first), hasCome: $0.hasCome) })
  }

  /// A moment of the curve: how many were still to be helped just before it, and which share was still to come just after.
  struct Point {
    let day: Int
    let atRisk: Int
    let share: Double
    /// From which how many came on the day would follow; nil where that is held back, or where there is none.
    let ends: (low: Double, high: Double)?
  }

  /// All moments where nothing is held back; else only such that between two of them, before the first and behind the last, are no few people, and
  /// none from which the number before the move would follow.
  var points: [Point] {
    let steps = curve.steps.map { step in
      Point(
        day: Int(step.time) + first, atRisk: step.atRisk, share: step.share,
        ends: counts.threshold > 0 ? nil : step.interval)
    }
    guard counts.threshold > 0 else { return steps }
    guard showsPeople else { return [] }
    var shown: [Point] = []
    var last = (came: 0, lost: 0)
    for step in steps {
      let came = records.count { $0.hasCome && $0.days <= step.day }
      let lost = records.count { !$0.hasCome && $0.days <= step.day }
      let isApart =
        came - last.came >= counts.threshold && !counts.isSmall(lost - last.lost)
        && people - came - lost >= counts.threshold
      let tellsBefore = showsBefore ? counts.isSmall(abs(came - before)) : step.day < 0
      guard isApart, !tellsBefore else { continue }
      shown.append(step)
      last = (came, lost)
    }
    return shown
  }

  var facts: Facts {
    var facts = Facts()
    facts.add(
      "people", Double(people), label: Text(nl: "overdrachten", en: "hand-overs"), format: .decimals(0),
      held: showsPeople ? nil : counts.mark)
    let held = showsBefore ? nil : counts.isSmall(before) || !showsPeople ? counts.mark : SmallCounts.complement
    facts.add(
      "before", Double(before), label: Text(nl: "contact voor de verhuizing", en: "contact before the move"),
      format: .decimals(0), held: held)
    let share = Double(before) / Double(max(1, people))
    let limits = wilsonInterval(share: share, count: Double(max(1, people)))
    let hidden = held == nil ? nil : SmallCounts.complement
    facts.add("before_share", share, label: Text(nl: "deel", en: "share"), format: .share(0), held: hidden)
    facts.add(
      "before_low", limits.low, label: Text(nl: "deel, laag (95 %)", en: "share, low (95%)"), format: .share(0),
      held: hidden)
    facts.add(
      "before_high", limits.high, label: Text(nl: "deel, hoog (95 %)", en: "share, high (95%)"), format: .share(0),
      held: hidden)
    if let median = curve.median, showsPeople {
      facts.add(
        "median_days", .number(median + Double(first)),
        label: Text(nl: "dagen tot de helft ondersteuning heeft", en: "days until half have support"),
        format: .decimals(0))
    } else {
      facts.add(
        "median_days", .missing,
        label: Text(nl: "dagen tot de helft ondersteuning heeft", en: "days until half have support"),
        shown: showsPeople ? Text(nl: "nog niet bereikt", en: "not reached yet") : .verbatim(SmallCounts.complement))
    }
    return facts.atAGlance()
  }

  var table: Table? {
    let points = points
    guard !points.isEmpty else { return nil }
    var atRisk = Column.counts("at_risk", points.map(\.atRisk), label: Text(nl: "nog te helpen", en: "still to help"))
    if counts.threshold > 0 {
      // How many came on the day itself would follow from it.
      atRisk.storage = .numbers(points.map { _ in .nan })
      for row in points.indices { atRisk.withheld[row] = SmallCounts.complement }
    }
    func share(_ name: String, _ values: [Double], _ label: Text) -> Column {
      .numbers(name, values, label: label, unit: .share, format: .share(0))
    }
    let columns = [
      .counts("day", points.map(\.day), label: Text(nl: "dag na de verhuizing", en: "day after the move")), atRisk,
      share("without", points.map(\.share), Text(nl: "deel zonder, daarna", en: "share without, after it")),
    ]
    let ends =
      showsEnds
      ? [
        share("low", points.map { $0.ends?.low ?? .nan }, Text(nl: "laag (95 %)", en: "low (95%)")),
        share("high", points.map { $0.ends?.high ?? .nan }, Text(nl: "hoog (95 %)", en: "high (95%)")),
      ] : []
    return Table(title: Text(nl: "Nog zonder ondersteuning", en: "Still without support"), columns: columns + ends)
  }

  private var showsEnds: Bool { points.contains { $0.ends != nil } }

  /// The share falls at each moment and stays until the next, and so do its ends.
  var chart: Chart? {
    let points = points
    guard let start = points.first else { return nil }
    func falling(_ values: [Double]) -> [Double] { [1] + zip([1] + values, values).flatMap { [$0, $1] } }
    var series = [Chart.Series(name: "zonder", values: falling(points.map(\.share)))]
    if showsEnds {
      series += [
        .init(name: "laag", values: falling(points.map { $0.ends?.low ?? .nan })),
        .init(name: "hoog", values: falling(points.map { $0.ends?.high ?? .nan })),
      ]
    }
    return Chart(
      .line, title: Text(nl: "Hoe lang men op ondersteuning wacht", en: "How long people wait for support"),
      x: Chart.Axis(Text(nl: "dagen na de verhuizing", en: "days after the move")),
      y: Chart.Axis(Text(nl: "deel zonder", en: "share without"), unit: .share, range: 0...1),
      positions: [Double(min(0, start.day))] + points.flatMap { [Double($0.day), Double($0.day)] },
      series: series)
  }

  private var items: Table { itemTable([:], .nl) }

  /// What is most often missing.
  ///
  /// - Parameter labels: what the items are called.
  func itemTable(_ labels: [String: Text], _ language: Language) -> Table {
    let ids = Set(records.flatMap(\.items.keys))
    let known = ids.map { id in (id, records.compactMap { $0.items[id] }) }
      .map { (id: $0.0, asked: $0.1.count, missing: $0.1.count { !$0 }) }
    let shown = known.map { one in
      (
        one, asked: counts.mayShow(one.asked, of: people),
        missing: counts.mayShow(one.asked, of: people) && counts.mayShow(one.missing, of: one.asked)
      )
    }
    // In the order of what is missing where that is shown; an order by hidden numbers would tell them.
    let sorted = shown.sorted { one, other in
      let (left, right) = (
        one.missing ? -Double(one.0.missing) / Double(max(1, one.0.asked)) : 1,
        other.missing ? -Double(other.0.missing) / Double(max(1, other.0.asked)) : 1
      )
      return (left, one.0.id) < (right, other.0.id)
    }
    func column(
      _ name: String, _ label: Text, _ values: [Double], _ isShown: [Bool], _ isSmall: [Bool], _ format: Column.Format,
      _ unit: Unit? = nil
    )
      -> Column
    {
      var column = Column.numbers(
        name, zip(values, isShown).map { $1 ? $0 : .nan }, label: label, unit: unit, format: format)
      for row in isShown.indices where !isShown[row] {
        column.withheld[row] = isSmall[row] ? counts.mark : SmallCounts.complement
      }
      return column
    }
    let rows = sorted.map(\.0)
    return Table(
      title: Text(nl: "Wat het vaakst ontbreekt", en: "What is most often missing"),
      columns: [
        .texts("item", rows.map(\.id), label: Text(nl: "onderdeel", en: "item")).asDetail(!labels.isEmpty),
        .texts("label", rows.map { labels[$0.id]?(language) ?? $0.id }, label: Text(nl: "wat", en: "what")).asDetail(
          labels.isEmpty),
        column(
          "asked", Text(nl: "bekend van", en: "known of"), rows.map { Double($0.asked) }, sorted.map(\.asked),
          rows.map { counts.isSmall($0.asked) }, .decimals(0)),
        column(
          "missing", Text(nl: "ontbreekt", en: "missing"), rows.map { Double($0.missing) }, sorted.map(\.missing),
          rows.map { counts.isSmall($0.missing) }, .decimals(0)),
        column(
          "share", Text(nl: "deel", en: "share"), rows.map { Double($0.missing) / Double(max(1, $0.asked)) },
          sorted.map(\.missing),
          rows.map { _ in false }, .share(0), .share),
      ])
  }

  /// People by institution; nil where none is named.
  var institutions: Table? {
    let named = Dictionary(grouping: records.filter { $0.institution != nil }) { $0.institution ?? "" }
    guard !named.isEmpty else { return nil }
    let names = named.keys.sorted()
    let sizes = names.map { named[$0]?.count ?? 0 }
    let nameless = people - sizes.reduce(0, +)
    // Those without an institution are a part of the whole as well.
    let held = counts.signs(sizes + [nameless])
    let columnHeld = held.filter { $0.key < names.count }
    let befores = names.map { name in named[name]?.count { $0.hasCome && $0.days < 0 } ?? 0 }
    // Of one institution the rest of the whole would tell the others, so it is all or none.
    let showsAll =
      held.isEmpty && showsBefore && zip(befores, sizes).allSatisfy { counts.mayShow($0, of: $1) }
      && counts.mayShow(before - befores.reduce(0, +), of: nameless)
    var sizeColumn = Column.counts("people", sizes, label: Text(nl: "overdrachten", en: "hand-overs"))
    sizeColumn = Column.numbers(
      "people", sizes.indices.map { columnHeld[$0] == nil ? Double(sizes[$0]) : .nan }, label: sizeColumn.label,
      format: .decimals(0))
    sizeColumn.withheld = columnHeld
    var beforeColumn = Column.numbers(
      "before", befores.map { showsAll ? Double($0) : .nan },
      label: Text(nl: "contact voor de verhuizing", en: "contact before the move"), format: .decimals(0))
    if !showsAll { for row in names.indices { beforeColumn.withheld[row] = SmallCounts.complement } }
    return Table(
      title: Text(nl: "Per instelling", en: "By institution"),
      columns: [
        .texts("institution", names, label: Text(nl: "instelling", en: "institution")), sizeColumn, beforeColumn,
      ])
  }
}
