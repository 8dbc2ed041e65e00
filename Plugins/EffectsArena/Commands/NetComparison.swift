import WorkbenchKit

/// Two sheets, or a sheet and what it would be, side by side.
enum NetComparison {
  static func table(_ one: SheetModel, _ other: SheetModel, _ first: Text, _ second: Text, _ context: Context) -> Table
  {
    let parties = one.parties + other.parties.filter { !one.parties.contains($0) }
    func net(_ model: SheetModel, _ party: String) -> Double {
      guard let sum = model.sum(of: party) else { return 0 }
      return model.accounts.contains { $0.party == party && model.isKnown($0) } ? model.sums.mean(sum) : .nan
    }
    func total(_ model: SheetModel) -> Double { model.hasMoney ? model.sums.mean(model.total) : .nan }
    let left = parties.map { net(one, $0) } + [total(one)]
    let right = parties.map { net(other, $0) } + [total(other)]
    func euros(_ name: String, _ values: [Double], _ label: Text) -> Column {
      .numbers(name, values, label: label, unit: .euro, format: .decimals(0))
    }
    return Table(
      title: Text(nl: "Saldo per partij", en: "Net by party"),
      columns: [
        .texts("party", parties + ["total"]).asDetail(),
        .texts(
          "party_label", parties.map { .verbatim($0) } + [Text(nl: "allen samen", en: "all together")],
          label: Text(nl: "partij", en: "party"), in: context),
        euros("net_a", left, first), euros("net_b", right, second),
        euros("difference", zip(left, right).map { $1 - $0 }, Text(nl: "verschil", en: "difference")),
      ])
  }
}
