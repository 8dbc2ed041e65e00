import WorkbenchKit

/// Numbers within sentences, in the marks of each language.
enum Shown {
  static func count(_ count: Int) -> Text { number(Double(count), decimals: 0) }

  static func number(_ number: Double, decimals: Int) -> Text {
    Text(
      nl: NumberText.fixed(number, decimals: decimals, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: decimals, point: ".", thousands: ","))
  }

  /// A share of one as a percentage with one decimal.
  static func share(_ share: Double) -> Text {
    Text(
      nl: NumberText.fixed(share * 100, decimals: 1, point: ",") + " %",
      en: NumberText.fixed(share * 100, decimals: 1) + "%")
  }

  /// Names after each other, the first few where there are many.
  static func list(_ names: [String], atMost limit: Int = 5) -> Text {
    let shown = names.prefix(limit).joined(separator: ", ")
    let more = names.count - limit
    return more > 0 ? Text(nl: "\(shown) en nog \(more)", en: "\(shown) and \(more) more") : .verbatim(shown)
  }

  /// Texts joined by a mark.
  static func joined(_ parts: [Text], by mark: String) -> Text {
    Text(nl: parts.map(\.nl).joined(separator: mark), en: parts.map(\.en).joined(separator: mark))
  }
}
