import Methods
import WorkbenchKit

extension RankingInput {
  /// The ranking as it is shown: the best first, equal scores at one rank.
  ///
  /// - Parameters:
  ///   - title: what ranked them.
  ///   - scores: one for each alternative, more is better; what is no number has no score.
  ///   - size: how large the numbers are that the scores were worked out of, as `Ranks` takes it.
  ///   - shown: the scores as they are shown, where that differs.
  ///   - details: columns with what the scores are made of, a row for each alternative.
  ///   - blocks: what follows the table.
  func output(
    _ input: Output, _ table: Table, _ title: Text, scores: [Double], size: Double = 1, shown: [Double]? = nil,
    label: Text,
    details: [Column] = [], blocks: [Block] = [], notices more: [Notice] = []
  ) -> Output {
    let ranking = Ranks(scores, size: size)
    let ranks = ranking.ranks
    let named = names.column.map { table.columns[$0] }
    let result = Table(
      title: title,
      columns: [
        .texts("alternative", names.names, label: named?.label ?? Text(nl: "alternatief", en: "alternative")),
        .numbers("score", shown ?? scores, label: label, format: .decimals(4)),
        .numbers("rank", ranks.map(Double.init), label: Text(nl: "plaats", en: "rank"), format: .plain),
      ] + details)
    var output = input.replacing(result.rows(ranking.order))
    output.blocks += blocks
    output.blocks += (Self.ties(ranks, scores, names.names) + notices(in: table) + more).map(Block.notice)
    return output
  }

  /// Says which are equal, and that one alternative has nothing beside it.
  private static func ties(_ ranks: [Int], _ scores: [Double], _ names: [String]) -> [Notice] {
    guard ranks.count > 1 else {
      return [
        .caution(
          nl: "er is één alternatief: er valt niets te vergelijken",
          en: "there is one alternative: there is nothing to compare it with")
      ]
    }
    return Set(ranks).sorted().compactMap { rank in
      let same = ranks.indices.filter { ranks[$0] == rank }
      guard same.count > 1 else { return nil }
      let listed = Text.fewQuoted(same.map { names[$0] })
      if same.count == ranks.count, scores.allSatisfy(\.isNaN) {
        return .caution(
          nl: "alle alternatieven zijn op elk criterium gelijk: er is geen score",
          en: "all alternatives are the same on every criterion: there is no score")
      }
      return .caution(nl: "gelijk op plaats \(rank): \(listed.nl)", en: "equal at rank \(rank): \(listed.en)")
    }
  }
}

extension Column {
  /// A figure that a score is made of, under its own name.
  static func measure(_ name: String, _ values: [Double]) -> Column {
    .numbers(name, values, label: .verbatim(name), format: .decimals(4))
  }
}
