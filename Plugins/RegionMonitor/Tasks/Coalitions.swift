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
  ///   - wants: of each region the tasks that it wants, by their numbers, below 63.
  ///   - min: how many tasks a group shares at least, 1 or more.
  init(_ wants: [Set<Int>], min: Int) {
    // Tasks as bits of a number: every set of tasks that some regions share exactly is a meeting of what single regions want.
    let masks = wants.map { $0.reduce(0) { $0 | 1 << $1 } }
    let able = masks.indices.filter { masks[$0].nonzeroBitCount >= min }
    var shared: Set<Int> = []
    for region in able {
      let own = masks[region]
      shared.formUnion(shared.map { $0 & own }.filter { $0.nonzeroBitCount >= min })
      shared.insert(own)
    }
    let sets = shared.filter { tasks in able.count { masks[$0] & tasks == tasks } > 1 }
    // Who shares fewer of these tasks is a larger group.
    groups = sets.filter { tasks in !sets.contains { $0 != tasks && $0 & tasks == $0 } }
      .map { tasks in
        Group(
          regions: able.filter { masks[$0] & tasks == tasks },
          tasks: (0..<Int.bitWidth).filter { tasks >> $0 & 1 == 1 })
      }
      .sorted { one, other in
        one.regions.count != other.regions.count
          ? one.regions.count > other.regions.count : one.regions.lexicographicallyPrecedes(other.regions)
      }
  }
}
