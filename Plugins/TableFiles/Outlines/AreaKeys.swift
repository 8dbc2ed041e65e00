import WorkbenchKit

/// The cells of a column as codes of areas, each in one spelling, so that `gm 0164` and `GM0164` are found as the same.
struct AreaKeys {
  /// What the column is called.
  let column: String
  /// Of each row its code; nil where the cell holds none.
  let keys: [String?]

  /// Nil of a column that holds no codes. Names of areas are none: which area is meant by one is not guessed.
  init?(_ column: Column) {
    let use = Use(column.name)
    var keys: [String?]
    switch column.storage {
    case .texts(let texts): keys = texts.map { $0.flatMap { Self.key($0, use) } }
    case .numbers(let numbers) where use != .unknown:
      // Only the name tells a code from a count.
      keys = numbers.map { number in
        Int(exactly: number).flatMap { Self.key(String($0), use) }
      }
    case .numbers, .booleans, .dates: return nil
    }
    for row in column.withheld.keys { keys[row] = nil }
    let count = keys.count { $0 != nil }
    guard count > 0, count * 2 >= keys.indices.count(where: { !column[$0].isMissing }) else { return nil }
    self.column = column.name
    self.keys = keys
  }

  /// The codes that stand more than once, in their order.
  func doubled(among known: Set<String>? = nil) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    for key in keys.compactMap({ $0 }) where known?.contains(key) ?? true {
      if !seen.insert(key).inserted, !found.contains(key) { found.append(key) }
    }
    return found
  }

  /// What the name of a column says of numbers in it.
  private enum Use {
    case region, post, unknown

    init(_ name: String) {
      let name = name.foldedForLookup
      if name.contains("postcode") || name.hasPrefix("pc4") || name.hasPrefix("pc6") {
        self = .post
      } else if ["code", "nummer"].contains(where: name.contains) {
        self = .region
      } else {
        self = .unknown
      }
    }
  }

  private static let longest = 16

  private static func key(_ text: String, _ use: Use) -> String? {
    let word = text.filter { !$0.isWhitespace }.uppercased()
    guard (1...longest).contains(word.utf8.count), word.utf8.contains(where: isDigit), word.utf8.allSatisfy(isSign),
      // Digits alone may count anything.
      use != .unknown || !word.utf8.allSatisfy(isDigit)
    else { return nil }
    let hasLetters = ["GM", "WK", "BU", "NL"].contains { word.hasPrefix($0) }
    if hasLetters || use == .region, let code = RegionCode.reading(of: text) { return code }
    // Blanks within a code are those of a postcode; of others they part words.
    let isOne = !text.trimmedOfPadding.contains(where: \.isWhitespace)
    return isOne || isPostcode(word) ? word : nil
  }

  private static func isPostcode(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count == 6 && bytes.prefix(4).allSatisfy(isDigit) && bytes.suffix(2).allSatisfy(isLetter)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  /// Letters, digits, and the signs that stand between the parts of a code.
  private static func isSign(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || ".-_".utf8.contains(byte)
  }
}
