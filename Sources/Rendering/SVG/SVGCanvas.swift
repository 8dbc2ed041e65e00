import WorkbenchKit

/// The elements of an SVG picture as they are added; y goes down, lengths are CSS pixels.
///
/// Lines and letters take the colour of the text around the picture, so that it is read on a light page and a dark one.
struct SVGCanvas {
  enum Anchor: String { case start, middle, end }

  static let size = 13.0
  static let lineHeight = 17.0
  /// How wide a picture of a page is, and one that stands beside another there.
  static let page = 720.0
  static let half = 400.0

  private(set) var body = ""

  // MARK: Elements

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, isBold: Bool = false, isFaint: Bool = false,
    colour: Colour? = nil, size: Double = SVGCanvas.size
  ) {
    body += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { body += " font-weight=\"bold\"" }
    if isFaint { body += " opacity=\".75\"" }
    if let colour { body += " fill=\"\(colour.hexadecimal)\"" }
    if size != Self.size { body += " font-size=\"\(Self.number(size))\"" }
    body += ">\(XMLEscape.words(text))</text>\n"
  }

  /// Writes lines under each other; returns where the next one would stand.
  @discardableResult
  mutating func lines(
    _ lines: [String], x: Double, y: Double, anchor: Anchor = .start, isBold: Bool = false, isFaint: Bool = false,
    colour: Colour? = nil
  ) -> Double {
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, y: y + Double(index) * Self.lineHeight, anchor: anchor, isBold: isBold, isFaint: isFaint,
        colour: colour)
    }
    return y + Double(lines.count) * Self.lineHeight
  }

  /// - Parameter fill: a colour or `url(#…)`.
  mutating func box(_ box: Box, fill: String, isOutlined: Bool = false) {
    body += "<rect x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\" width=\"\(Self.number(max(box.width, 0)))\""
    body += " height=\"\(Self.number(max(box.height, 0)))\" fill=\"\(fill)\""
    body += isOutlined ? " stroke=\"currentColor\" stroke-opacity=\".5\"/>\n" : "/>\n"
  }

  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), opacity: Double = 0.6, isDashed: Bool = false
  ) {
    body += "<path d=\"M\(Self.number(from.x)) \(Self.number(from.y))L\(Self.number(to.x)) \(Self.number(to.y))\""
    body += " stroke=\"currentColor\" stroke-opacity=\"\(Self.number(opacity))\""
    body += isDashed ? " stroke-dasharray=\"2 3\"/>\n" : "/>\n"
  }

  /// Draws a line of a series; each of the first four is interrupted in its own way.
  mutating func path(_ points: [(x: Double, y: Double)], series: Int) {
    guard let first = points.first, points.count > 1 else { return }
    body += "<path d=\"M\(Self.number(first.x)) \(Self.number(first.y))"
    for point in points.dropFirst() { body += "L\(Self.number(point.x)) \(Self.number(point.y))" }
    body += "\" fill=\"none\" stroke-width=\"2\" stroke=\"\(Palette.category(series).hexadecimal)\""
    let dashes = ["", "7 4", "2 3", "9 3 2 3"][series % 4]
    body += dashes.isEmpty ? "/>\n" : " stroke-dasharray=\"\(dashes)\"/>\n"
  }

  static let signRadius = 5.0

  /// Draws the sign of a point of a series; each of the first four has its own shape.
  mutating func sign(_ x: Double, _ y: Double, series: Int) {
    let radius = Self.signRadius
    let shape =
      switch series % 4 {
      case 0: "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\""
      case 1:
        "<rect x=\"\(Self.number(x - 4.5))\" y=\"\(Self.number(y - 4.5))\" width=\"9\" height=\"9\""
      case 2: "<path d=\"M\(Self.number(x)) \(Self.number(y - 6))l6 6l-6 6l-6 -6z\""
      default: "<path d=\"M\(Self.number(x)) \(Self.number(y - 6))l6 10.5h-12z\""
      }
    body += shape + " fill=\"\(Palette.category(series).hexadecimal)\" stroke=\"currentColor\" stroke-width=\".8\"/>\n"
  }

  /// Adds markup that is escaped already.
  mutating func raw(_ markup: String) { body += markup }

  // MARK: Numbers

  /// Writes a length with at most one decimal; opacities with two.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let places = value.magnitude < 1 ? 100 : 10
    let scaled = Int((value * Double(places)).rounded())
    if scaled % places == 0 { return String(scaled / places) }
    let magnitude = scaled.magnitude
    var fraction = String(magnitude % UInt(places))
    if places == 100, fraction.utf8.count == 1 { fraction = "0" + fraction }
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    return "\(scaled < 0 ? "-" : "")\(magnitude / UInt(places)).\(fraction)"
  }
}
