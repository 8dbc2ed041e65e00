/// The inputs that no rule of a table takes, exactly.
struct Gaps: Sendable {
  private(set) var boxes: [TableRegions.Box] = []
  /// Whether there are more than were looked for.
  private(set) var isCut = false
  private let space: TableRegions
  /// Parts without a gap, so that they are looked at once.
  private var covered: Set<Visit> = []
  private let limit: Int
  private var visits = 0

  private struct Visit: Hashable {
    let open: [Int]
    let rules: RuleSet
  }

  /// After so many steps the search ends, whatever the table: that there may be more is then said.
  private static let patience = 50_000

  /// - Parameters:
  ///   - limit: after so many pieces the search ends.
  ///   - poll: asks whether to go on.
  init(_ space: TableRegions, limit: Int = 2000, poll: () throws -> Void) rethrows {
    self.space = space
    self.limit = limit
    let inputs = Array(space.inputs.indices)
    // An input of which no value is allowed has no gap either.
    guard space.inputs.allSatisfy({ !$0.regions.isEmpty }) else { return }
    _ = try look(inputs, .all(space.table.rules.count), TableRegions.Box(sides: inputs.map { _ in nil }), poll)
    boxes = Self.merged(boxes)
  }

  /// - Returns: whether something was found.
  private mutating func look(
    _ open: [Int], _ rules: RuleSet, _ box: TableRegions.Box, _ poll: () throws -> Void
  ) rethrows -> Bool {
    if isCut { return true }
    if rules.isEmpty {
      if boxes.count == limit { isCut = true } else { boxes.append(box) }
      return true
    }
    // A rule that holds on all that is open leaves no gap.
    let settled = open.reduce(rules) { $0.intersection(space.indifferent[$1]) }
    if !settled.isEmpty { return false }
    let visit = Visit(open: open, rules: rules)
    if covered.contains(visit) { return false }
    try poll()
    visits += 1
    if visits > Self.patience {
      isCut = true
      return true
    }
    // A gap lies outside every rule. Where the inputs that are open cannot rule all of them out, there is none.
    let count = rules.count
    if open.reduce(0, { $0 + space.mostExcluded($1, among: rules, count) }) < count { return false }
    guard let input = space.next(open, rules) else { return false }
    let rest = open.filter { $0 != input }
    var found = false
    for part in space.classes(of: input, among: rules) {
      var inner = box
      inner.sides[input] = part.regions
      if try look(rest, part.rules, inner, poll) { found = true }
    }
    if !found { covered.insert(visit) }
    return found
  }

  /// Boxes that differ in one input only, put together, as long as there are any.
  private static func merged(_ boxes: [TableRegions.Box]) -> [TableRegions.Box] {
    var boxes = boxes
    guard let inputs = boxes.first?.sides.indices else { return boxes }
    var isDone = false
    while !isDone {
      isDone = true
      for input in inputs {
        var order: [TableRegions.Box] = []
        var sides: [TableRegions.Box: [[Int]]] = [:]
        for box in boxes {
          guard let side = box.sides[input] else {
            order.append(box)
            continue
          }
          // The box without this side is the key; a place that no region has tells it from a box that is free there.
          var key = box
          key.sides[input] = [-1]
          if sides[key] == nil { order.append(key) }
          sides[key, default: []].append(side)
        }
        let joined = order.map { key -> TableRegions.Box in
          guard let found = sides[key] else { return key }
          var box = key
          box.sides[input] = found.count == 1 ? found[0] : Array(Set(found.joined())).sorted()
          return box
        }
        if joined.count < boxes.count { isDone = false }
        boxes = joined
      }
    }
    return boxes
  }
}
