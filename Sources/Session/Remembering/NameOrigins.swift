/// From which lines the names of a session came, so that a step can keep those that it hangs on.
///
/// Each line stands once, however many hang on it; what no name needs any more is dropped from time to time.
struct NameOrigins {
  private struct Node {
    /// Counted over the session: a later line has a higher one.
    let place: Int
    let needed: NeededLine
    /// The lines that it hangs on itself, by their places.
    let needs: [Int]
  }

  /// What the answer goes by that came last.
  static let last = "last"
  private static let fewestDropped = 4_096

  /// In the order of their places.
  private var nodes: [Node] = []
  /// By `$name`, `@alias` or `last` the place of the line that gave it.
  private var givers: [String: Int] = [:]
  private var count = 0
  private var limit = fewestDropped

  /// Whether nothing was remembered.
  var isEmpty: Bool { givers.isEmpty }

  /// The lines that some names came from, each once, in the order in which they were run.
  func lines(of names: Set<String>) -> [NeededLine] {
    guard !names.isEmpty else { return [] }
    return reached(from: places(of: names)).sorted().compactMap { node($0)?.needed }
  }

  /// Notes that a line gave a name.
  ///
  /// - Parameter names: those that the line itself took up.
  mutating func note(_ name: String, by line: NeededLine, taking names: Set<String>) {
    count += 1
    nodes.append(Node(place: count, needed: line, needs: names.isEmpty ? [] : places(of: names)))
    givers[name] = count
    if nodes.count > limit { drop() }
  }

  /// Notes that a name stands for nothing any more.
  mutating func forget(_ name: String) { givers[name] = nil }

  private func places(of names: Set<String>) -> [Int] { names.compactMap { givers[$0] }.sorted() }

  private func node(_ place: Int) -> Node? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low].place == place ? nodes[low] : nil
  }

  private func reached(from starts: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = starts
    while let place = waiting.popLast() {
      if found.insert(place).inserted { waiting += node(place)?.needs ?? [] }
    }
    return found
  }

  private mutating func drop() {
    let kept = reached(from: Array(givers.values))
    nodes.removeAll { !kept.contains($0.place) }
    limit = max(Self.fewestDropped, 2 * nodes.count)
  }
}
