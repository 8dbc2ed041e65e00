/// A chain of states that people pass through until they end in one for good.
///
/// Source: Kemeny and Snell, Finite Markov Chains (1960), chapter 3.
public struct AbsorbingChain: Sendable, Hashable {
  /// How often a state is passed through, by the state in which it begins (the fundamental matrix).
  public let visits: [[Double]]
  /// The chance to end in each of the states for good, by the state in which it begins.
  public let ends: [[Double]]

  /// Works out the chain; nil where chances are none or do not add up to 1, or where people may go round for ever.
  ///
  /// - Parameters:
  ///   - moves: the chance to go from a state that is passed through to another, a square.
  ///   - absorbed: the chance to end in each of the states for good, a row for each state that is passed through.
  public init?(moves: [[Double]], absorbed: [[Double]]) {
    let count = moves.count
    let kinds = absorbed.first?.count ?? 0
    guard count > 0, kinds > 0, absorbed.count == count else { return nil }
    for (move, end) in zip(moves, absorbed) {
      guard move.count == count, end.count == kinds, (move + end).allSatisfy({ (0...1).contains($0) }),
        abs((move + end).reduce(0, +) - 1) < 1e-9
      else { return nil }
    }
    // What is lacking to stay where one is, and beside it the unit.
    var rows: [[Double]] = []
    for row in 0..<count {
      var line = [Double](repeating: 0, count: 2 * count)
      for column in 0..<count { line[column] = -moves[row][column] }
      line[row] += 1
      line[count + row] = 1
      rows.append(line)
    }
    // Gauss and Jordan, with the largest number of a column first.
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-13
      else { return nil }
      rows.swapAt(column, pivot)
      let scale = rows[column][column]
      rows[column] = rows[column].map { $0 / scale }
      for row in 0..<count where row != column && rows[row][column] != 0 {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
      }
    }
    let visits = rows.map { Array($0[count...]) }
    self.visits = visits
    ends = visits.map { row -> [Double] in
      var sums = [Double](repeating: 0, count: kinds)
      for (visit, end) in zip(row, absorbed) { for kind in 0..<kinds { sums[kind] += visit * end[kind] } }
      return sums
    }
  }

  /// Returns the chain of steps that are each passed with a chance; who is lost at one begins anew with another chance.
  ///
  /// The state after the steps is that of who was lost. The first end is reached, the second is away for good.
  public static func steps(_ passing: [Double], returning: Double) -> AbsorbingChain? {
    let lost = passing.count
    var moves = [[Double]](repeating: [Double](repeating: 0, count: lost + 1), count: lost + 1)
    var absorbed = [[Double]](repeating: [0, 0], count: lost + 1)
    for (step, chance) in passing.enumerated() {
      if step + 1 < lost { moves[step][step + 1] = chance } else { absorbed[step][0] = chance }
      moves[step][lost] = 1 - chance
    }
    moves[lost][0] = returning
    absorbed[lost][1] = 1 - returning
    return passing.isEmpty ? nil : AbsorbingChain(moves: moves, absorbed: absorbed)
  }
}
