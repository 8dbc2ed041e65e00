/// Lines on the bars of a series, so that series are told apart without colour too: on a copy in grey, and by who sees colours alike.
///
/// Each is drawn in a few strokes however long the bar is.
struct BarTexture {
  private let box: Box
  private let ink: String

  /// - Parameter ink: the colour of the lines, as SVG has it.
  init(_ box: Box, ink: String) { (self.box, self.ink) = (box, ink) }

  /// Returns the strokes for a bar of a series; nothing for the first one, which is plain.
  func markup(_ series: Int) -> String {
    guard box.width > 0, box.height > 0 else { return "" }
    return switch series % 6 {
    case 1: upright(wide: 1, gap: 5)
    case 2: lying(dashes: nil)
    case 3: lying(dashes: "2 4")
    case 4: upright(wide: 3, gap: 6)
    case 5: upright(wide: 1, gap: 5) + lying(dashes: nil)
    default: ""
    }
  }

  /// Lines across the bar: one stroke as wide as the bar is high, in dashes.
  private func upright(wide: Int, gap: Int) -> String {
    stroke(at: box.y + box.height / 2, width: box.height, dashes: "\(wide) \(gap)")
  }

  private func lying(dashes: String?) -> String {
    stride(from: box.y + 3, to: box.y + box.height, by: 6).map {
      stroke(at: $0, width: dashes == nil ? 1 : 2, dashes: dashes)
    }.joined()
  }

  private func stroke(at y: Double, width: Double, dashes: String?) -> String {
    "<path d=\"M\(SVGCanvas.number(box.x)) \(SVGCanvas.number(y))H\(SVGCanvas.number(box.x + box.width))\""
      + " stroke=\"\(ink)\" stroke-opacity=\".5\" stroke-width=\"\(SVGCanvas.number(width))\""
      + (dashes.map { " stroke-dasharray=\"\($0)\"/>\n" } ?? "/>\n")
  }
}

extension SVGCanvas {
  /// A bar of a series, with what tells it from others where colour does not.
  mutating func bar(_ box: Box, series: Int, isOutlined: Bool = false) {
    let colour = Palette.category(series)
    self.box(box, fill: colour.hexadecimal, isOutlined: isOutlined)
    raw(BarTexture(box, ink: colour.isLight ? "#000000" : "#FFFFFF").markup(series))
  }
}
