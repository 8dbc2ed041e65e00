import Methods
import WorkbenchKit

/// How far values may be off in SMAA: `--spread a=2`.
enum Spreads {
  static let argument = Argument(
    flags: "spread", .pair(.name),
    about: Text(
      nl: "hoe ver een waarde er aan beide kanten naast kan liggen: a=2, in de eenheid van de kolom",
      en: "how far a value may be off to either side: a=2, in the unit of the column"))

  /// Returns the spread of each utility, a row for each alternative; nil where nothing is given.
  ///
  /// - Throws: `criterion.unknown`, `spread.number`, `scale.range` where all values of a criterion that is scaled are the
  ///   same.
  static func of(
    _ given: [Pair<String>], for input: RankingInput, _ scales: [UtilityScale]
  ) throws -> Matrix? {
    if given.isEmpty { return nil }
    var widths = [Double](repeating: 0, count: input.criteria.count)
    for pair in given {
      let (name, place) = (pair.reference.name, pair.place)
      let index = try input.criterion(pair.reference)
      guard let spread = TypedValue.number(pair.value)?.number, spread >= 0 else {
        throw Diagnostic(
          "spread.number",
          Text(
            nl: "de marge van '\(name)' is geen getal van nul of meer: '\(pair.value)'",
            en: "the margin of '\(name)' is no number of nought or more: '\(pair.value)'"), place: place)
      }
      guard let unit = unit(scales[index], input.values.column(index)) else {
        throw Diagnostic(
          "scale.range",
          Text(
            nl: "alle waarden van '\(name)' zijn gelijk: een marge heeft daar geen maat",
            en: "all values of '\(name)' are the same: a margin has no measure there"),
          wayOut: Text(nl: "zoals: --scale \(name)=0:10", en: "such as: --scale \(name)=0:10"), place: place)
      }
      widths[index] = spread / unit
    }
    return Matrix([[Double]](repeating: widths, count: input.values.rowCount))
  }

  /// How much of the column one utility is.
  private static func unit(_ scale: UtilityScale, _ values: [Double]) -> Double? {
    switch scale {
    case .asGiven: return 1
    case .between(let low, let high): return high - low
    case .minMax:
      let width = (values.max() ?? 0) - (values.min() ?? 0)
      return width > 0 ? width : nil
    }
  }
}
