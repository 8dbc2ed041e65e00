/// What is said of figures that were drawn: how many draws, from which seed, and their standard errors.
extension Text {
  /// How often was drawn, from which seed, and the largest standard errors: `1.000 trekkingen, seed 7: standaardfout hoogstens
  /// 0,2 bij een gemiddelde`.
  ///
  /// - Parameters:
  ///   - draws: how often was drawn.
  ///   - seed: what the draws start from.
  ///   - errors: as `standardErrors(_:)` takes them; nothing is said of them where there are none.
  public static func drawn(_ draws: Int, seed: UInt64, errors: [(size: Text, of: Text?)] = []) -> Text {
    let count = Text.count(draws)
    let start = Text(nl: "\(count.nl) trekkingen, seed \(seed)", en: "\(count.en) draws, seed \(seed)")
    return errors.isEmpty ? start : start + .verbatim(": ") + standardErrors(errors)
  }

  /// The largest standard errors among figures that were drawn. A standard error is no bound: of three figures one is off by more.
  ///
  /// - Parameter errors: of each kind of figure the largest, as it is written, and which kind that is; nil where there is one only.
  public static func standardErrors(_ errors: [(size: Text, of: Text?)]) -> Text {
    Text(nl: "standaardfout hoogstens ", en: "standard error at most ")
      + .joined(
        errors.map { error in
          error.of.map { Text(nl: "\(error.size.nl) bij \($0.nl)", en: "\(error.size.en) of \($0.en)") } ?? error.size
        })
  }
}
