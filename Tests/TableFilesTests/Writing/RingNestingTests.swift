import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct RingNestingTests {
  private func square(_ low: Double, _ high: Double) -> [AreaMap.Point] {
    [at(low, low), at(high, low), at(high, high), at(low, high), at(low, low)]
  }

  @Test func `a ring in another is its hole, and a ring in the hole an island`() {
    let rings = [square(2, 8), square(0, 10), square(4, 6)]
    #expect(RingNesting.polygons(rings) == [[square(0, 10), square(2, 8)], [square(4, 6)]])
  }

  @Test func `rings beside each other are outlines, in the order in which they come`() {
    #expect(RingNesting.polygons([square(5, 6), square(0, 1)]) == [[square(5, 6)], [square(0, 1)]])
  }

  @Test func `a hole that touches its outline is a hole`() {
    let hole = [at(0, 0), at(5, 2), at(2, 5), at(0, 0)]
    #expect(RingNesting.polygons([square(0, 10), hole]) == [[square(0, 10), hole]])
  }

  @Test func `the same ring twice is two outlines, and what bounds nothing is left out`() {
    #expect(RingNesting.polygons([square(0, 1), square(0, 1)]).count == 2)
    #expect(RingNesting.polygons([[], [at(0, 0), at(1, 1)], [at(0, 0), at(.infinity, 1), at(1, 0)]]) == [])
  }
}
