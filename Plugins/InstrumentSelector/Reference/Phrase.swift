import WorkbenchKit

/// Putting sentences together.
enum Phrase {
  /// Texts joined by a mark.
  static func joined(_ parts: [Text], by mark: String = ", ") -> Text {
    Text(nl: parts.map(\.nl).joined(separator: mark), en: parts.map(\.en).joined(separator: mark))
  }

  /// A number in the marks of each language, with at most this many decimals.
  static func number(_ number: Double, decimals: Int = 2) -> Text {
    var needed = 0
    while needed < decimals, NumberText.parse(NumberText.fixed(number, decimals: needed)) != number { needed += 1 }
    return Text(
      nl: NumberText.fixed(number, decimals: needed, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: needed, point: ".", thousands: ","))
  }

  /// `'a', 'b' and 3 more`.
  static func quoted(_ names: [String], atMost limit: Int = 8) -> Text {
    let shown = names.prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count - limit
    return rest > 0 ? Text(nl: "\(shown) en nog \(rest)", en: "\(shown) and \(rest) more") : .verbatim(shown)
  }

  /// A word in which case, blanks, hyphens and underscores do not count.
  static func folded(_ word: String) -> String {
    String(word.trimmingBlanks.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }
}
