import WorkbenchKit

/// Ranks as they are shown.
extension Ranking {
  /// `rank`, `rank_low`, `rank_high`, `rankable`.
  ///
  /// - Parameter held: rows of small counts of one's own, whose places among each other would tell which is which.
  func columns(without held: Set<Int> = []) -> [Column] {
    let number = { (name: String, values: [Double], label: Text) in
      var column = Column.numbers(name, values, label: label, format: .automatic)
      var shown = values
      for row in held where !values[row].isNaN {
        shown[row] = .nan
        column.withheld[row] = SmallCounts.complement
      }
      column.storage = .numbers(shown)
      return column
    }
    return [
      number("rank", rank, Text(nl: "rang", en: "rank")),
      number("rank_low", low, Text(nl: "van", en: "from")),
      number("rank_high", high, Text(nl: "tot", en: "to")),
      Column(
        "rankable", .booleans(isSure.indices.map { held.contains($0) ? nil : isSure[$0] }),
        label: Text(nl: "zeker genoeg", en: "sure enough")),
    ]
  }

  /// What has to be said of it.
  func notice(_ measure: Measure, seed: UInt64, certainty: Text) -> Block {
    let ranked = isSure.compactMap { $0 }
    let unsure = ranked.count { !$0 }
    let what =
      measure == .rate
      ? Text(nl: "het aandeel", en: "the share") : Text(nl: "het aantal mensen", en: "the number of people")
    let uncertain =
      unsure == 0
      ? Text(nl: "Geen gebied is te onzeker om te rangschikken", en: "No area is too uncertain to rank")
      : Text(
        nl: "Te onzeker om te rangschikken: \(unsure) van \(ranked.count) gebieden",
        en: "Too uncertain to rank: \(unsure) of \(ranked.count) areas")
    let made = DrawnWords.draws(draws, seed: seed)
    let off = Text.number(largestError, decimals: largestError < 10 ? 1 : 0)
    let drawn = Text(
      nl: "\(made.nl), door het trekken met een standaardfout tot \(off.nl) plaats",
      en: "\(made.en), by the drawing with a standard error of up to \(off.en) of a place")
    return .caution(
      nl:
        "rang naar \(what.nl), 1 is het hoogst; van-tot is het interval van 95 % uit \(drawn.nl). \(uncertain.nl) (dat is: een interval over meer dan de helft van alle plaatsen). \(certainty.nl)",
      en:
        "ranked by \(what.en), 1 is the highest; from-to is the interval of 95% of \(drawn.en). \(uncertain.en) (that is: an interval over more than half of all places). \(certainty.en)"
    )
  }
}
