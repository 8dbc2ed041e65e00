/// Numbers, amounts, shares and lists within sentences, in the marks of each language.
extension Text {
  /// A count of things, with a mark between thousands.
  public static func count(_ count: Int) -> Text { number(Double(count), decimals: 0) }

  /// A number with a fixed count of decimals.
  public static func number(_ number: Double, decimals: Int) -> Text {
    Text(
      nl: NumberText.fixed(number, decimals: decimals, point: ",", thousands: "."),
      en: NumberText.fixed(number, decimals: decimals, point: ".", thousands: ","))
  }

  /// A number with as many decimals as it needs.
  ///
  /// - Parameters:
  ///   - number: what is shown.
  ///   - limit: the most decimals, rounded beyond.
  public static func number(_ number: Double, atMost limit: Int = 4) -> Text {
    // 1 - 0.4 is 0.6 but for its last bit.
    let decimals =
      (0..<limit).first { decimals in
        let rounded = NumberText.parse(NumberText.fixed(number, decimals: decimals)) ?? number
        return abs(rounded - number) <= 1e-12 * max(1, abs(number))
      } ?? limit
    return .number(number, decimals: decimals)
  }

  /// An amount of euros.
  public static func euros(_ amount: Double, decimals: Int = 0) -> Text {
    let sign = amount < 0 ? "-" : ""
    let figure = number(abs(amount), decimals: decimals)
    return Text(nl: "\(sign)€ \(figure.nl)", en: "\(sign)€\(figure.en)")
  }

  /// A share of one as a percentage.
  public static func share(_ share: Double, decimals: Int = 1) -> Text {
    let figure = number(share * 100, decimals: decimals)
    return Text(nl: "\(figure.nl) %", en: "\(figure.en)%")
  }

  /// A count with the word that goes with it: `1 stap`, `2 stappen`.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - one: the word for a single one.
  ///   - many: the word for none and for several.
  public static func counted(_ count: Int, _ one: Text, _ many: Text) -> Text {
    .count(count) + .verbatim(" ") + (count == 1 ? one : many)
  }

  /// One of two texts, as a count asks: for verbs and pronouns that go along with it.
  public static func plural(_ count: Int, _ one: Text, _ many: Text) -> Text { count == 1 ? one : many }

  /// Names after each other, the first few where there are many: `a, b en nog 3`.
  public static func list(_ names: [String], atMost limit: Int = 5) -> Text {
    let shown = names.prefix(limit).joined(separator: ", ")
    let more = names.count - limit
    return more > 0 ? Text(nl: "\(shown) en nog \(more)", en: "\(shown) and \(more) more") : .verbatim(shown)
  }

  /// Names in quotes after each other, the first few where there are many.
  public static func quoted(_ names: [String], atMost limit: Int = 8) -> Text {
    list(names.map { "'\($0)'" }, atMost: limit)
  }

  /// Texts after each other with a mark between them.
  public static func joined(_ parts: [Text], by mark: String = ", ") -> Text {
    Text(nl: parts.map(\.nl).joined(separator: mark), en: parts.map(\.en).joined(separator: mark))
  }

  /// A day as people write it: `28 november 2026`.
  public static func day(_ date: CalendarDate) -> Text {
    let month = date.month - 1
    return Text(
      nl: "\(date.day) \(Self.months[month].nl) \(date.year)", en: "\(date.day) \(Self.months[month].en) \(date.year)")
  }

  private static let months = [
    Text(nl: "januari", en: "January"), Text(nl: "februari", en: "February"), Text(nl: "maart", en: "March"),
    Text(nl: "april", en: "April"), Text(nl: "mei", en: "May"), Text(nl: "juni", en: "June"),
    Text(nl: "juli", en: "July"), Text(nl: "augustus", en: "August"), Text(nl: "september", en: "September"),
    Text(nl: "oktober", en: "October"), Text(nl: "november", en: "November"), Text(nl: "december", en: "December"),
  ]
}
