/// A text cut into words, so that a name is found however it is written.
struct HiddenWords {
  struct Word {
    let range: Range<String.Index>
    /// In lower case and without accents.
    let folded: String
  }

  let words: [Word]

  init(_ text: String) {
    var words: [Word] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard Self.isWord(scalars[index]) else {
        index = scalars.index(after: index)
        continue
      }
      let start = index
      while index < scalars.endIndex, Self.isWord(scalars[index]) { index = scalars.index(after: index) }
      words.append(Word(range: start..<index, folded: Self.folded(text[start..<index])))
    }
    self.words = words
  }

  /// The words as one phrase, the way it is digested.
  var phrase: String { words.map(\.folded).joined(separator: " ") }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value &- 48 < 10 || (scalar.value | 32) &- 97 < 26 }
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
