import WorkbenchKit

/// What the people of an area need, per precondition, and what is lacking to tell.
struct AreaDemand {
  struct Row {
    let precondition: Precondition
    /// The highest median among the groups and situations that have people; `nodig` where only the text says so.
    let necessity: Necessity
    let amount: Demand.Amount
    /// Where it hangs on whom one asks whether people need it.
    var splits: [Split] = []
  }

  /// A group in a care situation of which one role finds that it needs a precondition, and another that it does not.
  struct Split {
    let group: String
    let situation: CareSituation
    let judgement: Judgement
  }

  struct Member {
    let group: TargetGroup
    let people: GroupPeople
    let care: CareDivision
  }

  /// A group of which something is given, and what is not.
  struct Missing {
    enum Lack: String { case people, shares, necessity }

    let group: TargetGroup
    let lacks: [Lack]
  }

  let area: Area
  let rows: [Row]
  let members: [Member]
  let missing: [Missing]
  /// The percentages that told of groups how many people they have, or did not because they are of another place.
  let use: RateUse
  /// The judgements that it goes by.
  let judgements: JudgementSets.Found

  /// The national starting values that it rests on.
  var starting: [StartingMark] { members.flatMap { $0.people.starting + $0.care.starting } }

  /// The groups with few people: what they are part of would tell of them beside what they are no part of.
  func fewGroups(_ counts: SmallCounts) -> Set<String> {
    Set(members.filter { counts.isSmall($0.people.people) }.map(\.group.id))
  }
}

/// Puts together the people, the shares and what the circle said.
struct DemandFinder {
  let threshold: Threshold
  let people: GroupPeopleFinder
  let shares: CareDivisions
  let groups: [TargetGroup]
  let preconditions: [Precondition]
  /// The set of judgements that counts.
  let judgements: JudgementSets.Found
  let situations: [CareSituation]
  private let stated: Set<[String]>

  init(_ threshold: Threshold, _ atlas: Atlas, _ percentages: IndicatorSearch?, _ context: Context) throws {
    self.threshold = threshold
    people = try GroupPeopleFinder(atlas, percentages, try context.codebook, context)
    shares = try CareDivisions(context)
    let sets = try JudgementSets(context)
    judgements = try threshold.set.map(sets.found) ?? sets.inUse
    groups = try context.groups
    preconditions = try context.preconditions
    situations = try context.situations
    stated = Set(try context.statedNeeds.map { [$0.group, $0.precondition] })
  }

  private var circle: CircleNeeds { judgements.needs }

  /// Groups of which anything is given: people, shares or a word on necessity.
  var given: [TargetGroup] {
    let stated = threshold.countsStated && people.standIns.areInUse ? Set(self.stated.map { $0[0] }) : []
    let named = people.groups.union(shares.given).union(circle.votes.keys.map(\.group)).union(stated)
    return groups.filter { named.contains($0.id) }
  }

  /// - Parameter changing: what becomes of the people of a group, for a what-if.
  func find(_ area: Area, changing: (String, GroupPeople) -> GroupPeople = { $1 }) throws -> AreaDemand {
    var members: [AreaDemand.Member] = []
    var missing: [AreaDemand.Missing] = []
    var use = RateUse()
    for group in given {
      let found = try people.find(group.id, in: area, noting: &use).map { changing(group.id, $0) }
      let care = shares.division(of: group)
      var lacks: [AreaDemand.Missing.Lack] = []
      if found == nil { lacks.append(.people) }
      if care == nil { lacks.append(.shares) }
      if !saysAnything(of: group.id) { lacks.append(.necessity) }
      if !lacks.isEmpty { missing.append(.init(group: group, lacks: lacks)) }
      if let found, let care { members.append(.init(group: group, people: found, care: care)) }
    }
    return AreaDemand(
      area: area, rows: preconditions.map { row($0, members) }, members: members, missing: missing,
      use: use, judgements: judgements)
  }

  private func saysAnything(of group: String) -> Bool {
    circle.votes.keys.contains { $0.group == group } || threshold.countsStated && stated.contains { $0[0] == group }
  }

  private func row(_ precondition: Precondition, _ members: [AreaDemand.Member]) -> AreaDemand.Row {
    var cells: [Demand.Cell] = []
    var medians: [Necessity] = []
    var splits: [AreaDemand.Split] = []
    for member in members {
      guard let shares = member.care.shares else {
        let (cell, median) = undivided(member, precondition)
        cells.append(cell)
        if let median { medians.append(median) }
        continue
      }
      for situation in situations {
        let share = shares[situation.id] ?? 0
        if share == 0 { continue }
        let cell = NeedCell(group: member.group.id, precondition: precondition.id, situation: situation.id)
        let judgement = circle.judgement(cell)
        if let median = judgement.median { medians.append(median) }
        cells.append(self.cell(member, share, judgement, isStated: stated.contains([cell.group, cell.precondition])))
        if cells[cells.count - 1].isSplit {
          splits.append(.init(group: cell.group, situation: situation, judgement: judgement))
        }
      }
    }
    let isStated = groups.contains { stated.contains([$0.id, precondition.id]) && isOf($0, members) }
    return AreaDemand.Row(
      precondition: precondition, necessity: medians.max() ?? (isStated ? .needed : .unknown),
      amount: Demand.sum(cells), splits: splits)
  }

  /// Whether a group is among those that count; where none does yet, each of which something is given.
  private func isOf(_ group: TargetGroup, _ members: [AreaDemand.Member]) -> Bool {
    members.isEmpty ? given.contains { $0.id == group.id } : members.contains { $0.group.id == group.id }
  }

  /// All people of a group of which nobody knows how they divide: it does not matter where they need it in each situation alike.
  private func undivided(_ member: AreaDemand.Member, _ precondition: Precondition) -> (Demand.Cell, Necessity?) {
    let isStated = stated.contains([member.group.id, precondition.id])
    let judgements = situations.map {
      circle.judgement(NeedCell(group: member.group.id, precondition: precondition.id, situation: $0.id))
    }
    let cells = judgements.map { cell(member, 1, $0, isStated: isStated) }
    guard var one = cells.first else {
      return (cell(member, 1, Judgement(votes: [:]), isStated: isStated), nil)
    }
    if cells.contains(where: { $0.isNeeded != one.isNeeded }) {
      one.isNeeded = nil
      one.unknown = 1
    }
    one.isNeededAtLeast = cells.allSatisfy(\.isNeededAtLeast)
    one.isNeededAtMost = cells.contains(where: \.isNeededAtMost)
    return (one, judgements.compactMap(\.median).max())
  }

  private func cell(_ member: AreaDemand.Member, _ share: Double, _ judgement: Judgement, isStated: Bool)
    -> Demand.Cell
  {
    let counts = threshold.countsStated && isStated && judgement.votes.isEmpty
    return Demand.Cell(
      group: member.group.id, people: member.people.people * share, low: member.people.low * share,
      high: member.people.high * share, lowError: member.people.lowError * share,
      highError: member.people.highError * share,
      isNeeded: counts ? true : judgement.median.map { threshold.isReached(by: $0) },
      isNeededAtLeast: counts || threshold.isReached(by: judgement.lowest),
      isNeededAtMost: counts || threshold.isReached(by: judgement.highest),
      unknown: counts ? 0 : judgement.unknownShare)
  }
}
