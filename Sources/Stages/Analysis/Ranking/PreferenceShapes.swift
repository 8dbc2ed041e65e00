import Methods
import WorkbenchKit

/// The preference functions that `--preference a=linear:1:5` gives; `usual` for a criterion without.
enum PreferenceShapes {
  private static let about = Text(
    nl: "hoe een verschil telt: a=usual, ushape:q, vshape:p, level:q:p, linear:q:p of gaussian:s",
    en: "how a difference counts: a=usual, ushape:q, vshape:p, level:q:p, linear:q:p or gaussian:s")
  static let argument = Argument(flags: "preference", .pair(.name), about: about)

  private static let shapes = ["usual", "ushape", "vshape", "level", "linear", "gaussian"]

  /// - Throws: `criterion.unknown`, `preference.unknown`, `preference.thresholds`.
  static func functions(_ given: [Pair<String>], for input: RankingInput) throws -> [PreferenceFunction] {
    var functions = [PreferenceFunction](repeating: .usual, count: input.criteria.count)
    for pair in given {
      functions[try input.criterion(pair.reference)] = try function(pair.value, of: pair.key, at: pair.place)
    }
    return functions
  }

  private static func function(_ text: String, of name: String, at place: Place?) throws -> PreferenceFunction {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let shape = parts[0].lowercased()
    let numbers = parts.dropFirst().compactMap { NumberText.parse($0) }
    guard shapes.contains(shape) else {
      throw Diagnostic(
        "preference.unknown",
        Text(nl: "er is geen voorkeursfunctie '\(parts[0])'", en: "there is no preference function '\(parts[0])'"),
        wayOut: about, suggestion: NearestWord.best(shape, among: shapes), place: place)
    }
    let found: PreferenceFunction? =
      switch (shape, numbers.count) {
      case ("usual", 0): .usual
      case ("ushape", 1): .uShape(indifference: numbers[0])
      case ("vshape", 1): .vShape(preference: numbers[0])
      case ("level", 2): .level(indifference: numbers[0], preference: numbers[1])
      case ("linear", 2): .linear(indifference: numbers[0], preference: numbers[1])
      case ("gaussian", 1): .gaussian(deviation: numbers[0])
      default: nil
      }
    guard let found, found.isValid, numbers.count == parts.count - 1 else {
      throw Diagnostic(
        "preference.thresholds",
        Text(
          nl: "de grenzen van '\(name)=\(text)' kloppen niet", en: "the thresholds of '\(name)=\(text)' are not right"),
        wayOut: Text(
          nl: "ushape:q, vshape:p, level:q:p, linear:q:p, gaussian:s, met q ≥ 0, p > q en s > 0",
          en: "ushape:q, vshape:p, level:q:p, linear:q:p, gaussian:s, with q ≥ 0, p > q and s > 0"), place: place)
    }
    return found
  }
}
