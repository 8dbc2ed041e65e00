/// A name of a place as it is compared with others.
///
/// CBS writes `Hengelo (O.)`, `'s-Gravenhage` and `Súdwest-Fryslân`; a person types `hengelo`, `Den Haag` and `sudwest fryslan`.
public struct PlaceName: Sendable, Hashable {
  /// The words of the name in small letters, without diacritics and apostrophes, with a blank between them; a bracket that opens
  /// is a word too, so that `Hengeloo` is not `Hengelo (O.)`.
  public let words: String
  /// The same under the one of its names that all its names become: `den haag` for `s gravenhage`.
  public let usualWords: String

  /// Makes the form in which a name is compared.
  public init(_ name: String) {
    let split = Self.split(name)
    words = split.joined(separator: " ")
    let usual = split.map { Self.otherWords[$0] ?? $0 }.joined(separator: " ")
    usualWords = Self.otherNames[usual] ?? usual
  }

  /// Returns what two names have in common that are spelled otherwise: hyphens, blanks and capitals make no difference.
  public var key: String {
    let key = usualWords.filter { $0 != " " }
    return key.allSatisfy { $0 == "(" } ? "" : key
  }

  /// Returns the keys by which a place with this name is found: that of the full name, and without what stands in brackets.
  public static func keys(of name: String) -> Set<String> {
    var keys: Set<String> = [PlaceName(name).key]
    if name.utf8.contains(UInt8(ascii: "(")) {
      keys.insert(PlaceName(withoutLastBrackets(name)).key)
      keys.insert(PlaceName(withoutBrackets(name)).key)
    }
    keys.remove("")
    return keys
  }

  /// Returns a name without all that stands in brackets; a bracket that is not closed goes on to the end.
  public static func withoutBrackets(_ name: String) -> String {
    var kept = ""
    var depth = 0
    for character in name {
      if character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return kept.trimmedOfPadding
  }

  /// A name without the brackets at its end: `Hengelo` for `Hengelo (O.)`.
  private static func withoutLastBrackets(_ name: String) -> String {
    guard name.trimmedOfPadding.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    return String(name[..<open]).trimmedOfPadding
  }

  private static func split(_ name: String) -> [String] {
    var folded = name
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      var plain = String.UnicodeScalarView()
      plain.append(contentsOf: name.unicodeScalars.filter { !apostrophes.contains($0) })
      folded = String(plain).foldedForLookup
    }
    var words: [String] = []
    var word: [UInt8] = []
    for byte in folded.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: word.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""): continue
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        if byte == UInt8(ascii: "(") { words.append("(") }
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let apostrophes: Set<Unicode.Scalar> = [
    "\u{B4}", "\u{2B9}", "\u{2BB}", "\u{2BC}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{201C}", "\u{201D}",
    "\u{201E}", "\u{2032}", "\u{FF07}",
  ]

  /// Words that are written in Frisian by one and in Dutch by another, and abbreviations.
  private static let otherWords = [
    "fryslan": "friesland", "sudwest": "zuidwest", "noardeast": "noordoost", "fryske": "friese", "marren": "meren",
    "dantumadiel": "dantumadeel", "tytsjerksteradiel": "tietjerksteradeel", "st": "sint",
  ]

  /// Municipalities that CBS calls by their official name and people by another; both are in official use.
  private static let otherNames = [
    "s gravenhage": "den haag", "sgravenhage": "den haag", "the hague": "den haag", "s hertogenbosch": "den bosch",
    "shertogenbosch": "den bosch",
  ]
}
