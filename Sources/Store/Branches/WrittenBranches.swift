import Session

/// The branches that one may be told from, each at its beginning; finds the one with most steps in common in time of a branch's own
/// length, however many there are.
struct WrittenBranches {
  private struct Written {
    let name: String
    let branch: Branch
    /// All its steps from its first state on.
    let steps: [Step]
    /// Which of the first states it has.
    let start: Int
  }

  /// What a beginning comes to: the first state, and the steps behind it. Two that are alike come to the same; two that are not may.
  private struct Beginning: Hashable {
    var hash: Int
    var count: Int
  }

  private var written: [Written] = []
  /// The first states that there are; mostly one.
  private var starts: [Branch] = []
  /// Of each beginning the first branch that has it.
  private var first: [Beginning: Int] = [:]

  var all: [(name: String, branch: Branch)] { written.map { ($0.name, $0.branch) } }

  /// - Parameter branch: at its beginning.
  mutating func add(_ name: String, _ branch: Branch) {
    let start = starts.firstIndex(where: branch.hasSameParts) ?? starts.count
    if start == starts.count { starts.append(branch) }
    let steps = branch.log.undone
    for beginning in Self.beginnings(of: steps, start) where first[beginning] == nil {
      first[beginning] = written.count
    }
    written.append(Written(name: name, branch: branch, steps: steps, start: start))
  }

  /// The first of the branches that share most steps with one, and how many; nil where none begins with the same state.
  ///
  /// - Parameter start: at its beginning.
  func nearest(to start: Branch) -> (name: String, steps: Int)? {
    guard let group = starts.firstIndex(where: start.hasSameParts) else { return nil }
    let steps = start.log.undone
    guard let longest = Self.beginnings(of: steps, group).last(where: { first[$0] != nil }),
      let index = first[longest]
    else { return nil }
    if written[index].start == group, shared(steps, written[index].steps) >= longest.count {
      return (written[index].name, longest.count)
    }
    // Two beginnings came to the same that are not: every branch is looked through.
    let sharing = written.filter { $0.start == group }.map { (name: $0.name, steps: shared(steps, $0.steps)) }
    let most = sharing.map(\.steps).max()
    return sharing.first { $0.steps == most }
  }

  private func shared(_ left: [Step], _ right: [Step]) -> Int { zip(left, right).prefix { $0.isSame(as: $1) }.count }

  /// The beginnings of no step, one, two and so on.
  private static func beginnings(of steps: [Step], _ start: Int) -> [Beginning] {
    var beginning = Beginning(hash: start, count: 0)
    return [beginning]
      + steps.map { step in
        var hasher = Hasher()
        hasher.combine(beginning.hash)
        hasher.combine(step.number)
        hasher.combine(step.record)
        beginning = Beginning(hash: hasher.finalize(), count: beginning.count + 1)
        return beginning
      }
  }
}
