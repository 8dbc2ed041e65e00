import Methods
import Testing

/// Iterative proportional fitting to totals of any cells.
@Suite struct RakingTests {
  private let seed = [40.0, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50]

  private func totals(_ rows: [Double], _ columns: [Double]) -> [KnownTotal] {
    rows.enumerated().map { row, target in KnownTotal(members: (0..<4).map { row * 4 + $0 }, target: target) }
      + columns.enumerated().map { column, target in
        KnownTotal(members: (0..<4).map { $0 * 4 + column }, target: target)
      }
  }

  @Test func `rows and columns: the first row is 64.5585 46.2325 35.3843 3.8247`() throws {
    let fit = try rakedCells(seed, to: totals([150, 300, 400, 150], [200, 300, 400, 100]))
    for (cell, answer) in zip(fit.cells, [64.5585, 46.2325, 35.3843, 3.8247]) { #expect(abs(cell - answer) < 5e-5) }
    #expect(fit.converged && fit.missed.isEmpty && fit.maximumChange < 1e-8)
  }

  @Test func `one total scales its cells, and leaves the others alone`() throws {
    let fit = try rakedCells([1, 3, 5], to: [KnownTotal(members: [0, 1], target: 8)])
    #expect(fit.cells == [2, 6, 5] && fit.converged)
  }

  @Test func `a nought stays nought, and a total of noughts is out of reach`() throws {
    let fit = try rakedCells(
      [0, 0, 5], to: [KnownTotal(members: [0, 1], target: 8), KnownTotal(members: [2], target: 4)])
    #expect(fit.cells == [0, 0, 4] && !fit.converged && fit.unreachable == [0] && fit.missed == [0])
  }

  @Test func `totals that contradict each other do not converge, and one of them is missed`() throws {
    let fit = try rakedCells(
      [1, 1], to: [KnownTotal(members: [0, 1], target: 10), KnownTotal(members: [0, 1], target: 12)], rounds: 50)
    #expect(!fit.converged && fit.rounds == 50 && fit.missed == [0])
  }
}
