import Methods
import WorkbenchKit

/// Several areas over several years, with the years between which something else than the figure changed.
struct Trend {
  /// By how much the figure changed, and how sure that is.
  struct Change {
    let first: Int
    let last: Int
    let difference: Double
    /// The interval of 95 percent; nil where nothing is known of it.
    var range: (low: Double, high: Double)?
    /// Whether the interval is that of chance alone, as of counts.
    var isOfChance = false
  }

  let subject: TrendSubject
  let years: [Int]
  let series: [TrendSeries]
  let breaks: [TrendBreak]
  /// How many of the series were asked for; the others stand beside them.
  let asked: Int

  /// - Parameters:
  ///   - areas: those that are asked for, and behind them those beside them.
  ///   - told: breaks that the user knows of, by their first year.
  init(
    _ subject: TrendSubject, years: [Int], _ areas: [Area], beside: [Area], told: [Int: String],
    records: ImportRecords, context: Context
  ) throws {
    self.subject = subject
    var series: [TrendSeries] = []
    for (index, area) in (areas + beside).enumerated() {
      if index & 63 == 0 { try context.checkInterrupt() }
      let one = TrendSeries(area: area, points: years.map { subject.point(area, in: $0) })
      // What stands beside is of no use where nothing is known of it.
      if index < areas.count || one.points.contains(where: { !$0.value.isNaN }) { series.append(one) }
    }
    self.years = years
    self.series = series
    asked = areas.count
    breaks = Self.breaks(series.prefix(areas.count), years, told, records)
  }

  /// The place of the first year behind the last break that all figures share.
  private var start: Int {
    breaks.filter { !$0.isOfPlace }.compactMap { years.firstIndex(of: $0.from) }.max() ?? 0
  }

  /// Nil where there are not two years to compare.
  func change(_ series: TrendSeries) -> Change? {
    guard let (first, last) = series.ends(from: start) else { return nil }
    let (before, now) = (series.points[first], series.points[last])
    var change = Change(first: first, last: last, difference: now.value - before.value)
    if case .share = subject.measure, before.sample >= 1, now.sample >= 1, (0...1).contains(before.value),
      (0...1).contains(now.value)
    {
      let interval = shareDifferenceInterval(
        first: (before.value, before.sample), second: (now.value, now.sample))
      change.range = (interval.low, interval.high)
      change.isOfChance = subject.own?.measure == .count
    } else if case .persons = subject.measure {
      // The variance of a count that came about by chance is its mean.
      let reach = (before.value + now.value).squareRoot() * normalDeviate(level: 0.95)
      change.range = (change.difference - reach, change.difference + reach)
      change.isOfChance = true
    } else if before.error >= 0, now.error >= 0 {
      let reach = (before.error * before.error + now.error * now.error).squareRoot() * normalDeviate(level: 0.95)
      change.range = (change.difference - reach, change.difference + reach)
    }
    return change
  }

  private static func breaks(
    _ series: some Sequence<TrendSeries>, _ years: [Int], _ told: [Int: String], _ records: ImportRecords
  ) -> [TrendBreak] {
    var breaks: [TrendBreak] = []
    func add(_ place: Int, since before: Int? = nil, _ reason: TrendBreak.Reason) {
      let one = TrendBreak(before: years[before ?? place - 1], from: years[place], reason: reason)
      if !breaks.contains(one) { breaks.append(one) }
    }
    func cited(_ point: TrendPoint) -> String? {
      point.table.flatMap { table in point.sources.first.flatMap { records[table, $0.record]?.cited } }
    }
    for one in series {
      // A year without a figure has no source: what lies on both sides of it is compared.
      let known = one.points.indices.filter { !one.points[$0].value.isNaN }
      for (before, now) in zip(known, known.dropFirst()) {
        let (old, new) = (cited(one.points[before]), cited(one.points[now]))
        if old != new { add(now, since: before, .source(before: old, now: new)) }
      }
      for place in years.indices.dropFirst() {
        let (before, now) = (one.points[place - 1], one.points[place])
        // A change that the earlier year has and the later has not lies between them.
        if let reason = before.change, now.change == nil {
          add(place, .boundary(area: one.area.name, reason, year: years[place - 1]))
        }
      }
    }
    for (year, words) in told.sorted(by: { $0.key < $1.key }) {
      if let place = years.firstIndex(where: { $0 >= year }), place > 0 { add(place, .told(words)) }
    }
    return breaks.sorted { ($0.from, $0.before) < ($1.from, $1.before) }
  }
}

extension TrendBreak {
  /// Whether it is of one area and not of the figure.
  var isOfPlace: Bool { if case .boundary = reason { true } else { false } }
}
