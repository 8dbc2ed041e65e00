import WorkbenchKit

/// Numbers and names within sentences, in the marks of each language.
enum Shown {
  /// What the sources do not give.
  static let unknown = Text(nl: "onbekend", en: "unknown (onbekend)")
  /// The same as a value in tables, in both languages: part of the interface.
  static let unknownWord = "onbekend"

  static func number(_ number: Double, decimals: Int = 0) -> Text {
    Text(
      nl: NumberText.fixed(number, decimals: decimals, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: decimals, point: ".", thousands: ","))
  }

  /// A number with as many decimals as it was written with, three at most.
  static func plain(_ value: Double) -> Text {
    // 1 - 0.4 is 0.6 but for its last bit.
    let decimals = (0...3).first { abs((value * Self.tens[$0]).rounded() / Self.tens[$0] - value) < 1e-12 } ?? 3
    return number(value, decimals: decimals)
  }

  private static let tens: [Double] = [1, 10, 100, 1000]

  static func euro(_ amount: Double, decimals: Int = 0) -> Text {
    let sign = amount < 0 ? "-" : ""
    let figure = number(abs(amount), decimals: decimals)
    return Text(nl: "\(sign)€ \(figure.nl)", en: "\(sign)€\(figure.en)")
  }

  /// A share of one as a percentage.
  static func share(_ share: Double, decimals: Int = 1) -> Text {
    Text(
      nl: NumberText.fixed(share * 100, decimals: decimals, point: ",") + " %",
      en: NumberText.fixed(share * 100, decimals: decimals) + "%")
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

  static func notice(_ level: Notice.Level, nl: String, en: String) -> Block {
    .notice(Notice(level, Text(nl: nl, en: en)))
  }
}
