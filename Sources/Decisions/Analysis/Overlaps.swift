/// Two rules that fire on the same inputs.
struct Overlap: Sendable, Hashable {
  let one: Int
  let other: Int
  /// Where both fire.
  let box: TableRegions.Box
}

extension TableRegions {
  /// The pairs of rules that must not fire together and do: any two under U, those that say different things under A; none
  /// under the other policies, which say what then holds.
  ///
  /// - Parameter poll: asks whether to go on.
  func overlaps(_ poll: () throws -> Void) rethrows -> [Overlap] {
    guard table.policy == .unique || table.policy == .any, !inputs.contains(where: { $0.regions.isEmpty }) else {
      return []
    }
    // For each rule and input the regions in which it holds, a bit for each.
    let sides: [[RuleSet]] = table.rules.indices.map { rule in
      inputs.indices.map { input in
        var regions = RuleSet(count: inputs[input].regions.count)
        for (region, holding) in rules(of: input).enumerated() where holding.contains(rule) { regions.insert(region) }
        return regions
      }
    }
    var found: [Overlap] = []
    for one in table.rules.indices {
      try poll()
      for other in table.rules.indices where other > one {
        if table.policy == .any, table.rules[one].results == table.rules[other].results { continue }
        if zip(sides[one], sides[other]).contains(where: { $0.isDisjoint(with: $1) }) { continue }
        let both = zip(sides[one], sides[other]).map { $0.intersection($1).members }
        found.append(Overlap(one: one, other: other, box: Box(sides: both)))
      }
    }
    return found
  }
}
