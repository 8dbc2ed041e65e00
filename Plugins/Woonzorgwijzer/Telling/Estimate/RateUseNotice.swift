import WorkbenchKit

/// What is said of the percentages that were taken.
enum RateUseNotice {
  /// - Parameter search: what the percentages were taken from.
  static func blocks(_ use: RateUse, _ search: IndicatorSearch?) -> [Block] {
    ChangedNotice.blocks(use.changed, search) + blocks(use.years)
  }

  /// Which year's percentages were taken, where there was a choice.
  ///
  /// - Parameter what: what was taken.
  static func blocks(
    _ years: RateUse.Years, of what: Text = Text(nl: "percentages", en: "percentages")
  ) -> [Block] {
    guard years.imported.count > 1, !years.taken.isEmpty else { return [] }
    let list = { (years: Set<Int>) in years.sorted().map(String.init).joined(separator: ", ") }
    let others = years.imported.subtracting(years.taken)
    let more =
      others.isEmpty
      ? Text.verbatim("")
      : Text(nl: "; ook ingelezen: \(list(others))", en: "; also imported: \(list(others))")
    let (taken, people) = (list(years.taken), list(years.people))
    return [
      .info(
        nl: "\(what.nl) van \(taken), het dichtst bij de inwoners van \(people)\(more.nl) (kies met --rate-year)",
        en: "\(what.en) of \(taken), nearest to the people of \(people)\(more.en) (choose with --rate-year)")
    ]
  }
}
