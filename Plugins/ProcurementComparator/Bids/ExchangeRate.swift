import WorkbenchKit

/// What a unit of a currency is worth in euros, by whom and of which day.
struct ExchangeRate: Sendable, Hashable, FieldItem {
  static let euro = "EUR"

  let currency: String
  let euros: Double
  let source: String
  /// As it is written in JSON: 2024-01-31.
  let date: String
  private var rest: [String: JSON] = [:]

  init(currency: String, euros: Double, source: String, date: CalendarDate) {
    self.currency = currency
    self.euros = euros
    self.source = source
    self.date = date.text
  }

  init(_ fields: Fields) throws {
    currency = try fields["currency"]
    euros = try fields["euros"]
    source = try fields["source"]
    date = try fields["date"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      ["currency": .string(currency), "euros": .number(euros), "source": .string(source), "date": .string(date)],
      rest: rest)
  }

  /// What is said where it was used.
  var told: Text {
    let worth = Text.number(euros, atMost: 6)
    return Text(
      nl: "1 \(currency) = € \(worth.nl) (\(source), \(date))", en: "1 \(currency) = €\(worth.en) (\(source), \(date))")
  }
}
