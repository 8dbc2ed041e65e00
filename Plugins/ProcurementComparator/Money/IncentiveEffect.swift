import Methods
import WorkbenchKit

/// What a form's incentive does to how much each client gets, by an elasticity that the user believes.
///
/// Our model, as the sources give a direction and no size: what one more unit brings in less what it costs, as a part of
/// what it costs, times the elasticity, is the relative change of intensity. Where volume does not pay that margin is -1,
/// so that an elasticity of .1 gives 10 percent less.
struct IncentiveEffect {
  private let elasticities: [String: Double]

  /// - Throws: `elasticity.shape`, `form.unknown`.
  init(_ call: Call) throws {
    var found: [String: Double] = [:]
    for pair in call.pairs("elasticity") {
      guard let value = pair.value.number, (0...10).contains(value) else {
        throw Diagnostic(
          "elasticity.shape",
          Text(
            nl: "de elasticiteit van '\(pair.key)' is geen getal van 0 tot en met 10",
            en: "the elasticity of '\(pair.key)' is no number of 0 through 10"), place: pair.place)
      }
      guard pair.key == "all" || ContractTerms.names.contains(pair.key) else {
        throw Diagnostic(
          "form.unknown", Text(nl: "er is geen vorm '\(pair.key)'", en: "there is no form '\(pair.key)'"),
          wayOut: .verbatim((ContractTerms.names + ["all"]).joined(separator: ", ")),
          suggestion: NearestWord.best(pair.key, among: ContractTerms.names + ["all"]), place: pair.place)
      }
      found[pair.key] = value
    }
    elasticities = found
  }

  var isEmpty: Bool { elasticities.isEmpty }

  /// What intensity is multiplied by.
  func factor(_ name: String, _ form: PaymentForm, meanCost: Double) -> Double {
    guard let elasticity = elasticities[name] ?? elasticities["all"], meanCost > 0 else { return 1 }
    let margin = (form.marginalTariff - meanCost) / meanCost
    return max(0, 1 + elasticity * margin)
  }

  static let assumption = Text(
    nl:
      "elasticiteit: intensiteit × (1 + E × (opbrengst van een eenheid meer − kosten) ÷ kosten); ons model, de grootte is van u",
    en: "elasticity: intensity × (1 + E × (revenue of one unit more − cost) ÷ cost); our model, the size is yours")
}
