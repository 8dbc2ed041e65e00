import WorkbenchKit

/// The names of the series above a picture, in as many lines as they take.
struct SVGLegend {
  enum Sign { case box, point, line, limit }

  /// How high it is; nothing for a single series.
  private(set) var height = 0.0
  private var places: [(x: Double, y: Double, name: String)] = []
  private let signs: [Sign]

  init(_ chart: Chart, sign: Sign, width: Double) {
    signs = chart.series.indices.map { chart.isLimit($0) ? .limit : sign }
    guard chart.series.count > 1 else { return }
    var x = 8.0
    var y = 0.0
    for series in chart.series {
      let name = Sanitizer.line(series.name)
      let wide = 26 + TextMeasure.width(name, size: SVGCanvas.size) + 18
      if x > 8, x + wide > width {
        x = 8
        y += SVGCanvas.lineHeight + 3
      }
      places.append((x, y, name))
      x += wide
    }
    height = y + SVGCanvas.lineHeight + 8
  }

  func draw(on canvas: inout SVGCanvas, y top: Double) {
    for (index, place) in places.enumerated() {
      let middle = top + place.y + 8
      switch signs[index] {
      case .box:
        canvas.bar(Box(x: place.x, y: middle - 6, width: 16, height: 12), series: index, isOutlined: true)
      case .point: canvas.sign(place.x + 8, middle, series: index)
      case .line:
        canvas.path([(place.x - 2, middle), (place.x + 20, middle)], series: index)
        canvas.sign(place.x + 9, middle, series: index)
      case .limit: canvas.path([(place.x - 2, middle), (place.x + 20, middle)], series: index)
      }
      canvas.text(place.name, x: place.x + 26, y: middle + 4.5)
    }
  }
}
