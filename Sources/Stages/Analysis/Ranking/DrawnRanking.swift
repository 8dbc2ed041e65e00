import Methods
import WorkbenchKit

/// What SMAA found, with no digit that so few draws leave open.
struct DrawnRanking {
  private let found: AcceptabilityAnalysis
  private let seed: UInt64

  init(_ found: AcceptabilityAnalysis, seed: UInt64) {
    self.found = found
    self.seed = seed
  }

  /// The scores are shown with four decimals, shares in whole percents, weights with three decimals.
  var scores: [Double] {
    zip(found.holistic, found.holisticErrors).map { MonteCarlo.rounded($0, error: $1, unit: 1e-4) }
  }

  var columns: [Column] {
    let share = { (name: String, values: [Double], label: Text) in
      Column.numbers(name, values, label: label, unit: .share, format: .share(0))
    }
    return (0..<found.acceptability.columnCount).map { rank in
      share(
        "rank_\(rank + 1)",
        found.acceptability.column(rank).map { MonteCarlo.rounded($0, error: found.error(of: $0), unit: 0.01) },
        .verbatim("\(rank + 1)"))
    } + [
      share(
        "confidence",
        zip(found.confidence, found.confidenceErrors).map {
          MonteCarlo.rounded($0 ?? .nan, error: $1 ?? .nan, unit: 0.01)
        }, Text(nl: "zeker", en: "sure"))
    ]
  }

  func central(_ ranking: RankingInput) -> Table {
    Table(
      title: Text(
        nl: "Centrale gewichten: wie zo weegt, kiest dit", en: "Central weights: who weighs so, chooses this"),
      columns: [
        .texts("alternative", ranking.names.names, label: Text(nl: "alternatief", en: "alternative"))
      ]
        + ranking.criteria.enumerated().map { index, criterion in
          .numbers(
            criterion.name,
            zip(found.centralWeights, found.centralWeightErrors).map {
              MonteCarlo.rounded($0?[index] ?? .nan, error: $1?[index] ?? .nan, unit: 0.001)
            }, label: criterion.label, format: .decimals(3))
        })
  }

  /// The largest error of a share.
  private var largest: Double { found.acceptability.values.map(found.error(of:)).max() ?? 0 }

  var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("draws", found.draws, label: Text(nl: "trekkingen", en: "draws"))
    facts.add("seed", .number(Double(seed)), label: .verbatim("seed"), format: .plain)
    facts.add("mcse_rank", .number(largest), label: Text(nl: "fout van een aandeel", en: "error of a share"))
    facts.add(
      "mcse_score", .number(found.holisticErrors.max() ?? 0),
      label: Text(nl: "fout van een score", en: "error of a score"))
    return facts
  }

  var notice: Notice {
    let error = Text.number(largest * 100, decimals: largest >= 0.01 ? 0 : largest >= 0.001 ? 1 : 2)
    let size = Text(nl: "\(error.nl) %-punt", en: "\(error.en) points")
    return Notice(
      .info, .drawn(found.draws, seed: seed, errors: [(size, of: Text(nl: "een aandeel", en: "a share"))]))
  }
}
