/// How groups of people lie within each other: each group is a set of the smallest groups there are (units), such as buurten.
///
/// Groups that lie within each other or apart make a forest, and each parent gives a sum. A group that overlaps another
/// without holding it, such as an own area across two wijken, stands outside the forest as `crossing`.
struct Nesting: Sendable {
  /// A group and the groups right within it.
  struct Sum: Sendable, Hashable {
    let total: Int
    let parts: [Int]
    /// Whether the parts make the whole of the total; else it has people who stand in none of them.
    let isWhole: Bool
  }

  let units: [[Int]]
  let sums: [Sum]
  let crossing: [Int]
  /// Of each group the one right around it; nil where there is none.
  let parents: [Int?]

  /// - Parameter units: of each group its units, without repeats; a group without units lies nowhere.
  init(_ units: [[Int]]) {
    self.units = units
    // The largest first, so that a group finds all that can hold it; of two alike the later holds the earlier.
    let order = units.indices.sorted { (units[$0].count, $0) > (units[$1].count, $1) }
    var innermost: [Int: Int] = [:]
    var parents = [Int?](repeating: nil, count: units.count)
    var crossing: [Int] = []
    for group in order where !units[group].isEmpty {
      let around = Set(units[group].map { innermost[$0] ?? -1 })
      guard around.count == 1, let parent = around.first else {
        crossing.append(group)
        continue
      }
      parents[group] = parent < 0 ? nil : parent
      for unit in units[group] { innermost[unit] = group }
    }
    var parts: [Int: [Int]] = [:]
    for group in units.indices { if let parent = parents[group] { parts[parent, default: []].append(group) } }
    sums = parts.keys.sorted().map { total in
      let within = parts[total] ?? []
      let covered = within.reduce(0) { $0 + units[$1].count }
      return Sum(total: total, parts: within, isWhole: covered == units[total].count)
    }
    self.crossing = crossing.sorted()
    self.parents = parents
  }

  /// The groups that what is known of the crossing ones can tell something of: all within the outermost groups around them,
  /// up to a size at which one unit more or less tells nothing.
  func besideCrossing(largest: Int = 1000) -> [Int] {
    var roots: Set<Int> = []
    var territory: Set<Int> = []
    for group in crossing { territory.formUnion(units[group]) }
    for group in units.indices where !crossing.contains(group) && units[group].count <= largest {
      if units[group].contains(where: territory.contains) { roots.insert(group) }
    }
    for root in roots { territory.formUnion(units[root]) }
    return units.indices.filter { group in
      !units[group].isEmpty && units[group].count <= max(largest, territory.count)
        && units[group].contains(where: territory.contains)
    }
  }
}
