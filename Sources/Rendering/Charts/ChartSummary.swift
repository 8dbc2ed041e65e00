import WorkbenchKit

/// What is told of a chart to somebody who does not see it: the author's own words, or the extremes of each series.
struct ChartSummary {
  private let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  var text: Text {
    if let alternative = chart.alternative { return alternative }
    return Text(nl: sentence(.nl), en: sentence(.en))
  }

  private func sentence(_ language: Language) -> String {
    if chart.kind == .quadrant {
      return "\(kind(language)), \(chart.x.words(language)) × \(chart.y.words(language)): \(places(language))."
    }
    let series = chart.series.map { words(for: $0, language) }.joined(separator: "; ")
    let nothing = Text(nl: "geen gegevens", en: "no data")(language)
    return "\(kind(language)), \(chart.y.words(language)): \(series.isEmpty ? nothing : series)."
  }

  private func kind(_ language: Language) -> String {
    let text =
      switch chart.kind {
      case .bar: Text(nl: "staafdiagram", en: "bar chart")
      case .line: Text(nl: "lijndiagram", en: "line chart")
      case .histogram: Text(nl: "histogram", en: "histogram")
      case .scatter: Text(nl: "spreidingsdiagram", en: "scatter plot")
      case .stackedBar: Text(nl: "gestapeld staafdiagram", en: "stacked bar chart")
      case .quadrant: Text(nl: "kwadrant", en: "quadrant")
      }
    return text(language)
  }

  /// Of a few named points the place of each says more than the extremes.
  private func places(_ language: Language) -> String {
    let marks = NumberMarks(language)
    func number(_ value: Double, _ axis: Chart.Axis) -> String {
      let digits = Digits(.automatic, unit: axis.unit)
      return digits.text(value, decimals: digits.decimals(for: value), marks: marks)
    }
    return chart.series.flatMap { series in
      series.values.indices.filter { series.values[$0].isFinite && chart.positions.indices.contains($0) }.map { index in
        "\(chart.name(index, marks)) (\(number(chart.positions[index], chart.x)); \(number(series.values[index], chart.y)))"
      }
    }.joined(separator: ", ")
  }

  private func words(for series: Chart.Series, _ language: Language) -> String {
    let present = series.values.indices.filter { series.values[$0].isFinite }
    guard let low = present.min(by: { series.values[$0] < series.values[$1] }),
      let high = present.max(by: { series.values[$0] < series.values[$1] })
    else { return "\(series.name) " + Text(nl: "zonder gegevens", en: "without data")(language) }
    let marks = NumberMarks(language)
    func point(_ index: Int) -> String {
      "\(marks.value(.number(series.values[index], unit: chart.y.unit))) (\(chart.category(index, marks)))"
    }
    return Text(
      nl: "\(series.name) van \(point(low)) tot \(point(high))",
      en: "\(series.name) from \(point(low)) to \(point(high))"
    )(language)
  }
}

extension Chart.Axis {
  /// The words of the axis with what its ends mean: `gevoel (-2 wanhopig, 2 blij)`.
  func captioned(_ language: Language) -> String {
    let marks = NumberMarks(language)
    let ends = [(low, range?.lowerBound), (high, range?.upperBound)].compactMap { word, value -> String? in
      guard let word else { return nil }
      return (value.map { marks.plain($0) + " " } ?? "") + word(language)
    }
    return ends.isEmpty ? words(language) : "\(words(language)) (\(ends.joined(separator: ", ")))"
  }

  /// The label, with the unit where the label does not tell it.
  func words(_ language: Language) -> String {
    guard let unit, !label(language).contains(unit.label(language)) else { return label(language) }
    return "\(label(language)) (\(unit.label(language)))"
  }
}

extension Chart {
  /// How many points the longest series has.
  var pointCount: Int { series.map(\.values.count).max() ?? 0 }

  /// What stands on the x axis under a point.
  func category(_ index: Int, _ marks: NumberMarks) -> String {
    if categories.indices.contains(index) { return categories[index] }
    if positions.indices.contains(index) { return position(positions[index], marks) }
    return String(index + 1)
  }

  /// The label of a point, else what stands on the x axis under it.
  func name(_ index: Int, _ marks: NumberMarks) -> String {
    labels.indices.contains(index) ? labels[index] : category(index, marks)
  }

  /// Writes a position on the x axis: a date as it stands in a table, and what looks like a year with no mark between thousands.
  func position(_ position: Double, _ marks: NumberMarks) -> String {
    if x.isOfDates { return CalendarDate(position: position)?.text ?? NumberMarks.missing }
    let isYear = position == position.rounded() && 1000..<3000 ~= position && (x.unit == nil || x.unit == .years)
    let digits = Digits(isYear ? .plain : .automatic, unit: x.unit)
    return digits.text(position, decimals: digits.decimals(for: position), marks: marks)
  }

  /// The numbers of the chart as a table: the labels where points have them, the x axis, then a column for each series.
  func table(_ language: Language) -> Table {
    let marks = NumberMarks(language)
    let names = (0..<pointCount).map { Optional(category($0, marks)) }
    let first = Column.texts(x.words(language), names)
    let points = Column.texts(
      "point", (0..<pointCount).map { labels.indices.contains($0) ? labels[$0] : nil },
      label: Text(nl: "punt", en: "point"))
    let table = Table(
      columns: (labels.isEmpty ? [] : [points]) + [first]
        + series.map { .numbers($0.name, $0.values, label: .verbatim($0.name), unit: y.unit) })
    // Where points are named, those without a name only draw a limit, and are no figure of anybody.
    guard labels.contains(where: { !$0.isEmpty }) else { return table }
    return table.rows((0..<table.rowCount).filter { labels.indices.contains($0) && !labels[$0].isEmpty })
  }
}
