/// How wide a text comes out in a sans-serif typeface, on the safe side: a picture cannot ask the reader's fonts.
enum TextMeasure {
  /// Returns the width, with the letter widths of a wide typeface (DejaVu Sans).
  ///
  /// - Parameter size: of the letters; the result is in the same unit.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let sum = text.unicodeScalars.reduce(0.0) { $0 + ems(of: $1) }
    return sum * size * (isBold ? 1.12 : 1)
  }

  private static func ems(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", " ", "!": 0.34
    case "f", "t", "r", "-", "(", ")", "[", "]", "/", "\\", "·": 0.42
    case "m", "w", "M", "W", "@", "%", "—", "…": 1.0
    case "A"..."Z": 0.76
    case "a"..."z", "0"..."9": 0.64
    default: scalar.value < 0x300 ? 0.68 : 0.9 * Double(max(DisplayWidth.of(String(scalar)), 0))
    }
  }

  /// Breaks a text into lines of at most a width; a word that is wider alone is broken.
  static func wrapped(_ text: String, to width: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var word = String(word)
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if self.width(longer, size: size, isBold: isBold) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      if self.width(word, size: size, isBold: isBold) > width {
        var pieces = broken(word, to: width / (size * (isBold ? 1.12 : 1)))
        word = pieces.removeLast()
        lines += pieces
      }
      line = word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Breaks a word into pieces of at most a width in ems, of at least one character each; never none.
  private static func broken(_ word: String, to most: Double) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var taken = 0.0
    for character in word {
      let wide = character.unicodeScalars.reduce(0.0) { $0 + ems(of: $1) }
      if taken + wide > most, !piece.isEmpty {
        pieces.append(piece)
        (piece, taken) = ("", 0)
      }
      piece.append(character)
      taken += wide
    }
    return pieces + [piece]
  }
}
