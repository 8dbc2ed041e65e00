import Methods
import WorkbenchKit

/// A figure of a simulation; its raw value is the name of its column.
enum DrawnFigure: String, CaseIterable {
  case municipalityMean = "municipality_mean"
  case municipalitySpread = "municipality_sd"
  case municipalityWorst = "municipality_es95"
  case chanceOver = "municipality_p_over"
  case expectedOver = "municipality_expected_over"
  case providerMean = "provider_mean"
  case providerSpread = "provider_sd"
  case chanceOfLoss = "provider_p_loss"
  case expectedLoss = "provider_expected_loss"
  case costMean = "cost_mean"
  case costSpread = "cost_sd"

  /// The place of the last digit that is shown: a euro, a tenth of a percent.
  var unit: Double { self == .chanceOver || self == .chanceOfLoss ? 0.001 : 1 }

  /// The figure, and its standard error because no more draws were made; NaN where there is none.
  func of(_ outcome: RiskOutcome) -> (value: Double, error: Double) {
    switch self {
    case .municipalityMean: (outcome.payment.mean, outcome.payment.meanError)
    case .municipalitySpread: (outcome.payment.deviation, outcome.payment.deviationError)
    case .municipalityWorst: (outcome.shortfall, outcome.shortfallError)
    case .chanceOver: (outcome.overChance, outcome.overChanceError)
    case .expectedOver: (outcome.expectedOver, outcome.expectedOverError)
    case .providerMean: (outcome.result.mean, outcome.result.meanError)
    case .providerSpread: (outcome.result.deviation, outcome.result.deviationError)
    case .chanceOfLoss: (outcome.lossChance, outcome.lossChanceError)
    case .expectedLoss: (outcome.expectedLoss, outcome.expectedLossError)
    case .costMean: (outcome.costMean, outcome.costMeanError)
    case .costSpread: (outcome.costDeviation, outcome.costDeviationError)
    }
  }
}

/// What is said of figures that were drawn: how many draws, from which seed, and their standard errors.
struct DrawnWords {
  let draws: Int
  let seed: UInt64

  /// The draws, the seed, and the largest standard error of each kind of figure.
  ///
  /// - Parameter errors: what the error is of, in words, and how it is written; those of nought are left out.
  func notice(_ errors: [(what: Text, size: Text)]) -> Block {
    let told = Text.drawn(draws, seed: seed, errors: errors.map { ($0.size, of: $0.what) })
    let rounded = Text(nl: "; verder zijn de cijfers afgerond", en: "; beyond that figures are rounded")
    return .notice(Notice(.info, errors.isEmpty ? told : told + rounded))
  }

  /// The same for programs.
  func facts(_ errors: [(name: String, values: [Double])]) -> Facts {
    var facts = Facts(isDetail: true)
    facts.add("draws", draws, label: Text(nl: "trekkingen", en: "draws"))
    facts.add("seed", .number(Double(seed)), label: .verbatim("seed"), format: .plain)
    for error in errors {
      facts.add(
        "mcse_\(error.name)", .list(error.values.map { $0.isNaN ? .missing : .number($0) }),
        label: Text(nl: "fout van \(error.name)", en: "error of \(error.name)"))
    }
    return facts
  }

  /// An error with its first two digits.
  static func short(_ error: Double) -> Double { MonteCarlo.rounded(error, error: error / 10, unit: 1) }

  /// A size of an error with its first two digits.
  static func size(_ error: Double, isShare: Bool = false) -> Text {
    let shown = isShare ? error * 100 : error
    let decimals = shown >= 10 ? 0 : shown >= 1 ? 1 : shown >= 0.1 ? 2 : 3
    let text = Text.number(shown, decimals: decimals)
    return isShare ? Text(nl: "\(text.nl) %-punt", en: "\(text.en) points") : text
  }
}
