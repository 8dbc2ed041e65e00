import Methods
import WorkbenchKit

/// What parties would have to pay each other.
struct SettlementTable {
  let model: SheetModel
  let settlement: Settlement
  let floors: [Double]

  init(_ model: SheetModel, rule: Settlement.Rule, floors: [String: Double]) {
    self.model = model
    let sums = model.parties.map { model.sum(of: $0) ?? model.total }
    self.floors = model.parties.map { floors[$0] ?? 0 }
    settlement = Settlement(
      nets: sums.map { model.sums.mean($0) }, benefits: sums.map { model.saves.mean($0) }, floors: self.floors,
      rule: rule)
  }

  /// The laws out of which a party pays here.
  private func laws(_ party: String) -> String {
    let laws = model.accounts.filter { $0.party == party }.compactMap(\.law)
    return laws.isEmpty ? "–" : laws.joined(separator: ", ")
  }

  var payments: Table? {
    let payments = settlement.payments
    guard !payments.isEmpty else { return nil }
    let parties = model.parties
    return Table(
      title: Text(nl: "Wie zou wie betalen, over alle jaren", en: "Who would pay whom, over all years"),
      columns: [
        .texts("from", payments.map { parties[$0.from] }, label: Text(nl: "van", en: "from")),
        .texts("to", payments.map { parties[$0.to] }, label: Text(nl: "naar", en: "to")),
        .numbers(
          "amount", payments.map(\.amount), label: Text(nl: "bedrag", en: "amount"), unit: .euro, format: .decimals(2)),
        .texts(
          "law", payments.map { laws(parties[$0.from]) }, label: Text(nl: "uit welke wet", en: "out of which law")),
      ])
  }

  var after: Table {
    let parties = model.parties
    let before = parties.map { party in model.sum(of: party).map { model.sums.mean($0) } ?? .nan }
    func euros(_ name: String, _ values: [Double], _ label: Text, decimals: Int = 2) -> Column {
      .numbers(name, values, label: label, unit: .euro, format: .decimals(decimals))
    }
    return Table(
      title: Text(nl: "Voor en na", en: "Before and after"),
      columns: [
        .texts("party", parties, label: Text(nl: "partij", en: "party")),
        euros("before", before, Text(nl: "voor", en: "before")),
        euros("after", settlement.after, Text(nl: "na", en: "after")),
        euros("floor", floors, Text(nl: "ondergrens", en: "floor")).asDetail(floors.allSatisfy { $0 == 0 }),
      ])
  }

  var facts: Facts {
    var facts = Facts()
    facts.add("feasible", .boolean(settlement.isFeasible), label: Text(nl: "kan het", en: "feasible"))
    facts.add(
      "moved", .number(settlement.moved, unit: .euro), label: Text(nl: "verschuift", en: "moves"), format: .decimals(2))
    facts.add(
      "short", .number(settlement.short, unit: .euro), label: Text(nl: "tekort over allen", en: "short over all"),
      format: .decimals(2))
    return facts.atAGlance()
  }
}
