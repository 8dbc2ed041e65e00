import WorkbenchKit

/// A decision table with the values of every input cut into regions: what its checks and open questions are answered from.
struct TableRegions: Sendable {
  let table: DecisionTable
  let inputs: [InputRegions]
  /// For each input the rules that hold whatever it is.
  let indifferent: [RuleSet]
  /// Of which rules the questions are: those that may hold, or those that surely do.
  private let isSure: Bool

  /// The same with only those rules that surely hold.
  var surely: TableRegions { TableRegions(table, inputs, isSure: true) }

  /// - Parameter scope: what is known of inputs and definitions.
  init(_ table: DecisionTable, _ scope: Scope = Scope([:])) {
    let inputs = table.inputs.indices.map { index in
      InputRegions(table.inputs[index], cells: table.rules.map { $0.when[index].settled(in: scope) }, scope)
    }
    self.init(table, inputs, isSure: false)
  }

  private init(_ table: DecisionTable, _ inputs: [InputRegions], isSure: Bool) {
    self.table = table
    self.inputs = inputs
    self.isSure = isSure
    let all = RuleSet.all(table.rules.count)
    indifferent = inputs.map { input in
      (isSure ? input.sure : input.rules).reduce(all) { $0.intersection($1) }
    }
  }

  /// Whether every rule surely holds where it may.
  var isDecided: Bool { inputs.allSatisfy { $0.rules == $0.sure } }

  /// The rules of each region of an input.
  func rules(of input: Int) -> [RuleSet] { isSure ? inputs[input].sure : inputs[input].rules }

  /// A part of the input space: for each input the regions in it; none named where all are.
  struct Box: Sendable, Hashable {
    /// In order; nil stands for every region of the input.
    var sides: [[Int]?]

    /// Whether it lies in another.
    func isWithin(_ other: Box) -> Bool {
      zip(sides, other.sides).allSatisfy { own, others in
        guard let others else { return true }
        return own.map { Self.isSubset($0, of: others) } ?? false
      }
    }

    /// Of two lists in order.
    private static func isSubset(_ own: [Int], of others: [Int]) -> Bool {
      var place = others.startIndex
      for region in own {
        while place < others.endIndex, others[place] < region { place += 1 }
        guard place < others.endIndex, others[place] == region else { return false }
      }
      return true
    }
  }

  /// The regions of an input in classes: those in one class have the same of these rules.
  func classes(of input: Int, among rules: RuleSet) -> [(rules: RuleSet, regions: [Int])] {
    var order: [RuleSet] = []
    var members: [RuleSet: [Int]] = [:]
    for (region, holding) in self.rules(of: input).enumerated() {
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
      for holding in self.rules(of: input) {
        seen.insert(rules.intersection(holding))
        if seen.count >= best?.classes ?? .max { break }
      }
      if seen.count < best?.classes ?? .max { best = (input, seen.count) }
    }
    return best?.input
  }

  /// How many of these rules one value of an input can rule out at most.
  func mostExcluded(_ input: Int, among rules: RuleSet, _ count: Int) -> Int {
    self.rules(of: input).reduce(0) { max($0, count - rules.intersectionCount($1)) }
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
