/// When each activity of a plan can begin and must begin, and which of them decide when it is done.
///
/// Source: Kelley & Walker, Proceedings of the Eastern Joint Computer Conference (1959), critical-path planning.
public struct CriticalPath: Sendable, Hashable {
  /// The earliest start of each activity; the plan begins at nought.
  public let earliest: [Double]
  /// The latest start with which the plan is done no later.
  public let latest: [Double]
  /// How long each may be late without the whole being late; nought for what is critical.
  public let float: [Double]
  /// When all is done.
  public let duration: Double

  /// Whether an activity decides when it is done.
  public func isCritical(_ activity: Int) -> Bool { float[activity] <= 1e-9 * max(1, duration) }

  /// - Parameters:
  ///   - network: which activity comes after which.
  ///   - durations: of each activity, finite and nought or more; as many as the network has.
  /// - Returns: nil where there are more or fewer durations, or one of them cannot be.
  public init?(_ network: ActivityNetwork, durations: [Double]) {
    guard durations.count == network.count, durations.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
    var starts = [Double](repeating: 0, count: network.count)
    for activity in network.order {
      starts[activity] = network.before[activity].map { starts[$0] + durations[$0] }.max() ?? 0
    }
    let end = network.order.map { starts[$0] + durations[$0] }.max() ?? 0
    var ends = [Double](repeating: end, count: network.count)
    for activity in network.order.reversed() {
      for earlier in network.before[activity] {
        ends[earlier] = min(ends[earlier], ends[activity] - durations[activity])
      }
    }
    earliest = starts
    latest = zip(ends, durations).map { $0 - $1 }
    float = zip(latest, starts).map { max(0, $0 - $1) }
    duration = end
  }
}

/// Activities of which some come after others.
public struct ActivityNetwork: Sendable, Hashable {
  /// Of each activity those that must be done before it, by their number.
  public let before: [[Int]]
  /// All activities, each behind those that come before it; those of equal standing in the order in which they were given.
  let order: [Int]

  public var count: Int { before.count }

  /// - Parameter before: of each activity those that must be done before it.
  /// - Throws: `Problem` where one is named that is not there, or activities wait for each other.
  public init(before: [[Int]]) throws(Problem) {
    self.before = before
    var waiting = before.map { Set($0).count }
    var after = [[Int]](repeating: [], count: before.count)
    for (activity, earlier) in before.enumerated() {
      for one in Set(earlier) {
        guard before.indices.contains(one) else { throw .unknown(activity: activity, before: one) }
        after[one].append(activity)
      }
    }
    var order = before.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for activity in after[order[next]].sorted() {
        waiting[activity] -= 1
        if waiting[activity] == 0 { order.append(activity) }
      }
      next += 1
    }
    guard order.count == before.count else { throw .circle(before.indices.filter { waiting[$0] > 0 }) }
    self.order = order
  }

  /// What is wrong with a plan.
  public enum Problem: Error, Hashable {
    /// An activity comes after one that is not there.
    case unknown(activity: Int, before: Int)
    /// These wait for each other, or for some that do.
    case circle([Int])
  }
}
