import WorkbenchKit

/// A trend as it is shown: the sentence, the years side by side, the line, and what breaks it.
struct TrendReport {
  let trend: Trend
  let counts: SmallCounts
  /// Of each year the series whose figure is held back.
  private let held: [Disclosure]
  private let context: Context
  private let changes: [Trend.Change?]

  private var subject: TrendSubject { trend.subject }

  init(_ trend: Trend, _ context: Context) {
    self.trend = trend
    self.context = context
    counts = SmallCounts(context.workspace)
    changes = trend.series.map(trend.change)
    let areas = trend.series.map(\.area)
    held = trend.years.indices.map { [counts] year in
      guard trend.subject.isGuarded else { return .nothing }
      return AreaDisclosure.rows(areas, [trend.series.map { $0.points[year].people }], trend.subject.atlas, counts)
    }
  }

  func blocks() throws -> [Block] {
    var origin = try TrendOrigin(trend, in: context.workspace)
    if case .share = subject.measure, changes.contains(where: { $0?.range != nil }),
      let method = subject.codebook.source("newcombe-1998", year: nil)
    {
      origin.add(method)
    }
    context.workspace.note(origin.whole)
    var blocks: [Block] = (0..<trend.asked).prefix(1).compactMap(sentence).map(Block.paragraph)
    blocks.append(.table(table))
    if let chart { blocks.append(.chart(chart)) }
    blocks += TrendNotices(trend, hasChances: changes.contains { $0?.isOfChance ?? false }).blocks
    blocks += origin.carried + OriginNotes(origin.whole).evidence + counts.notice(whole)
    blocks += Demo.notice(for: trend.series.map(\.area)) + [OriginNotes(origin.whole).sources]
    return blocks
  }

  /// What is held back of all years together, each figure once.
  private var whole: Disclosure {
    let width = trend.series.count
    func all(_ rows: KeyPath<Disclosure, Set<Int>>) -> Set<Int> {
      Set(held.enumerated().flatMap { year, one in one[keyPath: rows].map { year * width + $0 } })
    }
    return Disclosure(small: all(\.small), complements: all(\.complements))
  }

  private func isHeld(_ row: Int, _ year: Int) -> Bool {
    held[year].hidden.contains(row) && trend.series[row].points[year].people != 0
  }

  private func isHeld(_ row: Int, _ change: Trend.Change) -> Bool {
    isHeld(row, change.first) || isHeld(row, change.last)
  }

  // MARK: Words

  /// "Berflo Es Noord: van 3.335 in 2021 naar 3.505 in 2024 (+170, +5,1 %); Hengelo +2,5 %."
  private func sentence(_ row: Int) -> Text? {
    guard let change = changes[row], !isHeld(row, change) else { return nil }
    let points = trend.series[row].points
    let words = TrendWords(subject)
    let (from, to) = (words.value(points[change.first].value), words.value(points[change.last].value))
    let (first, last) = (trend.years[change.first], trend.years[change.last])
    let by = words.change(change, of: points[change.first].value)
    let others = trend.series.indices.dropFirst(trend.asked).compactMap { other -> Text? in
      guard let beside = changes[other], !isHeld(other, beside), beside.first == change.first,
        beside.last == change.last
      else { return nil }
      return .verbatim("\(trend.series[other].area.name) ")
        + words.beside(beside, of: trend.series[other].points[beside.first].value)
    }
    let more = others.isEmpty ? Text.verbatim("") : Text.verbatim("; ") + Text.joined(others)
    return Text(
      nl:
        "\(trend.series[row].area.name): van \(from.nl) in \(first) naar \(to.nl) in \(last) (\(by.nl))\(more.nl).",
      en:
        "\(trend.series[row].area.name): from \(from.en) in \(first) to \(to.en) in \(last) (\(by.en))\(more.en).")
  }

  // MARK: Figures

