extension String {
  /// The word as it is compared with others: in small letters, without diacritics, blanks and their like as hyphens.
  public var foldedForLookup: String {
    var folded = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case " ", "_", "-", "\t", "\u{2010}", "\u{2011}", "\u{2013}", "\u{A0}":
        if folded.last != "-" { folded.append("-") }
      case "'", "\u{2019}", "`", "\"": continue
      // Marks that stand apart from their letter.
      case "\u{300}"..."\u{36F}": continue
      default: folded.append(Self.plainLetters[scalar] ?? String(scalar))
      }
    }
    while folded.last == "-" { folded.removeLast() }
    return folded.first == "-" ? String(folded.dropFirst()) : folded
  }

  private static let plainLetters: [Unicode.Scalar: String] = {
    let letters: KeyValuePairs = [
      "a": "àáâãäåāăą", "c": "çćč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ğģ", "i": "ìíîïīĭįı", "l": "ĺľł", "n": "ñńň",
      "o": "òóôõöøōő", "r": "ŕř", "s": "śşš", "t": "ţť", "u": "ùúûüūŭůű", "y": "ýÿ", "z": "źżž", "ae": "æ", "oe": "œ",
      "ij": "ĳ", "ss": "ß",
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, others) in letters { for scalar in others.unicodeScalars { plain[scalar] = letter } }
    return plain
  }()
}
