import WorkbenchKit

/// Numbers and lists within sentences, and columns that several commands make.
enum Shown {
  static func share(_ share: Double, decimals: Int = 1) -> Text {
    Text(
      nl: NumberText.fixed(share * 100, decimals: decimals, point: ",") + " %",
      en: NumberText.fixed(share * 100, decimals: decimals) + "%")
  }

  static func number(_ number: Double, decimals: Int) -> Text {
    Text(
      nl: NumberText.fixed(number, decimals: decimals, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: decimals, thousands: ","))
  }

  /// Names after each other, the first few where there are many.
  static func list(_ names: [String], atMost limit: Int = 5) -> Text {
    let shown = names.prefix(limit).joined(separator: ", ")
    let more = names.count - limit
    return more > 0 ? Text(nl: "\(shown) en nog \(more)", en: "\(shown) and \(more) more") : .verbatim(shown)
  }

  static func joined(_ parts: [Text], by mark: String) -> Text {
    Text(nl: parts.map(\.nl).joined(separator: mark), en: parts.map(\.en).joined(separator: mark))
  }

  static func text(_ name: String, _ values: [Text?], _ label: Text, _ context: Context) -> Column {
    .texts(name, values.map { $0?(context.language) }, label: label)
  }

  static func count(_ name: String, _ values: [Int], _ label: Text) -> Column {
    .numbers(name, values.map(Double.init), label: label, format: .decimals(0))
  }

  static func info(_ nl: String, _ en: String) -> Block { .notice(Notice(.info, Text(nl: nl, en: en))) }
  static func caution(_ nl: String, _ en: String) -> Block { .notice(Notice(.caution, Text(nl: nl, en: en))) }

  /// Said wherever people are put with a persona.
  static let nobody = info(
    "een persona is een hulpmiddel: geen mens valt ermee samen", "a persona is an aid: no person coincides with one")

  /// `1 stap`, `2 stappen`.
  static func counted(_ count: Int, _ one: Text, _ many: Text) -> Text {
    .verbatim("\(count) ") + (count == 1 ? one : many)
  }

  /// A remark about what was written where.
  static func written(_ path: String) -> Block {
    info("geschreven naar '\(path)'", "written to '\(path)'")
  }
}
