/// The chance that something that begins at one end of a chain comes through to the other.
///
/// Each link holds with its own chance, and the links hold independently of each other. Ways that share a link share its failing
/// too: it counts once. The figure is exact: what was reached is followed through the chain, state by state (the reliability of
/// a network between two ends; Ball, Colbourn & Provan 1995).
public enum ReachChance {
  /// A link of the chain.
  public struct Link: Sendable, Hashable {
    /// The place of the node from which it goes.
    public let from: Int
    /// The place of the node to which it goes.
    public let to: Int
    /// That it holds, 0 through 1.
    public let chance: Double

    /// Makes a link.
    public init(from: Int, to: Int, chance: Double) { (self.from, self.to, self.chance) = (from, to, chance) }
  }

  private static let mostStates = 200_000

  /// Returns the chance that the goal is reached from any of the starts.
  ///
  /// - Parameters:
  ///   - goal: the place of a node.
  ///   - starts: the nodes that are there anyway.
  ///   - links: without a way that comes back to where it began.
  /// - Returns: 0 through 1; nil for links that come back, a chance outside 0 through 1, or a chain with too many ways at once.
  public static func of(_ goal: Int, from starts: Set<Int>, links: [Link]) -> Double? {
    guard links.allSatisfy({ (0...1).contains($0.chance) }), let order = order(links, goal, starts) else { return nil }
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var incoming = [[(from: Int, chance: Double)]](repeating: [], count: order.count)
    var lastUse = [Int](repeating: -1, count: order.count)
    for link in links {
      guard let from = place[link.from], let to = place[link.to] else { continue }
      incoming[to].append((from, link.chance))
      lastUse[from] = max(lastUse[from], to)
    }
    guard let end = place[goal] else { return nil }
    lastUse[end] = order.count
    var states: [Set<Int>: Double] = [[]: 1]
    for node in order.indices {
      var next: [Set<Int>: Double] = [:]
      for (reached, weight) in states {
        var missed = 1.0
        for (from, chance) in incoming[node] where reached.contains(from) { missed *= 1 - chance }
        let chance = starts.contains(order[node]) ? 1 : 1 - missed
        // Only what is still looked at later is remembered.
        let kept = reached.filter { lastUse[$0] > node }
        if chance > 0, lastUse[node] > node { next[kept.union([node]), default: 0] += weight * chance }
        let rest = lastUse[node] > node ? 1 - chance : 1
        if rest > 0 { next[kept, default: 0] += weight * rest }
      }
      guard next.count <= mostStates else { return nil }
      states = next
    }
    return states.reduce(0) { $1.key.contains(end) ? $0 + $1.value : $0 }
  }

  /// The nodes, each behind all from which a link goes to it; nil where links come back.
  private static func order(_ links: [Link], _ goal: Int, _ starts: Set<Int>) -> [Int]? {
    let nodes = Set(links.flatMap { [$0.from, $0.to] }).union(starts).union([goal]).sorted()
    var open = Dictionary(uniqueKeysWithValues: nodes.map { ($0, 0) })
    var outgoing: [Int: [Int]] = [:]
    for link in links {
      open[link.to, default: 0] += 1
      outgoing[link.from, default: []].append(link.to)
    }
    var ready = nodes.filter { open[$0] == 0 }
    var order: [Int] = []
    while let node = ready.popLast() {
      order.append(node)
      for next in outgoing[node] ?? [] {
        open[next, default: 0] -= 1
        if open[next] == 0 { ready.append(next) }
      }
    }
    return order.count == nodes.count ? order : nil
  }
}
