import WorkbenchKit

/// A chart drawn with characters, in lines of at most a width.
struct ChartDrawing {
  let lines: [String]

  init(_ chart: Chart, language: Language, width: Int, style: TextStyle) {
    let hasData = chart.series.contains { series in series.values.contains(where: \.isFinite) }
    guard hasData else {
      lines = [Text(nl: "(geen gegevens)", en: "(no data)")(language)]
      return
    }
    switch chart.kind {
    case .bar, .stackedBar, .histogram: lines = BarDrawing(chart, language: language, width: width, style: style).lines
    case .line, .scatter: lines = PointDrawing(chart, language: language, width: width, style: style).lines
    case .quadrant: lines = TextTable(chart.table(language), language: language, width: width, style: style).lines
    }
  }
}