  private var table: Table {
    let words = TrendWords(subject)
    let series = trend.series
    let years = trend.years.enumerated().map { year, number -> Column in
      let hidden = Disclosure(
        small: held[year].small.filter { isHeld($0, year) },
        complements: held[year].complements.filter { isHeld($0, year) })
      var column = counts.column(
        "y\(number)", series.map { $0.points[year].value }, label: .verbatim(String(number)), held: hidden,
        as: subject.isSum ? .counts : .rates, unit: words.unit, format: words.format)
      for row in hidden.small where subject.isSum { column.withheld[row] = counts.mark }
      return column
    }
    let known = changes.enumerated().map { row, change in change.flatMap { isHeld(row, $0) ? nil : $0 } }
    let scale = words.isShare ? 100.0 : 1
    let change = { (name: String, label: Text, value: (Trend.Change) -> Double?) -> Column in
      var column = Column.numbers(
        name, known.map { $0.flatMap(value).map { $0 * scale } ?? .nan }, label: label,
        format: words.isShare ? .decimals(1) : words.format)
      for (row, change) in changes.enumerated() where change != nil && known[row] == nil {
        column.withheld[row] = SmallCounts.complement
      }
      return column
    }
    let hasRange = known.contains { $0?.range != nil }
    let label =
      words.isPoints
      ? Text(nl: "verschil (procentpunt)", en: "change (percentage points)") : Text(nl: "verschil", en: "change")
    let guarded = people + Column.nesting(of: series.map(\.area))
    return Table(
      title: words.title(trend.years),
      columns: [
        .texts("area", series.map(\.area.code), label: Text(nl: "gebied", en: "area")).asDetail(),
        .texts("name", series.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .texts("indicator", series.map { _ in subject.name }).asDetail(),
      ] + ages + years + [
        change("change", label) { $0.difference },
        change("change_low", Text(nl: "van", en: "from")) { $0.range?.low }.asDetail(!hasRange),
        change("change_high", Text(nl: "tot", en: "to")) { $0.range?.high }.asDetail(!hasRange),
        growth(known).asDetail(!subject.isSum),
        .numbers(
          "change_from", changes.map { $0.map { Double(trend.years[$0.first]) } ?? .nan },
          label: Text(nl: "sinds", en: "since"), format: .plain
        ).asDetail(Set(changes.compactMap { $0?.first }).count < 2),
      ] + guarded)
  }

  /// Of shares of one's own how many people they are.
  private var people: [Column] {
    guard subject.own?.isOfPeople ?? false else { return [] }
    let series = trend.series
    let method = Column.texts("method", series.map { _ in "count" }).asDetail()
    guard case .share = subject.measure else { return [estimate, method] }
    let counts = trend.years.enumerated().map { year, number in
      self.counts.column("n\(number)", series.map { $0.points[year].people }, held: held[year]).asDetail()
    }
    return counts + [estimate, method]
  }

  /// Of which people it is, as 'wzw estimate' says it.
  private var ages: [Column] {
    switch subject.measure {
    case .share(let age), .persons(let age): [.texts("age", trend.series.map { _ in age.name }).asDetail()]
    case .figure, .own: []
    }
  }

  /// The people of the year that 'wzw estimate' takes, under the name that it gives them: what a session shows of them
  /// is looked at together.
  private var estimate: Column {
    let taken = trend.series.map { series -> Int? in
      let place = series.area.places.first?.year ?? trend.years.last ?? 0
      // The nearest year may lie outside those that are shown.
      let nearest = subject.years.sorted { Estimator.isNearer($0, than: $1, to: place) }.first { year in
        let shown = trend.years.firstIndex(of: year)
        return !(shown.map { series.points[$0] } ?? subject.point(series.area, in: year)).people.isNaN
      }
      return nearest.flatMap { trend.years.firstIndex(of: $0) }
    }
    let values = taken.enumerated().map { row, year in year.map { trend.series[row].points[$0].people } ?? .nan }
    func rows(_ kind: KeyPath<Disclosure, Set<Int>>) -> Set<Int> {
      Set(taken.indices.filter { row in taken[row].map { held[$0][keyPath: kind].contains(row) } ?? false })
    }
    let hidden = Disclosure(small: rows(\.small), complements: rows(\.complements))
    return counts.column("estimate", values, label: Text(nl: "personen", en: "persons"), held: hidden).asDetail()
  }

  /// By what part a count grew, which can be set beside that of a larger area.
  private func growth(_ known: [Trend.Change?]) -> Column {
    let values = known.enumerated().map { row, change -> Double in
      guard subject.isSum, let change else { return .nan }
      let before = trend.series[row].points[change.first].value
      return before > 0 ? change.difference / before : .nan
    }
    return .numbers("growth", values, label: Text(nl: "groei %", en: "growth %"), unit: .share, format: .share(1))
  }

  // MARK: Picture

  /// The line, with a gap where something else than the figure changed; counts of areas of different size as an index.
  private var chart: Chart? {
    let isIndex = subject.isSum && trend.series.count > 1
    let words = TrendWords(subject)
    var categories: [String] = []
    var places: [Int?] = []
    for (place, year) in trend.years.enumerated() {
      if trend.breaks.contains(where: { $0.from == year }) {
        categories.append("¦")
        places.append(nil)
      }
      categories.append(String(year))
      places.append(place)
    }
    let shown = trend.series.indices.prefix(Self.mostLines).compactMap { row -> Chart.Series? in
      let points = trend.series[row].points
      let base = points.indices.first { !points[$0].value.isNaN && !isHeld(row, $0) }.map { points[$0].value }
      let values = places.map { place -> Double in
        guard let place, !isHeld(row, place) else { return .nan }
        guard isIndex else { return points[place].value }
        guard let base, base > 0 else { return .nan }
        return 100 * points[place].value / base
      }
      guard values.count(where: { !$0.isNaN }) > 1 else { return nil }
      return Chart.Series(name: trend.series[row].area.name, values: values)
    }
    guard !shown.isEmpty else { return nil }
    let y =
      isIndex
      ? Chart.Axis(Text(nl: "\(words.label.nl), eerste jaar = 100", en: "\(words.label.en), first year = 100"))
      : Chart.Axis(words.label, unit: words.unit)
    return Chart(
      .line, title: words.title(trend.years), x: Chart.Axis(Text(nl: "jaar", en: "year")), y: y,
      categories: categories, series: shown)
  }

  private static let mostLines = 8
}
