import Methods
import WorkbenchKit

/// The tables and the picture of a simulation.
struct SimulationTables {
  let forms: [ContractForm]
  let contracts: [RiskSimulation.Contract]
  let simulation: RiskSimulation
  /// How many years the amounts are of; nil for one.
  let term: Text?
  let context: Context

  private var outcomes: [RiskOutcome] { simulation.outcomes }
  private var labels: [Text] { forms.map(\.label) }

  /// A figure of each form, without the digits that so few draws leave open.
  private func rounded(_ figure: DrawnFigure) -> [Double] {
    outcomes.map { outcome in
      let (value, error) = figure.of(outcome)
      return MonteCarlo.rounded(value, error: error, unit: figure.unit)
    }
  }

  var main: Table {
    let euros = { (figure: DrawnFigure, nl: String, en: String) -> Column in
      .numbers(
        figure.rawValue, rounded(figure), label: Text(nl: nl, en: en), unit: .euro, format: .decimals(0))
    }
    let chances = { (figure: DrawnFigure, nl: String, en: String) -> Column in
      .numbers(figure.rawValue, rounded(figure), label: Text(nl: nl, en: en), unit: .share, format: .share(1))
    }
    return Table(
      title: Text(
        nl: "Wat de gemeente betaalt en de aanbieder overhoudt", en: "What the municipality pays and the provider keeps"
      ),
      columns: [
        .texts("form", forms.map(\.rawValue)).asDetail(),
        .texts("label", labels, label: Text(nl: "vorm", en: "form"), in: context),
        euros(.municipalityMean, "gemeente betaalt", "municipality pays"),
        euros(.municipalitySpread, "spreiding", "spread").asDetail(),
        euros(.municipalityWorst, "slechtste 5 %", "worst 5%"),
        chances(.chanceOver, "kans boven budget", "chance over budget"),
        euros(.expectedOver, "verwacht erboven", "expected over").asDetail(),
        euros(.providerMean, "aanbieder houdt", "provider keeps"),
        euros(.providerSpread, "spreiding aanbieder", "provider's spread").asDetail(),
        chances(.chanceOfLoss, "kans verlies", "chance of loss"),
        euros(.expectedLoss, "verwacht verlies", "expected loss"),
        euros(.costMean, "kosten", "cost").asDetail(),
        euros(.costSpread, "spreiding kosten", "spread of cost").asDetail(),
        .numbers(
          "intensity_factor", contracts.map(\.intensityFactor), label: Text(nl: "intensiteit ×", en: "intensity ×"),
          format: .decimals(3)
        ).asDetail(contracts.allSatisfy { $0.intensityFactor == 1 }),
      ])
  }

  /// Two rows a form: which driver the spread of each party follows from, and which part of the cost's spread it carries; nil
  /// where nothing spreads.
  var variance: Table? {
    var names: [ContractForm] = []
    var parties: [String] = []
    var labels: [Text] = []
    var shares: [[Double]] = [[], [], []]
    var rests: [Double] = []
    var carried: [Double] = []
    for (form, outcome) in zip(forms, outcomes) {
      let pairs = [(outcome.payment, outcome.carried), (outcome.result, 1 - outcome.carried)]
      for (place, (spread, part)) in pairs.enumerated() {
        names.append(form)
        parties.append(place == 0 ? "municipality" : "provider")
        labels.append(place == 0 ? Text(nl: "gemeente", en: "municipality") : Text(nl: "aanbieder", en: "provider"))
        let isFlat = spread.deviation <= 1e-9 * max(abs(spread.mean), 1)
        func rounded(_ share: Double, _ error: Double) -> Double {
          isFlat ? .nan : MonteCarlo.rounded(share, error: error, unit: 0.01)
        }
        let own = RiskDrivers.Driver.allCases.map { (spread.shares[$0] ?? 0, spread.shareErrors[$0] ?? 0) }
        for driver in 0..<3 { shares[driver].append(rounded(own[driver].0, own[driver].1)) }
        // Out of the shares as they are: three that were rounded may be a point or more off together.
        let rest = max(0, 1 - own.reduce(0) { $0 + $1.0 })
        rests.append(rounded(rest, own.reduce(0) { $0 + $1.1 }))
        carried.append(MonteCarlo.rounded(part, error: outcome.carriedError, unit: 0.01))
      }
    }
    if carried.allSatisfy(\.isNaN), rests.allSatisfy(\.isNaN) { return nil }
    let share = { (name: String, values: [Double], label: Text) -> Column in
      .numbers(name, values, label: label, unit: .share, format: .share(0))
    }
    return Table(
      title: Text(
        nl: "Wie de spreiding draagt, en waar die van komt", en: "Who carries the spread, and what it comes from"),
      columns: [
        .texts("form", names.map(\.rawValue)).asDetail(),
        .texts("form_label", names.map(\.label), label: Text(nl: "vorm", en: "form"), in: context),
        .texts("party", parties).asDetail(),
        .texts("party_label", labels, label: Text(nl: "partij", en: "party"), in: context),
        share("carries", carried, Text(nl: "draagt", en: "carries")),
        share("clients", shares[0], Text(nl: "cliënten", en: "clients")),
        share("intensity", shares[1], Text(nl: "intensiteit", en: "intensity")),
        share("cost", shares[2], Text(nl: "kosten", en: "cost")),
        share("interplay", rests, Text(nl: "samenspel", en: "interplay")),
      ])
  }

