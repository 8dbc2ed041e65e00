import Methods
import Testing

/// The best choice within a size.
@Suite struct KnapsackTests {
  @Test func `ninety minutes hold three of five items with 24 dots, where dots a minute would take 22`() throws {
    let things = [(30, 9.0), (25, 8), (20, 5), (20, 3), (35, 7)].map { KnapsackExact.Thing(size: $0.0, worth: $0.1) }
    let best = try #require(KnapsackExact(things, capacity: 90))
    #expect(best.chosen == [true, true, false, false, true] && best.size == 90 && best.worth == 24)
  }

  @Test func `of equal choices the smaller one, then the earlier one`() throws {
    let smaller = try #require(
      KnapsackExact([.init(size: 9, worth: 2), .init(size: 5, worth: 2)], capacity: 10))
    #expect(smaller.chosen == [false, true])
    let earlier = try #require(
      KnapsackExact([.init(size: 6, worth: 2), .init(size: 6, worth: 2)], capacity: 10))
    #expect(earlier.chosen == [true, false])
    #expect(try #require(KnapsackExact([.init(size: 1, worth: 0)], capacity: 5)).chosen == [false])
  }

  @Test func `what is fixed is in, and does not fit where it is too large`() throws {
    let things: [KnapsackExact.Thing] = [.init(size: 8, worth: 1, isFixed: true), .init(size: 3, worth: 9)]
    #expect(try #require(KnapsackExact(things, capacity: 10)).chosen == [true, false])
    #expect(KnapsackExact(things, capacity: 7) == nil)
    #expect(try #require(KnapsackExact([], capacity: 0)).size == 0)
  }

  @Test func `on random things it is worth what the best of all subsets is worth, in no more size`() throws {
    var stream = RandomStream(seed: 17)
    for _ in 0..<200 {
      let things = (0..<Int.random(in: 0...9, using: &stream)).map { _ in
        KnapsackExact.Thing(
          size: Int.random(in: 0...12, using: &stream), worth: Double(Int.random(in: 0...20, using: &stream)) / 3)
      }
      let capacity = Int.random(in: 0...30, using: &stream)
      let found = try #require(KnapsackExact(things, capacity: capacity))
      #expect(found.size <= capacity)
      var best = (worth: 0.0, size: 0)
      for mask in 0..<1 << things.count {
        let chosen = things.indices.filter { mask & 1 << $0 != 0 }
        let size = chosen.reduce(0) { $0 + things[$1].size }
        let worth = chosen.reduce(0) { $0 + things[$1].worth }
        guard size <= capacity else { continue }
        if worth > best.worth + 1e-9 || (abs(worth - best.worth) <= 1e-9 && size < best.size) { best = (worth, size) }
      }
      #expect(abs(found.worth - best.worth) < 1e-9 && found.size == best.size, "\(things) \(capacity)")
    }
  }

  // MARK: On a plane

  @Test func `points of a plane come back as far apart as they were, and a line keeps all`() throws {
    var stream = RandomStream(seed: 23)
    for count in 2...7 {
      let points = (0..<count).map { _ in
        (Double.random(in: -3...3, using: &stream), Double.random(in: -3...3, using: &stream))
      }
      let distances = points.map { a in
        points.map { b in ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot() }
      }
      let scaled = try #require(ClassicalScaling(distances))
      #expect(abs(scaled.kept - 1) < 1e-9)
      for one in 0..<count {
        for other in 0..<count {
          let (a, b) = (scaled.points[one], scaled.points[other])
          let apart = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
          #expect(abs(apart - distances[one][other]) < 1e-7)
        }
      }
    }
    #expect(ClassicalScaling([[0]]) == nil && ClassicalScaling([[0, 0], [0, 0]]) == nil)
    // Four corners all equally far apart stand in space: two of three equal axes are kept.
    let corners = (0..<4).map { one in (0..<4).map { $0 == one ? 0.0 : 1 } }
    #expect(abs(try #require(ClassicalScaling(corners)).kept - 2.0 / 3) < 1e-9)
  }
}
