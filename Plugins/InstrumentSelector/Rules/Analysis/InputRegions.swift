import WorkbenchKit

/// The values of one input, cut into regions within which every rule of the table holds throughout or not at all.
///
/// Exact: the cuts are the values and the ends that the rules and the allowed values name. A region is known by one value in
/// it, the smallest that is easily said.
struct InputRegions: Sendable {
  struct Region: Sendable, Hashable {
    /// A value in it.
    let example: Literal
    /// The region as a unary test.
    let shape: String
  }

  private(set) var regions: [Region] = []
  /// Which rules hold in each region.
  private(set) var rules: [RuleSet] = []

  init(_ clause: DecisionTable.Clause, cells: [UnaryTests]) {
    let all: [Region] =
      switch clause.type {
      case .boolean: [.init(.boolean(true)), .init(.boolean(false))]
      case .text: Self.texts(clause, cells)
      case .number, .integer: Self.numbers(clause, cells)
      }
    for region in all where clause.allowed?.holds(region.example) ?? true {
      var holding = RuleSet(count: cells.count)
      for (rule, cell) in cells.enumerated() where cell.holds(region.example) { holding.insert(rule) }
      regions.append(region)
      rules.append(holding)
    }
  }

  /// The listed values; where the list is open, all that is not named is one region more.
  private static func texts(_ clause: DecisionTable.Clause, _ cells: [UnaryTests]) -> [Region] {
    if let allowed = clause.allowed, !allowed.isNegated, allowed.tests.count == clause.values.count {
      return clause.values.map { Region($0) }
    }
    var named: [Literal] = clause.values
    for literal in cells.flatMap(\.literals) + (clause.allowed?.literals ?? []) where !named.contains(literal) {
      named.append(literal)
    }
    var other = "…"
    while named.contains(.text(other)) { other += "…" }
    let list = named.map(\.feel).joined(separator: ", ")
    return named.map { Region($0) } + [Region(.text(other), shape: named.isEmpty ? "-" : "not(\(list))")]
  }

  private static func numbers(_ clause: DecisionTable.Clause, _ cells: [UnaryTests]) -> [Region] {
    let named = (cells.flatMap(\.literals) + (clause.allowed?.literals ?? [])).compactMap(\.number)
    let cuts = Set(named).sorted()
    guard let lowest = cuts.first, let highest = cuts.last else { return [Region(.number(0), shape: "-")] }
    let isWhole = clause.type == .integer
    func shown(_ number: Double) -> String { NumberText.shortest(number) }
    var regions = [Region(.number(isWhole ? lowest.rounded(.up) - 1 : lowest - 1), shape: "< \(shown(lowest))")]
    for (place, cut) in cuts.enumerated() {
      if !isWhole || cut == cut.rounded() { regions.append(Region(.number(cut))) }
      guard place + 1 < cuts.count, let between = between(cut, cuts[place + 1], isWhole) else { continue }
      regions.append(Region(.number(between), shape: "(\(shown(cut))..\(shown(cuts[place + 1])))"))
    }
    regions.append(Region(.number(isWhole ? highest.rounded(.down) + 1 : highest + 1), shape: "> \(shown(highest))"))
    return regions
  }

  /// The smallest whole number between two numbers, else their middle; nil where nothing lies between.
  private static func between(_ low: Double, _ high: Double, _ isWhole: Bool) -> Double? {
    let whole = low.rounded(.down) + 1
    if whole > low, whole < high { return whole }
    if isWhole { return nil }
    let middle = low / 2 + high / 2
    return middle > low && middle < high ? middle : nil
  }
}

extension InputRegions.Region {
  /// A single value.
  fileprivate init(_ literal: Literal) { self.init(example: literal, shape: literal.feel) }
  fileprivate init(_ literal: Literal, shape: String) { self.init(example: literal, shape: shape) }
}
