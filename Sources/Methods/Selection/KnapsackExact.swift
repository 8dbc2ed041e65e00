/// The choice of things of the most worth that fits within a size: the best there is, found by dynamic programming.
///
/// Source: Bellman, Dynamic Programming (1957); Kellerer, Pferschy and Pisinger, Knapsack Problems (2004), chapter 2.
public struct KnapsackExact: Sendable, Hashable {
  /// One thing that can be chosen.
  public struct Thing: Sendable, Hashable {
    /// Nought or more.
    public let size: Int
    /// Nought or more.
    public let worth: Double
    /// Whether it is chosen whatever it is worth.
    public let isFixed: Bool

    public init(size: Int, worth: Double, isFixed: Bool = false) {
      self.size = size
      self.worth = worth
      self.isFixed = isFixed
    }
  }

  /// Whether each thing is chosen, in the order of the things.
  public let chosen: [Bool]
  /// The size of what is chosen.
  public let size: Int
  /// The worth of what is chosen.
  public let worth: Double

  private struct Best {
    var worth = 0.0
    var size = 0

    /// More worth, then less size; worths that rounding parts are equal.
    func isBetter(than other: Best) -> Bool {
      let near = 1e-9 * max(1, abs(worth), abs(other.worth))
      return abs(worth - other.worth) > near ? worth > other.worth : size < other.size
    }
  }

  /// Chooses; of equal choices the smaller one, then the one with what stands earlier.
  ///
  /// - Parameters:
  ///   - things: in the order in which equal ones are preferred.
  ///   - capacity: the size that the chosen may have together.
  /// - Returns: nil where what is fixed does not fit.
  public init?(_ things: [Thing], capacity: Int) {
    let fixed = things.filter(\.isFixed)
    let room = capacity - fixed.reduce(0) { $0 + max(0, $1.size) }
    guard room >= 0 else { return nil }
    let free = things.indices.filter { !things[$0].isFixed }
    // What the things from a place on are worth at best, for each room that may be left.
    var table = [[Best]](repeating: [Best](repeating: Best(), count: room + 1), count: free.count + 1)
    for place in free.indices.reversed() {
      let thing = things[free[place]]
      for left in 0...room {
        let without = table[place + 1][left]
        table[place][left] = without
        guard thing.size <= left else { continue }
        let with = Self.adding(thing, to: table[place + 1][left - max(0, thing.size)])
        if !without.isBetter(than: with) { table[place][left] = with }
      }
    }
    var chosen = things.map(\.isFixed)
    var left = room
    for place in free.indices {
      let thing = things[free[place]]
      guard thing.worth > 0, thing.size <= left else { continue }
      let with = Self.adding(thing, to: table[place + 1][left - max(0, thing.size)])
      if !table[place + 1][left].isBetter(than: with) {
        chosen[free[place]] = true
        left -= max(0, thing.size)
      }
    }
    self.chosen = chosen
    let taken = zip(things, chosen).filter(\.1).map(\.0)
    size = taken.reduce(0) { $0 + max(0, $1.size) }
    worth = taken.reduce(0) { $0 + $1.worth }
  }

  private static func adding(_ thing: Thing, to best: Best) -> Best {
    Best(worth: best.worth + thing.worth, size: best.size + max(0, thing.size))
  }
}
