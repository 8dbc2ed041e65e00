import Layers
import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct CircularArcTests {
  private func largest(_ line: [AreaMap.Point], from centre: AreaMap.Point, radius: Double) -> Double {
    line.map { (($0.x - centre.x) * ($0.x - centre.x) + ($0.y - centre.y) * ($0.y - centre.y)).squareRoot() }
      .map { ($0 - radius).magnitude }.max() ?? .infinity
  }

  @Test func `a quarter of a circle is 90 pieces that end where it ends`() {
    let half = 0.5.squareRoot()
    let line = CircularArc.line(from: at(1, 0), through: at(half, half), to: at(0, 1))
    #expect(line.count == 90)
    #expect(line.last == at(0, 1))
    #expect(largest(line, from: at(0, 0), radius: 1) < 1e-12)
  }

  @Test func `the way round follows the point in between`() {
    let over = CircularArc.line(from: at(-1, 0), through: at(0, 1), to: at(1, 0))
    let under = CircularArc.line(from: at(-1, 0), through: at(0, -1), to: at(1, 0))
    #expect(over.count == 180 && under.count == 180)
    #expect(over.allSatisfy { $0.y >= 0 } && under.allSatisfy { $0.y <= 0 })
  }

  @Test func `three quarters go the long way`() {
    let line = CircularArc.line(from: at(1, 0), through: at(-1, 0), to: at(0, -1))
    #expect(line.count == 270)
    #expect(line.contains { $0.y > 0.99 })
  }

  @Test func `an arc that ends where it begins is a whole circle`() {
    let line = CircularArc.line(from: at(155_000, 463_000), through: at(155_200, 463_000), to: at(155_000, 463_000))
    #expect(line.count == 360)
    #expect(line.last == at(155_000, 463_000))
    #expect(largest(line, from: at(155_100, 463_000), radius: 100) < 1e-8)
  }

  @Test func `points on one line, the same points and points without end are two straight pieces`() {
    for points in [
      [at(0, 0), at(1, 1), at(2, 2)], [at(1, 1), at(1, 1), at(1, 1)], [at(0, 0), at(0, 0), at(1, 0)],
      [at(0, 0), at(1e308, 1e308), at(-1e308, 1e308)], [at(0, 0), at(1, 1e-12), at(2, 0)],
    ] {
      #expect(CircularArc.line(from: points[0], through: points[1], to: points[2]) == [points[1], points[2]])
    }
  }
}
