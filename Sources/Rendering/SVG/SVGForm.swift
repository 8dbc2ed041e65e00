import WorkbenchKit

/// A chart, map, matrix, timeline or flow as an SVG picture: with a title and a text alternative, without script or network.
public struct SVGForm: Sendable {
  public let language: Language
  /// Whether the picture stands in a file of its own, and has to bring its title and its page colours along.
  public let isStandalone: Bool
  /// How wide a picture may be on a page, so that its letters are read when it is fitted in.
  let width: Double

  public init(language: Language, isStandalone: Bool = true) {
    self.init(language: language, isStandalone: isStandalone, width: SVGCanvas.page)
  }

  init(language: Language, isStandalone: Bool, width: Double) {
    self.language = language
    self.isStandalone = isStandalone
    self.width = width
  }

  /// Returns the picture of a block; nil where it is no picture.
  ///
  /// - Parameter id: letters, digits and hyphens; all ids in the picture begin with it, so it is one of a page's own.
  public func picture(of block: Block, id: String) -> String? { framed(block, id: id, top: nil)?.markup }

  /// Returns all pictures of a result in one file, under each other; nil where there is none.
  public func pictures(of blocks: [Block]) -> String? {
    let count = blocks.count(where: Self.isPicture)
    guard count > 1 else { return blocks.lazy.compactMap { picture(of: $0, id: "picture") }.first }
    var body = ""
    var (width, height) = (0.0, 0.0)
    for (index, block) in blocks.filter(Self.isPicture).enumerated() {
      guard let framed = framed(block, id: "picture-\(index + 1)", top: height) else { continue }
      body += framed.markup
      width = max(width, framed.width)
      height += framed.height + 16
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(SVGCanvas.number(width))\""
      + " height=\"\(SVGCanvas.number(height))\">\n\(body)</svg>\n"
  }

  public static func isPicture(_ block: Block) -> Bool {
    switch block {
    case .chart, .map, .matrix, .timeline, .flow: true
    case .heading, .paragraph, .table, .facts, .notice, .sources, .text: false
    }
  }

  /// - Parameter top: how far from the top it stands in a file with others.
  private func framed(_ block: Block, id: String, top: Double?) -> (markup: String, width: Double, height: Double)? {
    switch block {
    case .chart(let chart): return document(id, at: top, chart.title, ChartSummary(chart).text, drawn(chart, id))
    case .map(let map):
      return document(
        id, at: top, map.title, PictureSummary.text(map),
        MapPicture(map, language, id: id, width: isStandalone ? nil : width).drawn)
    case .matrix(let matrix):
      return document(id, at: top, matrix.title, PictureSummary.text(matrix), MatrixPicture(matrix, language).drawn)
    case .timeline(let timeline):
      return document(
        id, at: top, timeline.title, PictureSummary.text(timeline), TimelinePicture(timeline, language).drawn)
    case .flow(let flow):
      return document(
        id, at: top, flow.title, PictureSummary.text(flow), FlowPicture(flow, language, width: width).drawn)
    case .heading, .paragraph, .table, .facts, .notice, .sources, .text: return nil
    }
  }

  private func drawn(_ chart: Chart, _ id: String) -> DrawnPicture {
    guard chart.series.contains(where: { $0.values.contains(where: \.isFinite) }) else {
      var canvas = SVGCanvas()
      canvas.text(Text(nl: "(geen gegevens)", en: "(no data)")(language), x: 8, y: 24)
      return DrawnPicture(canvas: canvas, width: 360, height: 40)
    }
    return switch chart.kind {
    case .bar: BarPicture(chart, language, isStacked: false, width: width).drawn
    case .stackedBar: BarPicture(chart, language, isStacked: !chart.hasNegativeValues, width: width).drawn
    case .histogram: HistogramPicture(chart, language).drawn
    case .line, .scatter: PlotPicture(chart, language, width: width).drawn
    case .quadrant: QuadrantPicture(chart, language).drawn
    }
  }

  private func document(
    _ id: String, at place: Double?, _ title: Text, _ alternative: Text, _ drawn: DrawnPicture
  ) -> (markup: String, width: Double, height: Double) {
    var head = SVGCanvas()
    var top = 0.0
    if isStandalone {
      let lines = TextMeasure.wrapped(Sanitizer.line(title(language)), to: drawn.width - 16, size: 16, isBold: true)
      for (index, line) in lines.enumerated() {
        head.text(line, x: 8, y: 24 + Double(index) * 21, isBold: true, size: 16)
      }
      top = Double(lines.count) * 21 + 14
    }
    let width = SVGCanvas.number(drawn.width)
    let height = SVGCanvas.number(drawn.height + top)
    var text = "<svg"
    if let place { text += " y=\"\(SVGCanvas.number(place))\"" }
    if isStandalone { text += " xmlns=\"http://www.w3.org/2000/svg\"" }
    text += " id=\"\(id)\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\" lang=\"\(language.rawValue)\""
    text += " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
    text += " font-family=\"system-ui, sans-serif\" font-size=\"\(SVGCanvas.number(SVGCanvas.size))\""
    text += " fill=\"currentColor\">\n"
    text += "<title id=\"\(id)-title\">\(XMLEscape.words(title(language)))</title>\n"
    text += "<desc id=\"\(id)-desc\">\(XMLEscape.words(alternative(language)))</desc>\n"
    if isStandalone {
      text += "<style>#\(id){color:#1b1b1b;background:#fff}"
      text += "@media (prefers-color-scheme:dark){#\(id){color:#eee;background:#161616}}</style>\n"
    }
    text += head.body
    text +=
      top > 0
      ? "<g transform=\"translate(0 \(SVGCanvas.number(top)))\">\n\(drawn.canvas.body)</g>\n" : drawn.canvas.body
    return (text + "</svg>\n", drawn.width, drawn.height + top)
  }
}
