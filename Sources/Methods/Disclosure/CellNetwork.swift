/// Counts with known sums as flows between places: what one count gains others lose, along a way that comes back.
///
/// The most and the least that a hidden count can be, given all that shows, are found by sending one more along such ways as long
/// as there are any (the bounds of a two-way table; Cox, Journal of the American Statistical Association 75 (1980)).
struct CellNetwork {
  struct Edge {
    let from: Int
    let to: Int
    let value: Int
    /// What a reader knows of it while it is hidden.
    var bounds: ClosedRange<Int>
    var isShown: Bool
    /// Whether it may be hidden for the sake of another.
    let mayBeHidden: Bool
  }

  static let most = Int.max / 4

  private(set) var edges: [Edge] = []
  private let nodes: Int
  private var touching: [[Int]]

  init(nodes: Int) {
    self.nodes = nodes
    touching = Array(repeating: [], count: nodes)
  }

  mutating func add(_ edge: Edge) -> Int {
    edges.append(edge)
    touching[edge.from].append(edges.count - 1)
    touching[edge.to].append(edges.count - 1)
    return edges.count - 1
  }

  /// Hides a count, or tells a reader another thing of one that is hidden.
  mutating func hide(_ edge: Int, as bounds: ClosedRange<Int>) {
    edges[edge].isShown = false
    edges[edge].bounds = bounds
  }

  /// Sets what a reader would know of a shown count once it is hidden.
  mutating func tell(_ edge: Int, _ bounds: ClosedRange<Int>) { edges[edge].bounds = bounds }

  /// Hides as many shown counts as are needed, the smallest, so that a hidden one can be anything within a range.
  ///
  /// - Returns: whether it can; what was hidden stays so.
  mutating func free(_ edge: Int, within range: ClosedRange<Int>) -> Bool {
    move(edge, to: range.upperBound, by: 1) && move(edge, to: range.lowerBound, by: -1)
  }

  private mutating func move(_ edge: Int, to end: Int, by step: Int) -> Bool {
    var values = edges.map(\.value)
    let (start, goal) = step > 0 ? (edges[edge].to, edges[edge].from) : (edges[edge].from, edges[edge].to)
    while step > 0 ? values[edge] < end : values[edge] > end {
      guard let way = cheapest(from: start, to: goal, without: edge, values) else { return false }
      for part in way {
        edges[part.edge].isShown = false
        values[part.edge] += part.change
      }
      values[edge] += step
    }
    return true
  }

  /// The way on which the fewest people have to be hidden; nil where there is none.
  private func cheapest(from start: Int, to goal: Int, without left: Int, _ values: [Int]) -> [(
    edge: Int, change: Int
  )]? {
    var cost = [Int](repeating: Int.max, count: nodes)
    var last = [(edge: Int, change: Int)?](repeating: nil, count: nodes)
    var done = [Bool](repeating: false, count: nodes)
    cost[start] = 0
    while let node = (0..<nodes).filter({ !done[$0] && cost[$0] < Int.max }).min(by: { (cost[$0], $0) < (cost[$1], $1) }
    ) {
      if node == goal { break }
      done[node] = true
      for place in touching[node] where place != left {
        let edge = edges[place]
        if edge.isShown && !edge.mayBeHidden { continue }
        let change = edge.from == node ? 1 : -1
        guard edge.bounds.contains(values[place] + change) else { continue }
        let next = change > 0 ? edge.to : edge.from
        // A short way is taken before a long one.
        let way = cost[node] + 1 + (edge.isShown ? min(edge.value, 1_000_000) * 1_000 : 0)
        if way < cost[next] { (cost[next], last[next]) = (way, (place, change)) }
      }
    }
    guard cost[goal] < Int.max else { return nil }
    var way: [(edge: Int, change: Int)] = []
    var node = goal
    while node != start, let part = last[node] {
      way.append(part)
      node = part.change > 0 ? edges[part.edge].from : edges[part.edge].to
    }
    return way
  }
}
