import WorkbenchKit

/// The name that a column has in a download of StatLine's website, such as `Bevolking/Aantal inwoners (aantal)`: the groups
/// it stands in, the topic, its unit; only the topic tells what it is.
struct StatLineTitle {
  /// The topic without groups and unit.
  let topic: String

  /// Nil where the name is a key of the open data (`AantalInwoners_5`) or of the wide style (`a_inw`).
  init?(_ name: String) {
    guard name.utf8.contains(where: { !$0.isPartOfKey }) else { return nil }
    var rest = name.trimmedOfPadding[...]
    // There can be several brackets: `Regiocode (gemeente, wijk, buurt) (code)`.
    while rest.hasSuffix(")"), let open = Self.opening(rest) {
      rest = String(rest[..<open]).trimmedOfPadding[...]
    }
    let topic = rest.split(separator: "/").last.map(String.init) ?? String(rest)
    guard topic.contains(where: \.isLetter) else { return nil }
    self.topic = topic
  }

  /// The bracket that the last one closes.
  private static func opening(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return index > text.startIndex ? index : nil }
    }
    return nil
  }

  /// The key that the open data have for the topic, without its number: `AantalInwoners`, `k_65JaarOfOuder`.
  var key: String {
    if topic.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey }
    let words = topic.split { !$0.isLetter && !$0.isNumber }
    let key = words.map { word in (word.first?.uppercased() ?? "") + word.dropFirst() }.joined()
    let plain = key.map { letter -> String in
      guard !letter.isASCII else { return String(letter) }
      let folded = String(letter).foldedForLookup
      return letter.isUppercase ? folded.prefix(1).uppercased() + folded.dropFirst() : folded
    }.joined()
    return plain.first?.isNumber == true ? "k_" + plain : plain
  }

  /// The same for a topic of plain letters, as nearly all are.
  private var asciiKey: String {
    var key: [UInt8] = []
    var isFirst = true
    for byte in topic.utf8 {
      guard byte.isPartOfKey, byte != UInt8(ascii: "_") else {
        isFirst = true
        continue
      }
      let isSmall = byte >= UInt8(ascii: "a")
      key.append(isFirst && isSmall ? byte - 0x20 : byte)
      isFirst = false
    }
    let isNumber = key.first.map { $0 <= UInt8(ascii: "9") } ?? false
    return (isNumber ? "k_" : "") + String(decoding: key, as: UTF8.self)
  }
}

extension UInt8 {
  /// Letters, digits and the line below: all that keys of the open data and of the wide style are made of.
  fileprivate var isPartOfKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
