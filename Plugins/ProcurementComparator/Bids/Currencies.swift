import WorkbenchKit

/// Prices that are brought to one currency.
struct Currencies {
  /// In `currency`.
  let prices: [Double]
  /// Of all prices; nil where nothing was said, which is taken for euros.
  let currency: String?
  /// Those that were used.
  var rates: [ExchangeRate] = []
  /// How many prices had no currency where others had one.
  var assumed = 0

  var isEuro: Bool { currency == nil || currency == ExchangeRate.euro }

  /// - Parameters:
  ///   - needsEuros: whether the tender names amounts of euros beside the prices.
  /// - Throws: `bid.currency` for several currencies, or another than the tender's, without a rate.
  init(_ sheet: BidSheet, rates given: [ExchangeRate], needsEuros: Bool) throws {
    let named = sheet.particulars.map { $0.currency?.uppercased() }
    let priced = sheet.prices.indices.filter { !sheet.prices[$0].isNaN }
    let found = Set(priced.compactMap { named[$0] }).sorted()
    let sole = found.count == 1 ? found[0] : nil
    assumed = found.isEmpty ? 0 : priced.count { named[$0] == nil }
    let isAlike = found.count < 2 && (found.isEmpty || assumed == 0 || sole == ExchangeRate.euro)
    if isAlike,
      sole == nil || sole == ExchangeRate.euro || !needsEuros && !given.contains(where: { $0.currency == sole })
    {
      prices = sheet.prices
      currency = sole
      return
    }
    let foreign = found.filter { $0 != ExchangeRate.euro }
    if let lacking = foreign.first(where: { code in !given.contains { $0.currency == code } }) {
      throw Self.lacking(lacking, among: found, unnamed: assumed, isOnlyOne: isAlike)
    }
    prices = sheet.prices.indices.map { row in
      let rate = given.last { $0.currency == named[row] }
      return sheet.prices[row] * (rate?.euros ?? 1)
    }
    currency = ExchangeRate.euro
    rates = foreign.compactMap { code in given.last { $0.currency == code } }
  }

  private static func lacking(
    _ code: String, among found: [String], unnamed: Int, isOnlyOne: Bool
  ) -> Diagnostic {
    let without =
      unnamed > 0 ? Text(nl: "; zonder valuta: \(unnamed)", en: "; without a currency: \(unnamed)") : .verbatim("")
    let listed = Text.list(found, atMost: 8) + without
    return Diagnostic(
      "bid.currency",
      isOnlyOne
        ? Text(
          nl: "de prijzen zijn in \(code), het plafond of de waarde van kwaliteit in euro's",
          en: "the prices are in \(code), the ceiling or the worth of quality in euros")
        : Text(
          nl: "de prijzen staan niet in één valuta (\(listed.nl)) en zijn zo niet te rangschikken",
          en: "the prices are not in one currency (\(listed.en)) and cannot be ranked like that"),
      wayOut: Text(
        nl: "geef de koers met bron en dag: --rate \(code)=0.92 --rate-source ECB --rate-date 2026-01-02",
        en: "give the rate with its source and day: --rate \(code)=0.92 --rate-source ECB --rate-date 2026-01-02"),
      suggestion: "--rate")
  }
}
