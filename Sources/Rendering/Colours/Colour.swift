/// A colour of the screen, each part 0 through 255 (sRGB).
struct Colour: Hashable {
  let red: Int
  let green: Int
  let blue: Int

  init(_ hexadecimal: UInt32) {
    red = Int(hexadecimal >> 16 & 0xFF)
    green = Int(hexadecimal >> 8 & 0xFF)
    blue = Int(hexadecimal & 0xFF)
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (Int(red.rounded()), Int(green.rounded()), Int(blue.rounded()))
  }

  /// As SVG and CSS write it.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The nearest of the 216 colours of the cube that terminals with 256 colours share (xterm).
  var terminalIndex: Int {
    func step(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40 }
    return 16 + 36 * step(red) + 6 * step(green) + step(blue)
  }

  /// Whether dark letters are easier to read on it than light ones (Rec. 601 luma).
  var isLight: Bool { 299 * red + 587 * green + 114 * blue > 140_000 }

  /// Returns the colour on the way to another.
  ///
  /// - Parameter share: 0 is this one, 1 the other.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    func between(_ from: Int, _ to: Int) -> Double { Double(from) + (Double(to) - Double(from)) * share }
    return Colour(between(red, other.red), between(green, other.green), between(blue, other.blue))
  }
}
