import WorkbenchKit

/// The values of one input, cut into regions within which every rule of the table holds throughout or not at all.
///
/// Exact: the cuts are the values and the ends that the rules and the allowed values name. A region is known by one value in
/// it, the smallest that is easily said. Of a cell that compares with another input or works something out it is open
/// whether it holds, and where it may, it stands among the rules.
struct InputRegions: Sendable {
  struct Region: Sendable, Hashable {
    /// A value in it.
    let example: Literal
    /// The region as a unary test.
    let shape: String
  }

  private(set) var regions: [Region] = []
  /// Which rules hold in each region, or may.
  private(set) var rules: [RuleSet] = []
  /// Which rules surely hold in each region.
  private(set) var sure: [RuleSet] = []

  init(_ clause: DecisionTable.Clause, cells: [UnaryTests], _ scope: Scope) {
    // What is known is one value.
    let known = scope.values[clause.name].map { [Region($0)] }
    // What is worked out may be another thing elsewhere in the region.
    let isUneven = cells.map { !$0.isRegional }
    // That there is no value may always be said.
    for region in known ?? Self.regions(clause, cells)
    where region.example == .null || clause.allowed?.holds(region.example) ?? true {
      var holding = RuleSet(count: cells.count)
      var surely = holding
      for (rule, cell) in cells.enumerated() {
        let verdict = isUneven[rule] ? Verdict.open : cell.verdict(on: region.example, scope)
        if verdict == .yes || verdict == .open { holding.insert(rule) }
        if verdict == .yes { surely.insert(rule) }
      }
      regions.append(region)
      rules.append(holding)
      sure.append(surely)
    }
  }

  private static func regions(_ clause: DecisionTable.Clause, _ cells: [UnaryTests]) -> [Region] {
    let listed = clause.values
    let named = (cells.flatMap(\.literals) + (clause.allowed?.literals ?? [])).flatMap { literal -> [Literal] in
      guard case .list(let items) = literal, clause.type != .list else { return [literal] }
      // Where any kind may be given, it may be the list itself as well.
      return clause.type == .any ? items + [literal] : items
    }
    let hasNull = named.contains(.null)
    // A closed list of values is all there is.
    if clause.type != .boolean, clause.allowed?.isListing == true {
      return (listed.filter { $0 != .null } + (hasNull ? [.null] : [])).map { Region($0) }
    }
    var kinds = Self.kinds(of: clause.type)
    // Where any kind may be given, those count that the rules ask for.
    if clause.type == .any { kinds = Literal.Kind.allCases.filter { kind in named.contains { $0.kind == kind } } }
    var found: [Region] = []
    for kind in kinds {
      let own = named.filter { $0.kind == kind }
      switch kind {
      case .boolean: found += [Region(.boolean(true)), Region(.boolean(false))]
      case .text where !(cells + [clause.allowed ?? .any]).contains(where: \.hasTextInterval):
        found += apart(listed + own, .text)
      case .list: found += apart(listed + own, .list)
      case .null: break
      default: found += cut(own, isWhole: clause.type == .integer)
      }
    }
    // No rule names a value: one stands for all that there is.
    if found.isEmpty { found = [Region(example(of: clause.type), shape: hasNull ? "not(null)" : "-")] }
    return hasNull ? found + [Region(.null)] : found
  }

  private static func kinds(of type: ValueType) -> [Literal.Kind] {
    switch type {
    case .text: [.text]
    case .number, .integer: [.number]
    case .boolean: [.boolean]
    case .date: [.date]
    case .time: [.time]
    case .dateTime: [.dateTime]
    case .dayTimeDuration: [.seconds]
    case .yearMonthDuration: [.months]
    case .list: [.list]
    case .any: []
    }
  }

  /// A value of the type where no rule asks for any.
  private static func example(of type: ValueType) -> Literal {
    switch type {
    case .number, .integer: .number(0)
    case .date: CalendarDate("2000-01-01").map(Literal.date) ?? .null
    case .time: ClockTime("12:00").map(Literal.time) ?? .null
    case .dateTime: Moment("2000-01-01").map(Literal.dateTime) ?? .null
    case .dayTimeDuration: .seconds(86_400)
    case .yearMonthDuration: .months(12)
    case .boolean: .boolean(true)
    case .list: .list([])
    case .text, .any: .text("…")
    }
  }

  /// The values that are named, and all that is not named as one region more.
  private static func apart(_ all: [Literal], _ kind: Literal.Kind) -> [Region] {
    var named: [Literal] = []
    for literal in all where literal.kind == kind && !named.contains(literal) { named.append(literal) }
    var text = "…"
    var other: Literal { kind == .list ? .list([.text(text)]) : .text(text) }
    while named.contains(other) { text += "…" }
    let list = named.map(\.feel).joined(separator: ", ")
    return named.map { Region($0) } + [Region(other, shape: named.isEmpty ? "-" : "not(\(list))")]
  }

  /// The values that are named, and what lies between them.
  private static func cut(_ named: [Literal], isWhole: Bool) -> [Region] {
    var cuts: [Literal] = []
    for literal in named.sorted(by: { ($0.order($1) ?? 0) < 0 }) where cuts.last.map({ $0.order(literal) != 0 }) ?? true
    {
      cuts.append(literal)
    }
    guard let lowest = cuts.first, let highest = cuts.last else { return [] }
    var regions: [Region] = []
    if let below = Literal.between(nil, lowest, isWhole: isWhole) {
      regions.append(Region(below, shape: "< \(lowest.feel)"))
    }
    for (place, cut) in cuts.enumerated() {
      if !isWhole || cut.fits(.integer) { regions.append(Region(cut)) }
      guard place + 1 < cuts.count, let between = Literal.between(cut, cuts[place + 1], isWhole: isWhole) else {
        continue
      }
      regions.append(Region(between, shape: "(\(cut.feel)..\(cuts[place + 1].feel))"))
    }
    if let above = Literal.between(highest, nil, isWhole: isWhole) {
      regions.append(Region(above, shape: "> \(highest.feel)"))
    }
    return regions
  }
}

extension InputRegions.Region {
  /// A single value.
  fileprivate init(_ literal: Literal) { self.init(example: literal, shape: literal.feel) }
  fileprivate init(_ literal: Literal, shape: String) { self.init(example: literal, shape: shape) }
}

extension UnaryTests {
  /// Whether it names single values and nothing else.
  fileprivate var isListing: Bool {
    !isNegated && !tests.isEmpty
      && tests.allSatisfy { if case .equals(.literal) = $0 { true } else { false } }
  }

  fileprivate var hasTextInterval: Bool {
    tests.contains { test in
      if case .interval = test { true } else { !test.isEven && test.literals.contains { $0.kind == .text } }
    }
  }

  /// Whether its conditions compare `?` with values and nothing more, so that they hold throughout a region or not at all.
  fileprivate var isRegional: Bool {
    tests.allSatisfy { if case .condition(let formula) = $0 { formula.expression.comparesOnly } else { true } }
  }
}
