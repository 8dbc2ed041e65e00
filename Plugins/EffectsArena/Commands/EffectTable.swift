import Methods
import WorkbenchKit

/// The effects with what they are worth.
enum EffectTable {
  static func of(_ sheet: Sheet, _ context: Context) -> Table {
    let nodes = sheet.nodes(.effect)
    let money = nodes.map { sheet.money($0.id) }
    func worth(_ money: EffectMoney?) -> Double {
      guard let money, let year = money.netYear else { return .nan }
      let first = min(money.lag, sheet.years)
      return year * PresentValue.factor(years: first..<sheet.years, rate: sheet.rate, decline: money.filter(.dropOff))
    }
    func numbers(_ name: String, _ values: [Double?], _ label: Text, unit: Unit? = nil, decimals: Int = 0) -> Column {
      .numbers(
        name, values.map { $0 ?? .nan }, label: label, unit: unit, format: decimals == 0 ? .decimals(0) : .automatic)
    }
    return Table(
      title: Text(nl: "Effecten", en: "Effects"),
      columns: [
        .texts("effect", nodes.map(\.id), label: Text(nl: "effect", en: "effect")),
        numbers("quantity", money.map { $0?.quantity?.mean }, Text(nl: "aantal", en: "quantity"), decimals: 2),
        .texts("unit", nodes.map(\.unit), label: Text(nl: "eenheid", en: "unit")).asDetail(
          nodes.allSatisfy { $0.unit == nil }),
        numbers("value", money.map { $0?.value?.mean }, Text(nl: "waarde elk", en: "value each"), unit: .euro),
        numbers("net_year", money.map { $0?.netYear }, Text(nl: "netto per jaar", en: "net a year"), unit: .euro),
        numbers("present_value", money.map(worth), Text(nl: "over alle jaren", en: "over all years"), unit: .euro),
        .texts(
          "to",
          money.map { money in
            guard let shares = money?.shares, !shares.isEmpty else { return nil }
            return shares.map { share in
              let law = share.law.map { "/\($0)" } ?? ""
              return "\(share.party)\(law) \(NumberText.fixed(share.share * 100, decimals: 0))%"
            }.joined(separator: ", ")
          }, label: Text(nl: "naar", en: "to")),
        .texts(
          "source", money.map { MoneyOrigin.words($0?.quantity != nil || $0?.value != nil, $0?.source) },
          label: Text(nl: "bron", en: "source"), in: context),
      ])
  }
}
