/// A known total of some cells.
public struct KnownTotal: Sendable, Hashable {
  /// The places of the cells, each once.
  public let members: [Int]
  /// Nought or more.
  public let target: Double

  public init(members: [Int], target: Double) {
    self.members = members
    self.target = target
  }
}

/// Cells fitted to known totals.
public struct RakedCells: Sendable, Hashable {
  public internal(set) var cells: [Double]
  public internal(set) var rounds = 0
  public internal(set) var converged = false
  /// The largest relative change of a total in the last round.
  public internal(set) var maximumChange = 0.0
  /// Totals above nought whose cells are all nought: no fitting meets them.
  public internal(set) var unreachable: [Int] = []
  /// Totals that the cells miss by more than a millionth, those out of reach included.
  public internal(set) var missed: [Int] = []
}

/// Fits cells to known totals, each of any of the cells, by iterative proportional fitting: `w ← w · target / fitted` for each
/// total in turn, until no factor of a round differs from 1 by the tolerance.
///
/// Noughts stay nought. With the totals of all rows and all columns of a table it is `iterativeProportionalFitting`. Source:
/// Deming & Stephan, Annals of Mathematical Statistics 11 (1940); Ireland & Kullback, Biometrika 55 (1968).
/// - Parameters:
///   - seed: cells of nought or more.
///   - totals: those that contradict each other are never met together; then it does not converge.
///   - tolerance: above nought.
///   - rounds: after so many it ends without convergence.
///   - beforeRound: is called before each round; what it throws ends the fitting.
public func rakedCells(
  _ seed: [Double], to totals: [KnownTotal], tolerance: Double = 1e-8, rounds: Int = 1000,
  beforeRound: (Int) throws -> Void = { _ in }
) throws -> RakedCells {
  var result = RakedCells(cells: seed)
  result.unreachable = totals.indices.filter { index in
    totals[index].target > 0 && totals[index].members.allSatisfy { seed[$0] == 0 }
  }
  while result.rounds < rounds, !result.converged {
    try beforeRound(result.rounds)
    result.rounds += 1
    result.maximumChange = 0
    for total in totals {
      let fitted = total.members.reduce(0) { $0 + result.cells[$1] }
      let factor = total.target / fitted
      guard fitted > 0, factor.isFinite, factor != 1 else { continue }
      for member in total.members { result.cells[member] *= factor }
      result.maximumChange = max(result.maximumChange, abs(factor - 1))
    }
    result.converged = result.maximumChange < tolerance && result.unreachable.isEmpty
    if result.maximumChange == 0 { break }
  }
  result.missed = totals.indices.filter { index in
    let fitted = totals[index].members.reduce(0) { $0 + result.cells[$1] }
    return abs(totals[index].target - fitted) > 1e-6 * max(totals[index].target, fitted)
  }
  return result
}
