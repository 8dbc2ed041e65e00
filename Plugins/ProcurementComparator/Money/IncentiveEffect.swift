import Methods
import WorkbenchKit

/// What a form's incentive does to how much each client gets, by an elasticity that the user believes.
///
/// Our model, as the sources give a direction and no size: what one more unit brings in less what it costs, as a part of
/// what it costs, times the elasticity, is the relative change of intensity. Where volume does not pay that margin is -1,
/// so that an elasticity of .1 gives 10 percent less.
struct IncentiveEffect {
  /// How strongly the incentive of a form works, or of all (nil).
  struct Elasticity: Sendable {
    let form: ContractForm?
    let value: Double

    init(form: ContractForm?, value: Double) {
      self.form = form
      self.value = value
    }

    /// - Throws: `elasticity.shape`, `form.unknown`.
    init(typed pair: Pair<Value>) throws {
      guard let value = pair.value.number, (0...10).contains(value) else {
        throw Diagnostic(
          "elasticity.shape",
          Text(
            nl: "de elasticiteit van '\(pair.key)' is geen getal van 0 tot en met 10",
            en: "the elasticity of '\(pair.key)' is no number of 0 through 10"))
      }
      let form = ContractForm(rawValue: pair.key)
      guard form != nil || pair.key == "all" else {
        let words = ContractForm.allCases.map(\.rawValue) + ["all"]
        throw Diagnostic(
          "form.unknown", Text(nl: "er is geen vorm '\(pair.key)'", en: "there is no form '\(pair.key)'"),
          wayOut: .verbatim(words.joined(separator: ", ")), suggestion: NearestWord.best(pair.key, among: words))
      }
      self.init(form: form, value: value)
    }
  }

  private let elasticities: [ContractForm?: Double]

  /// - Parameter elasticities: of one form the last counts.
  init(_ elasticities: [Elasticity]) {
    self.elasticities = Dictionary(elasticities.map { ($0.form, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  var isEmpty: Bool { elasticities.isEmpty }

  /// What intensity is multiplied by.
  func factor(_ name: ContractForm, _ form: PaymentForm, meanCost: Double) -> Double {
    guard let elasticity = elasticities[name] ?? elasticities[nil], meanCost > 0 else { return 1 }
    let margin = (form.marginalTariff - meanCost) / meanCost
    return max(0, 1 + elasticity * margin)
  }

  static let assumption = Text(
    nl:
      "elasticiteit: intensiteit × (1 + E × (opbrengst van een eenheid meer − kosten) ÷ kosten); ons model, de grootte is van u",
    en: "elasticity: intensity × (1 + E × (revenue of one unit more − cost) ÷ cost); our model, the size is yours")
}
