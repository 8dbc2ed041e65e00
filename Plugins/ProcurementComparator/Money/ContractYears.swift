import Methods
import WorkbenchKit

/// The years of a contract that are added up, with what grows and what is indexed.
struct ContractYears {
  let fixed: Int
  let options: Int
  /// Of the clients, of the cost of a unit, and of every amount of the forms, each year after the first, as parts.
  let growth: Double
  let costIndex: Double
  let priceIndex: Double

  var count: Int { fixed + options }

  var years: [RiskSimulation.Year] {
    var years = [RiskSimulation.Year()]
    for _ in 1..<max(count, 1) {
      let last = years[years.count - 1]
      years.append(
        .init(
          clients: last.clients * (1 + growth), cost: last.cost * (1 + costIndex), price: last.price * (1 + priceIndex))
      )
    }
    return years
  }

  /// What a budget of one year comes to over all of them.
  var budgets: Double { years.reduce(0) { $0 + $1.price } }

  /// How long, in words; nil for a single year.
  var term: Text? {
    guard count > 1 else { return nil }
    let option =
      options > 0 ? Text(nl: ", waarvan \(options) optie", en: ", of which \(options) optional") : .verbatim("")
    return Text(nl: "\(count) jaar", en: "\(count) years") + option
  }

  /// What was taken, to be told.
  var assumptions: [Text] {
    guard let term else { return [] }
    let (grown, cost, price) = (Text.share(growth), Text.share(costIndex), Text.share(priceIndex))
    return [
      Text(
        nl: """
          bedragen over \(term.nl); elk jaar na het eerste: cliënten \(grown.nl), kosten van een eenheid \(cost.nl), tarieven en \
          budgetten \(price.nl) erbij
          """,
        en: """
          amounts over \(term.en); each year after the first adds: clients \(grown.en), cost of a unit \(cost.en), tariffs and \
          budgets \(price.en)
          """),
      Text(
        nl: "een trekking geldt voor alle jaren: wie veel cliënten heeft, heeft er elk jaar veel",
        en: "a draw holds for all years: many clients are many each year"),
    ]
  }

  /// What each form costs in each year.
  func table(_ forms: [ContractForm], _ outcomes: [RiskOutcome], clients: Double, _ context: Context) -> Table? {
    guard count > 1 else { return nil }
    let rows = forms.indices.flatMap { form in years.indices.map { (form: form, year: $0) } }
    let grown = years.map { $0.clients * clients }
    return Table(
      title: Text(nl: "Jaar voor jaar, gemiddeld", en: "Year by year, on average"),
      columns: [
        .texts("form", rows.map { forms[$0.form].rawValue }, label: Text(nl: "vorm", en: "form")),
        .counts("year", rows.map { $0.year + 1 }, label: Text(nl: "jaar", en: "year")),
        .texts(
          "kind", rows.map { $0.year < fixed ? Text(nl: "vast", en: "fixed") : Text(nl: "optie", en: "option") },
          label: Text(nl: "soort", en: "kind"), in: context),
        .numbers(
          "clients", rows.map { grown[$0.year] }, label: Text(nl: "cliënten", en: "clients"), unit: .persons,
          format: .decimals(0)),
        .numbers(
          "cost",
          rows.map { row in
            let outcome = outcomes[row.form]
            return Self.rounded(outcome.yearCosts[row.year], of: outcome.costMean, error: outcome.costMeanError)
          }, label: Text(nl: "kosten", en: "cost"), unit: .euro,
          format: .decimals(0)),
        .numbers(
          "municipality_mean",
          rows.map { row in
            let payment = outcomes[row.form].payment
            return Self.rounded(outcomes[row.form].yearPayments[row.year], of: payment.mean, error: payment.meanError)
          },
          label: Text(nl: "gemeente betaalt", en: "municipality pays"), unit: .euro, format: .decimals(0)),
      ])
  }

  /// A year without the digits that so few draws leave open: its part of the error of the whole.
  private static func rounded(_ year: Double, of whole: Double, error: Double) -> Double {
    MonteCarlo.rounded(year, error: whole == 0 ? error : error * abs(year / whole), unit: 1)
  }
}
