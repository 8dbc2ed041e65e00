/// Who could work together on what: groups of regions that want the same tasks, as large as they can be.
struct Coalitions: Sendable, Hashable {
  /// A group with all tasks that every one of it wants.
  struct Group: Sendable, Hashable {
    /// By their numbers, from small to large.
    let regions: [Int]
    let tasks: [Int]
  }

  /// No group lies within another; the largest first.
  let groups: [Group]

  /// - Parameters:
  ///   - wants: of each region the tasks that it wants, by their numbers.
  ///   - min: how many tasks a group shares at least, 1 or more.
  init(_ wants: [Set<Int>], min: Int) {
    let able = wants.indices.filter { wants[$0].count >= min }
    // Every set of tasks that some regions share exactly is a meeting of what single regions want.
    var shared: Set<Set<Int>> = []
    for region in able {
      let own = wants[region]
      shared.formUnion(shared.map { $0.intersection(own) }.filter { $0.count >= min })
      shared.insert(own)
    }
    let found = shared.map { tasks in (tasks, Set(able.filter { tasks.isSubset(of: wants[$0]) })) }
      .filter { $0.1.count > 1 }
    groups = found.filter { one in !found.contains { one.1.isStrictSubset(of: $0.1) } }
      .map { Group(regions: $0.1.sorted(), tasks: $0.0.sorted()) }
      .sorted { one, other in
        one.regions.count != other.regions.count
          ? one.regions.count > other.regions.count : one.regions.lexicographicallyPrecedes(other.regions)
      }
  }
}
