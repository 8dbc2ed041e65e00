import Methods
import WorkbenchKit

/// The weights of the criteria of an advice.
enum AdviceWeights {
  /// - Throws: `criterion.unknown`, `weights.number`, `weights.negative`, `weights.repeated`.
  static func read(_ pairs: [Pair<Value>]) throws -> [String: Double] {
    var found: [String: Double] = [:]
    for pair in pairs {
      let (key, place) = (pair.key, pair.place)
      let criterion = try Vocabulary.criterion.one(key, among: AdviceCriterion.allCases, at: place)
      let number: Double?
      if case .number(let given, let unit) = pair.value {
        number = unit == .percent ? given / 100 : given
      } else {
        number = NumberText.parse(pair.value.plain)
      }
      guard let number, number.isFinite else {
        throw Diagnostic(
          "weights.number",
          Text(nl: "het gewicht van '\(key)' is geen getal", en: "the weight of '\(key)' is no number"), place: place)
      }
      guard number >= 0 else {
        throw Diagnostic(
          "weights.negative",
          Text(nl: "het gewicht van '\(key)' is onder nul", en: "the weight of '\(key)' is below nought"), place: place)
      }
      guard found.updateValue(number, forKey: criterion.id) == nil else {
        throw Diagnostic(
          "weights.repeated", Text(nl: "'\(key)' heeft twee gewichten", en: "'\(key)' has two weights"), place: place)
      }
    }
    return found
  }

  /// The weights in the order of the criteria, adding up to 1; usual where nothing is given.
  ///
  /// - Throws: `weights.zero`.
  static func shares(_ given: [String: Double]) throws -> [Double] {
    let numbers = AdviceCriterion.allCases.map { given[$0.id] ?? $0.usualWeight }
    guard let shares = pointAllocation(numbers) else {
      throw Diagnostic("weights.zero", Text(nl: "alle gewichten zijn nul", en: "all weights are nought"))
    }
    return shares
  }

  /// The geometric mean of several roles, adding up to 1; a criterion that one of them gives nothing counts for nothing.
  static func group(_ roles: [[String: Double]]) throws -> [Double] {
    guard !roles.isEmpty else { return try shares([:]) }
    let each = try roles.map(shares)
    let means = AdviceCriterion.allCases.indices.map { index in geometricMean(each.map { $0[index] }) }
    guard let shares = pointAllocation(means) else {
      throw Diagnostic(
        "weights.zero",
        Text(
          nl: "elk criterium krijgt van minstens één rol gewicht nul",
          en: "the roles give every criterion nought somewhere"))
    }
    return shares
  }
}
