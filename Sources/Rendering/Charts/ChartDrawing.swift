import WorkbenchKit

/// A chart drawn with characters, in lines of at most a width.
struct ChartDrawing {
  let lines: [String]

  init(_ chart: Chart, language: Language, width: Int, height: Int, style: TextStyle) {
    let hasData = chart.series.contains { series in series.values.contains(where: \.isFinite) }
    guard hasData else {
      lines = [Text(nl: "(geen gegevens)", en: "(no data)")(language)]
      return
    }
    switch chart.kind {
    case .stackedBar where !chart.hasNegativeValues:
      lines = StackedBarDrawing(chart, language: language, width: width, style: style).lines
    case .bar, .stackedBar, .histogram: lines = BarDrawing(chart, language: language, width: width, style: style).lines
    case .line, .scatter:
      lines = PointDrawing(chart, language: language, width: width, height: height, style: style).lines
    case .quadrant:
      lines =
        QuadrantDrawing(chart, language: language, width: width, height: height, style: style).lines
    }
  }
}
