import WorkbenchKit

extension GapTable {
  /// What a split of the roles does to the demand and the gap, what stays below the threshold, and how sure bounds are that were
  /// drawn: one remark for each.
  ///
  /// - Parameter hiding: rows of which nothing is told because of what stands beside the table.
  func remarks(_ threshold: Threshold, hiding: Set<Int> = [], _ context: Context) throws -> [Block] {
    try splits(hiding, context) + below(threshold, context.grades) + drawn(hiding, context)
  }

  /// How many draws bounds are out of, and how far they may be off because there are no more.
  private func drawn(_ hiding: Set<Int>, _ context: Context) -> [Block] {
    let errors = rows.indices.filter { !held.hidden.contains($0) && !hiding.contains($0) }.map { row in
      let amount = rows[row].gap.demand.amount
      return max(amount.lowError, amount.highError)
    }
    guard let largest = errors.max(), largest > 0 else { return [] }
    let drawn = DrawnWords.draws(GroupEstimates.usualDraws, seed: context.seed)
    let error = DrawnWords.error(largest)
    return [
      .info(
        nl: "laag en hoog van de vraag rusten op \(drawn.nl)\(error.nl)",
        en: "low and high of the demand rest on \(drawn.en)\(error.en)")
    ]
  }

  /// Of each row in which it hangs on whom one asks who needs it: who said what, and the demand either way.
  private func splits(_ hiding: Set<Int>, _ context: Context) throws -> [Block] {
    let found = rows.indices.filter { !rows[$0].gap.demand.splits.isEmpty }
    let grades = try context.grades
    let several = Set(rows.map(\.area.code)).count > 1
    let shown = found.prefix(Self.mostSplits).map { row -> Block in
      let demand = rows[row].gap.demand
      let votes = Text.joined(Self.votes(demand.splits, grades), by: "; ")
      let outcome = outcome(row, isHeld: hiding.contains(row) || heldSplits.hidden.contains(row))
      let area = several ? " (\(rows[row].area.name))" : ""
      return .caution(
        nl: "De rollen zijn het oneens over \(demand.precondition.label.nl)\(area): \(votes.nl). \(outcome.nl)",
        en: "The roles disagree on \(demand.precondition.label.en)\(area): \(votes.en). \(outcome.en)")
    }
    guard found.count > shown.count else { return Array(shown) }
    let rest = found.dropFirst(shown.count).map { rows[$0].gap.demand.precondition }.listed()
    return shown + [
      .info(nl: "ook oneens over: \(rest.nl)", en: "they also disagree on: \(rest.en)")
    ]
  }

  private static let mostSplits = 3

  /// "group 3, carer lives in: gemeente necessary, corporatie pleasant"; situations of which the same is said stand together.
  private static func votes(_ splits: [AreaDemand.Split], _ grades: [NecessityGrade]) -> [Text] {
    var kinds: [[AreaDemand.Split]] = []
    for split in splits {
      let alike = kinds.firstIndex {
        $0[0].group == split.group && $0[0].judgement.votes == split.judgement.votes
      }
      if let alike { kinds[alike].append(split) } else { kinds.append([split]) }
    }
    return kinds.map { alike in
      let said = alike[0].judgement.votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { role, value in
        let grade = grades.first { $0.necessity == value }?.label ?? .verbatim(value.rawValue)
        return Text(nl: "\(role) \(grade.nl)", en: "\(role) \(grade.en)")
      }
      let (all, situations) = (Text.joined(said), Text.joined(alike.map(\.situation.label), by: " / "))
      return Text(
        nl: "groep \(alike[0].group), \(situations.nl): \(all.nl)",
        en: "group \(alike[0].group), \(situations.en): \(all.en)")
    }
  }

  /// What the lowest and the highest judgement make of it, unless they tell of few people.
  private func outcome(_ row: Int, isHeld: Bool) -> Text {
    if isHeld {
      return Text(
        nl: "Wat dat scheelt, is achtergehouden, want het gaat om weinig mensen.",
        en: "What that matters is held back, because it is about few people.")
    }
    let gap = rows[row].gap
    let amount = gap.demand.amount
    let told = { (demand: Double) -> Text in
      let number = Text.number(demand, decimals: 0)
      let lacking = gap.gap(of: demand)
      if lacking.isNaN { return number }
      let short = Text.number(abs(lacking), decimals: 0)
      return lacking < 0
        ? Text(nl: "\(number.nl) (\(short.nl) over)", en: "\(number.en) (\(short.en) to spare)")
        : Text(nl: "\(number.nl) (tekort \(short.nl))", en: "\(number.en) (gap \(short.en))")
    }
    let (low, high) = (told(amount.splitLow), told(amount.splitHigh))
    return Text(
      nl: "Met het laagste oordeel is de vraag \(low.nl), met het hoogste \(high.nl); de tabel rekent met de mediaan.",
      en:
        "By the lowest judgement the demand is \(low.en), by the highest \(high.en); the table counts by the median.")
  }

  /// What was graded, but lower than counts.
  private func below(_ threshold: Threshold, _ grades: [NecessityGrade]) -> [Block] {
    let grade = { (necessity: Necessity) in
      grades.first { $0.necessity == necessity }?.label ?? .verbatim(necessity.rawValue)
    }
    let names = rows.filter { row in
      let demand = row.gap.demand
      return demand.amount.demand == 0 && demand.necessity.rank != nil && demand.necessity < threshold.grade
    }.map { row in
      let (label, said) = (row.gap.demand.precondition.label, grade(row.gap.demand.necessity))
      return Text(nl: "\(label.nl) (\(said.nl))", en: "\(label.en) (\(said.en))")
    }
    if names.isEmpty { return [] }
    var seen: Set<Text> = []
    let different = names.filter { seen.insert($0).inserted }
    let more = different.count - 4
    let list =
      Text.joined(Array(different.prefix(4)), by: "; ")
      + (more > 0 ? Text(nl: " en nog \(more)", en: " and \(more) more") : .verbatim(""))
    let limit = grade(threshold.grade)
    return [
      .info(
        nl: "onder de drempel '\(limit.nl)' en daarom zonder vraag: \(list.nl)",
        en: "below the threshold '\(limit.en)' and therefore without demand: \(list.en)")
    ]
  }
}