  /// The results of the provider under one form.
  func histogram(_ place: Int) -> Chart? {
    let outcome = outcomes[place]
    guard outcome.classWidth > 0 else { return nil }
    let scale = abs(outcome.classStart) + outcome.classWidth * 24 >= 100_000 ? 1000.0 : 1
    let edges = outcome.classCounts.indices.map { (outcome.classStart + Double($0) * outcome.classWidth) / scale }
    let label = labels[place]
    return Chart(
      .histogram,
      title: Text(nl: "\(label.nl): wat de aanbieder overhoudt", en: "\(label.en): what the provider keeps"),
      x: Chart.Axis(
        scale == 1000
          ? Text(nl: "betaling min kosten, duizend euro, vanaf", en: "payment less cost, thousand euros, from")
          : Text(nl: "betaling min kosten, euro, vanaf", en: "payment less cost, euros, from")),
      y: Chart.Axis(Text(nl: "deel van de trekkingen", en: "part of the draws"), unit: .share),
      categories: edges.map { NumberText.fixed($0, decimals: 0) },
      series: [
        .init(name: forms[place].rawValue, values: outcome.classCounts.map { Double($0) / Double(simulation.draws) })
      ])
  }

  /// The answer in one sentence: what decided, by how much, and with which error.
  var answer: Text {
    let told = outcomes.count == 1 ? single : both
    return term.map { Text(nl: "over \($0.nl): ", en: "over \($0.en): ") + told } ?? told
  }

  private var single: Text {
    let outcome = outcomes[0]
    let (paid, loss) = (Text.euros(rounded(.municipalityMean)[0]), Text.euros(rounded(.expectedLoss)[0]))
    let chance = Text.share(rounded(.chanceOfLoss)[0])
    let (paidError, lossError) = (Self.error(outcome.payment.meanError), Self.error(outcome.expectedLossError))
    return Text(
      nl:
        "\(labels[0].nl): de gemeente betaalt gemiddeld \(paid.nl)\(paidError.nl); de aanbieder verliest in \(chance.nl) van de trekkingen, over alle gemiddeld \(loss.nl)\(lossError.nl)",
      en:
        "\(labels[0].en): the municipality pays \(paid.en)\(paidError.en) on average; the provider loses in \(chance.en) of the draws, over all \(loss.en)\(lossError.en) on average"
    )
  }

  private var both: Text {
    let size = outcomes.reduce(0) { max($0, abs($1.payment.mean), abs($1.costMean)) }
    let fixed = FormComparison(
      outcomes.map(\.payment.deviation), errors: outcomes.map(\.payment.deviationError), size: size)
    let loss = FormComparison(outcomes.map(\.expectedLoss), errors: outcomes.map(\.expectedLossError), size: size)
    let first = told(
      fixed,
      best: Text(
        nl: "de kosten van de gemeente staan het vastst bij", en: "the municipality's cost is most fixed with"),
      equal: Text(
        nl: "de kosten van de gemeente staan bij alle vormen even vast: de vormen zijn daarin gelijk",
        en: "the municipality's cost is as fixed with each form: the forms are equal in that"),
      shared: Text(
        nl: "de kosten van de gemeente staan even vast, en het vastst, bij",
        en: "the municipality's cost is equally, and most, fixed with"),
      less: Text(nl: "spreiding", en: "spread"))
    let second = told(
      loss,
      best: Text(nl: "de aanbieder verwacht het minste verlies bij", en: "the provider expects the least loss with"),
      equal: Text(
        nl: "het verwachte verlies van de aanbieder is bij alle vormen gelijk",
        en: "the provider's expected loss is equal with all forms"),
      shared: Text(
        nl: "de aanbieder verwacht evenveel, en het minste, verlies bij",
        en: "the provider expects equal, and the least, loss with"),
      less: Text(nl: "verwacht verlies", en: "expected loss"))
    return first + .verbatim("; ") + second
  }

  /// One half of the answer.
  private func told(_ comparison: FormComparison, best: Text, equal: Text, shared: Text, less: Text) -> Text {
    guard let next = comparison.next else { return equal }
    let who = Text.joined(comparison.least.map { labels[$0] }, by: ", ")
    let amount = Text.euros(MonteCarlo.rounded(comparison.difference, error: comparison.error, unit: 1))
    let error = Self.error(comparison.error, isBound: true)
    let margin = Text(
      nl: " (\(less.nl) \(amount.nl) minder dan bij \(labels[next].nl)\(error.nl))",
      en: " (\(less.en) \(amount.en) less than with \(labels[next].en)\(error.en))")
    let chance =
      comparison.isChance
      ? Text(
        nl: ", maar dat kan het toeval van de trekking zijn", en: ", but that may be the chance of the draws")
      : .verbatim("")
    return (comparison.least.count > 1 ? shared : best) + .verbatim(" ") + who + margin + chance
  }

  /// A standard error in words; nothing where there is none.
  private static func error(_ error: Double, isBound: Bool = false) -> Text {
    guard error > 0 else {
      return isBound ? Text(nl: ", zonder fout van de trekking", en: ", without an error of the draws") : .verbatim("")
    }
    let size = Text.euros(max(DrawnWords.short(error), 1))
    return isBound
      ? Text(nl: ", fout ten hoogste \(size.nl)", en: ", error at most \(size.en)")
      : Text(nl: " (fout \(size.nl))", en: " (error \(size.en))")
  }
}
