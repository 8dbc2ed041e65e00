import WorkbenchKit

/// How large an area is, from the country down; `eigen` is one that the user put together.
enum AreaLevel: String, ArgumentChoice {
  case land, gemeente, wijk, buurt, eigen

  static let usual = AreaLevel.buurt

  init?(code: String) {
    // Asked of every row of a national table.
    var bytes = code.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next() else { return nil }
    switch (first, second) {
    case (UInt8(ascii: "N"), UInt8(ascii: "L")): self = .land
    case (UInt8(ascii: "G"), UInt8(ascii: "M")): self = .gemeente
    case (UInt8(ascii: "W"), UInt8(ascii: "K")): self = .wijk
    case (UInt8(ascii: "B"), UInt8(ascii: "U")): self = .buurt
    default: return nil
    }
  }

  /// The two letters before its codes; nil for the user's own areas.
  var prefix: String? {
    switch self {
    case .land: "NL"
    case .gemeente: "GM"
    case .wijk: "WK"
    case .buurt: "BU"
    case .eigen: nil
    }
  }

  /// How many signs stand behind the prefix; nil where that is not fixed.
  var codeLength: Int? {
    switch self {
    case .gemeente: 4
    case .wijk: 6
    case .buurt: 8
    case .land, .eigen: nil
    }
  }

  /// The level that a file names: `Gemeente`, `Buurt     `; nil for another word.
  init?(word: String) {
    switch word.trimmedOfPadding.lowercased() {
    case "land", "nederland", "country": self = .land
    case "gemeente", "gemeenten", "municipality": self = .gemeente
    case "wijk", "wijken", "district": self = .wijk
    case "buurt", "buurten", "neighbourhood": self = .buurt
    default: return nil
    }
  }

  var label: Text {
    switch self {
    case .land: Text(nl: "het land", en: "the country")
    case .gemeente: Text(nl: "gemeente", en: "municipality")
    case .wijk: Text(nl: "wijk", en: "district")
    case .buurt: Text(nl: "buurt", en: "neighbourhood")
    case .eigen: Text(nl: "eigen gebied (woonservicegebied)", en: "own area (woonservicegebied)")
    }
  }

  func counted(_ count: Int) -> Text { .counted(count, words.one, words.many) }

  private var words: (one: Text, many: Text) {
    switch self {
    case .land: (Text(nl: "land", en: "country"), Text(nl: "land", en: "countries"))
    case .gemeente: (label, Text(nl: "gemeenten", en: "municipalities"))
    case .wijk: (label, Text(nl: "wijken", en: "districts"))
    case .buurt: (label, Text(nl: "buurten", en: "neighbourhoods"))
    case .eigen: (Text(nl: "eigen gebied", en: "own area"), Text(nl: "eigen gebieden", en: "own areas"))
    }
  }

  var about: Text? { label }
}
