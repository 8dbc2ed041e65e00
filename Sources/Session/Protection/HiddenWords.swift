/// A text cut into words, so that a name is found however it is written: with capitals and accents, with soft hyphens or other
/// signs that nobody sees within it, in letters of full width, or percent-encoded as in an address.
struct HiddenWords {
  struct Word {
    let range: Range<String.Index>
    /// In lower case and without accents.
    let folded: String
    /// Whether there is nothing in it but digits from 0 to 9.
    let isDigits: Bool
  }

  let words: [Word]

  init(_ text: String) {
    var reading = Reading(text: text)
    reading.read()
    words = reading.words
  }

  /// The words as one phrase, the way it is digested.
  var phrase: String { words.map(\.folded).joined(separator: " ") }

  // MARK: Reading

  private struct Reading {
    let text: String
    var words: [Word] = []
    private var letters = ""
    private var isASCII = true
    private var start: String.Index?
    private var end: String.Index

    init(text: String) {
      self.text = text
      end = text.startIndex
    }

    mutating func read() {
      let scalars = text.unicodeScalars
      var index = scalars.startIndex
      while index < scalars.endIndex {
        let scalar = scalars[index]
        if scalar == "%", let decoded = PercentEncoding.scalar(at: index, in: scalars) {
          take(decoded.scalar, index..<decoded.end)
          index = decoded.end
        } else {
          let next = scalars.index(after: index)
          take(scalar, index..<next)
          index = next
        }
      }
      finish()
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ range: Range<String.Index>) {
      let scalar = HiddenWords.narrow(scalar)
      if HiddenWords.isWord(scalar) {
        if start == nil { start = range.lowerBound }
        letters.unicodeScalars.append(scalar)
        if !scalar.isASCII { isASCII = false }
        end = range.upperBound
      } else if start == nil || !HiddenWords.isUnseen(scalar) {
        finish()
      }
    }

    private mutating func finish() {
      guard let from = start else { return }
      let isDigits = isASCII && letters.utf8.allSatisfy { $0 &- 48 < 10 }
      words.append(Word(range: from..<end, folded: HiddenWords.folded(letters[...]), isDigits: isDigits))
      (start, letters, isASCII) = (nil, "", true)
    }
  }

  /// Signs that a screen does not show, or only where a line ends.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x034F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The sign of ordinary width for one of full width.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value &- 48 < 10 || (scalar.value | 32) &- 97 < 26 }
    if isUnseen(scalar) { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  static func folded(_ word: Substring) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
    var folded = ""
    for scalar in word.lowercased().unicodeScalars where !isMark(scalar) {
      folded.unicodeScalars.append(base(scalar))
    }
    return folded
  }

  /// The letter under an accent: Unicode calls é LATIN SMALL LETTER E WITH ACUTE.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix("LATIN SMALL LETTER ") else {
      return scalar
    }
    let letter = name.dropFirst("LATIN SMALL LETTER ".count)
    guard letter.dropFirst().hasPrefix(" WITH "), let first = letter.lowercased().unicodeScalars.first else {
      return scalar
    }
    return first
  }
}

/// `%C3%AB`: the bytes of a sign, each as two hexadecimal digits.
private enum PercentEncoding {
  /// Returns the sign that is encoded from an index on, and where it ends; nil where none is.
  static func scalar(
    at start: String.Index, in scalars: String.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, end: String.Index)? {
    var bytes: [UInt8] = []
    var index = start
    while bytes.count < 4, let (byte, next) = byte(at: index, in: scalars) {
      bytes.append(byte)
      index = next
      if let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first {
        return (scalar, index)
      }
    }
    return nil
  }

  private static func byte(at start: String.Index, in scalars: String.UnicodeScalarView) -> (UInt8, String.Index)? {
    guard start < scalars.endIndex, scalars[start] == "%" else { return nil }
    var value: UInt32 = 0
    var index = scalars.index(after: start)
    for _ in 0..<2 {
      guard index < scalars.endIndex, let digit = digit(scalars[index]) else { return nil }
      value = value << 4 | digit
      index = scalars.index(after: index)
    }
    return (UInt8(value), index)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 48
    case "a"..."f", "A"..."F": (scalar.value | 32) - 87
    default: nil
    }
  }
}
