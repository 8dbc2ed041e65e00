/// The smallest choices of sets that together hold all there is to cover: every one of them, found by branching.
///
/// The element that the fewest sets hold is covered first, by each of them in turn; a choice that cannot beat the best is left. Source:
/// Karp, Complexity of Computer Computations (1972), for the problem; Christofides & Korman, Management Science 21 (1975), for the way.
public struct SetCoverExact: Sendable, Hashable {
  /// The smallest choices, each by the numbers of its sets from small to large; at most as many as were asked for.
  public let choices: [[Int]]
  /// Whether there are more of them.
  public let hasMore: Bool
  /// What no set holds; it is left out of what is to be covered.
  public let uncoverable: [Int]

  /// - Parameters:
  ///   - sets: what each holds.
  ///   - elements: what is to be covered.
  ///   - limit: how many choices are given at most, 1 or more.
  ///   - each: is called now and then; what it throws ends the search.
  public init(
    _ sets: [Set<Int>], covering elements: Set<Int>, limit: Int = 100, each: () throws -> Void = {}
  ) throws {
    let all = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
    uncoverable = elements.subtracting(all).sorted()
    var search = Search(sets, limit: max(1, limit))
    try search.cover(elements.intersection(all), chosen: [], from: each)
    choices = search.found.sorted { $0.lexicographicallyPrecedes($1) }
    hasMore = search.hasMore
  }

  private struct Search {
    private let sets: [Set<Int>]
    private let largest: Int
    private let limit: Int
    private var size = Int.max
    private var seen: Set<[Int]> = []
    private var steps = 0
    private(set) var found: [[Int]] = []
    private(set) var hasMore = false

    init(_ sets: [Set<Int>], limit: Int) {
      self.sets = sets
      self.limit = limit
      largest = sets.map(\.count).max() ?? 0
    }

    mutating func cover(_ left: Set<Int>, chosen: [Int], from each: () throws -> Void) rethrows {
      steps += 1
      if steps % 256 == 1 { try each() }
      guard !left.isEmpty else { return take(chosen.sorted()) }
      // So many more at least, each holding as much as the largest.
      guard chosen.count + (left.count + largest - 1) / max(largest, 1) <= size else { return }
      let holders = left.sorted().map { element in sets.indices.filter { sets[$0].contains(element) } }
      guard let fewest = holders.min(by: { $0.count < $1.count }) else { return }
      for set in fewest {
        try cover(left.subtracting(sets[set]), chosen: chosen + [set], from: each)
      }
    }

    private mutating func take(_ choice: [Int]) {
      if choice.count < size {
        size = choice.count
        (found, seen, hasMore) = ([], [], false)
      }
      guard choice.count == size, seen.insert(choice).inserted else { return }
      if found.count < limit { found.append(choice) } else { hasMore = true }
    }
  }
}
