/// From which lines the names of a session came, so that a step can keep those that it hangs on.
///
/// Each line stands once, however many hang on it; what no name needs any more is dropped from time to time.
struct NameOrigins {
  /// A line with the place that it has in the session.
  struct Origin: Sendable {
    let needed: NeededLine
    let order: Int
  }

  private struct Node {
    let needed: NeededLine
    /// The lines that it hangs on itself, by their places.
    let needs: [Int]
  }

  /// What the answer goes by that came last.
  static let last = "last"
  private static let fewestDropped = 4_096

  /// By place in the session.
  private var nodes: [Int: Node] = [:]
  /// By `$name`, `@alias` or `last` the line that gave it.
  private var givers: [String: Int] = [:]
  private var count = 0
  private var limit = fewestDropped

  /// Whether nothing was remembered.
  var isEmpty: Bool { givers.isEmpty }

  /// The lines that some names came from, each once, in the order in which they were run.
  func lines(of names: Set<String>) -> [Origin] {
    guard !names.isEmpty else { return [] }
    return reached(from: names.compactMap { givers[$0] }).sorted().compactMap { order in
      nodes[order].map { Origin(needed: $0.needed, order: order) }
    }
  }

  /// Notes that a line gave a name.
  ///
  /// - Parameter names: those that the line itself took up.
  mutating func note(_ name: String, by line: NeededLine, taking names: Set<String>) {
    count += 1
    nodes[count] = Node(needed: line, needs: names.compactMap { givers[$0] }.sorted())
    givers[name] = count
    if nodes.count > limit { drop() }
  }

  /// Notes that a name stands for nothing any more.
  mutating func forget(_ name: String) { givers[name] = nil }

  private func reached(from starts: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = starts
    while let order = waiting.popLast() {
      if found.insert(order).inserted { waiting += nodes[order]?.needs ?? [] }
    }
    return found
  }

  private mutating func drop() {
    let kept = reached(from: Array(givers.values))
    nodes = nodes.filter { kept.contains($0.key) }
    limit = max(Self.fewestDropped, 2 * nodes.count)
  }
}
