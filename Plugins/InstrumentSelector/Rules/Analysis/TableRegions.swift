import WorkbenchKit

/// A decision table with the values of every input cut into regions: what its checks and open questions are answered from.
struct TableRegions: Sendable {
  let table: DecisionTable
  let inputs: [InputRegions]
  /// For each input the rules that hold whatever it is.
  let indifferent: [RuleSet]

  init(_ table: DecisionTable) {
    self.table = table
    let count = table.rules.count
    inputs = table.inputs.indices.map { index in
      InputRegions(table.inputs[index], cells: table.rules.map { $0.when[index] })
    }
    indifferent = inputs.map { input in
      input.rules.reduce(RuleSet.all(count)) { $0.intersection($1) }
    }
  }

  /// A part of the input space: for each input the regions in it; none named where all are.
  struct Box: Sendable, Hashable {
    /// nil stands for every region of the input.
    var sides: [[Int]?]
  }

  /// The regions of an input in classes: those in one class have the same of these rules.
  func classes(of input: Int, among rules: RuleSet) -> [(rules: RuleSet, regions: [Int])] {
    var order: [RuleSet] = []
    var members: [RuleSet: [Int]] = [:]
    for (region, holding) in inputs[input].rules.enumerated() {
      let left = rules.intersection(holding)
      if members[left] == nil { order.append(left) }
      members[left, default: []].append(region)
    }
    return order.map { ($0, members[$0] ?? []) }
  }

  /// The input with which to go on: the one that parts the rules into the fewest classes, those that part nothing apart.
  func next(_ open: [Int], _ rules: RuleSet) -> Int? {
    var best: (input: Int, classes: Int)?
    for input in open where !rules.isSubset(of: indifferent[input]) {
      var seen: Set<RuleSet> = []
      for holding in inputs[input].rules {
        seen.insert(rules.intersection(holding))
        if seen.count >= best?.classes ?? .max { break }
      }
      if seen.count < best?.classes ?? .max { best = (input, seen.count) }
    }
    return best?.input
  }

  /// How many of these rules one value of an input can rule out at most.
  func mostExcluded(_ input: Int, among rules: RuleSet, _ count: Int) -> Int {
    inputs[input].rules.reduce(0) { max($0, count - rules.intersectionCount($1)) }
  }

  /// The smallest example of a box: a value for each input.
  func example(_ box: Box) -> [Literal] {
    zip(inputs, box.sides).map { input, side in input.regions[side?.first ?? 0].example }
  }

  /// The box as tests on the inputs that it bounds.
  func shape(_ box: Box) -> String {
    zip(table.inputs.indices, box.sides).compactMap { index, side -> String? in
      guard let side, side.count < inputs[index].regions.count else { return nil }
      return "\(table.inputs[index].name): " + side.map { inputs[index].regions[$0].shape }.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
