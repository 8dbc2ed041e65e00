import Glibc
import Methods
import Testing

/// Variance shares, turning points and rounding: by published figures, by other ways to work them out, and by what must hold.
@Suite struct SensitivityTests {
  private func close(_ left: Double, _ right: Double, _ error: Double) -> Bool { abs(left - right) <= error }

  @Test func `the levels are those of Abramowitz and Stegun, table 25.4`() {
    let two = GaussLegendre.levels(2)
    #expect(close(two[1].value * 2 - 1, 0.577350269189626, 1e-14) && close(two[0].weight, 0.5, 1e-14))
    let five = GaussLegendre.levels(5)
    let roots = [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664]
    let weights = [0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189]
    for index in 0..<5 {
      #expect(close(five[index].value * 2 - 1, roots[index], 1e-14))
      #expect(close(five[index].weight * 2, weights[index], 1e-14))
    }
    let ten = GaussLegendre.levels(10)
    #expect(close(ten[9].value * 2 - 1, 0.973906528517172, 1e-14) && close(ten[9].weight * 2, 0.066671344308688, 1e-14))
    #expect(GaussLegendre.levels(1).map(\.value) == [0.5] && GaussLegendre.levels(0).count == 1)
  }

  @Test(arguments: 1...12)
  func `n levels give the means of powers up to 2n - 1`(count: Int) {
    let levels = GaussLegendre.levels(count)
    for power in 0...(2 * count - 1) {
      let mean = levels.reduce(0) { $0 + $1.weight * pow($1.value, Double(power)) }
      #expect(close(mean, 1 / Double(power + 1), 1e-13), "\(power)")
    }
  }

  /// The function of Ishigami and Homma (1990) with a = 7 and b = 0.1.
  @Test func `the function of Ishigami has the variance and the Shapley effects that are published`() throws {
    let levels = GaussLegendre.levels(16)
    let grid = FactorialGrid([[Double]](repeating: levels.map(\.weight), count: 3))
    let outcomes = (0..<grid.count).map { place -> Double in
      let x = (0..<3).map { (levels[grid.level(of: $0, in: place)].value * 2 - 1) * Double.pi }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
    }
    let found = try #require(VarianceShares(grid, outcomes))
    // Owen and Prieur, SIAM/ASA JUQ 5 (2017), and Iooss and Prieur (2019) print .4357, .4424 and .1218 (or 43.6, 44.2 and 12.2 %).
    let shares = try #require(found.shares)
    for (share, published) in zip(shares, [0.4357, 0.4424, 0.1218]) { #expect(close(share, published, 1e-4)) }
    let variance = 0.5 + 49.0 / 8 + 0.1 * pow(Double.pi, 4) / 5 + 0.01 * pow(Double.pi, 8) / 18
    #expect(close(found.variance, variance, 1e-4) && close(found.mean, 3.5, 1e-6))
  }

  /// Over all orders, straight from the definition.
  private func shapley(_ grid: FactorialGrid, _ outcomes: [Double]) -> [Double] {
    let count = grid.weights.count
    func explained(_ set: Set<Int>) -> Double {
      var groups: [[Int]: (Double, Double)] = [:]
      for place in outcomes.indices {
        let key = set.sorted().map { grid.level(of: $0, in: place) }
        let before = groups[key] ?? (0, 0)
        groups[key] = (before.0 + grid.weight(of: place), before.1 + grid.weight(of: place) * outcomes[place])
      }
      let mean = outcomes.indices.reduce(0) { $0 + grid.weight(of: $1) * outcomes[$1] }
      return groups.values.reduce(0) { $0 + $1.0 * pow($1.1 / $1.0 - mean, 2) }
    }
    func orders(_ rest: [Int]) -> [[Int]] {
      rest.isEmpty ? [[]] : rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
    }
    let all = orders(Array(0..<count))
    var effects = [Double](repeating: 0, count: count)
    for order in all {
      for (place, factor) in order.enumerated() {
        let before = Set(order[..<place])
        effects[factor] += (explained(before.union([factor])) - explained(before)) / Double(all.count)
      }
    }
    return effects
  }

  @Test(arguments: 1...20)
  func `the effects are those of all orders on random figures, and add up`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed))
    let factors = 1 + random.index(below: 4)
    let grid = FactorialGrid(
      (0..<factors).map { _ in (0..<1 + random.index(below: 4)).map { _ in random.openUniform() } })
    let outcomes = (0..<grid.count).map { _ in random.uniform() * 100 + 1_000 }
    let found = try #require(VarianceShares(grid, outcomes))
    for (effect, other) in zip(found.effects, shapley(grid, outcomes)) { #expect(close(effect, other, 1e-8)) }
    #expect(close(found.effects.reduce(0, +), found.variance, 1e-8))
    if let shares = found.shares { #expect(close(shares.reduce(0, +), 1, 1e-12)) }
  }

  @Test func `a factor without part in it has none, sums and products divide as they must`() throws {
    let levels = GaussLegendre.levels(3)
    let grid = FactorialGrid([[Double]](repeating: levels.map(\.weight), count: 3))
    let values = (0..<grid.count).map { place in (0..<3).map { levels[grid.level(of: $0, in: place)].value } }
    // Of a sum the squares of the slopes: 9 and 16 of 25.
    let sum = try #require(VarianceShares(grid, values.map { 1e6 + 3 * $0[0] - 4 * $0[1] })?.shares)
    #expect(close(sum[0], 0.36, 1e-9) && close(sum[1], 0.64, 1e-9) && close(sum[2], 0, 1e-9))
    // Of two that are alike half each.
    let product = try #require(VarianceShares(grid, values.map { $0[0] * $0[2] })?.shares)
    #expect(close(product[0], 0.5, 1e-12) && close(product[1], 0, 1e-12) && close(product[2], 0.5, 1e-12))
    #expect(VarianceShares(grid, values.map { _ in 7 })?.shares == nil)
    #expect(VarianceShares(grid, [1, 2]) == nil)
    #expect(VarianceShares(grid, values.map { _ in .nan }) == nil)
    #expect(VarianceShares(FactorialGrid([]), [4])?.shares == nil)
  }

  @Test func `rounded shares add up to all of it, and none is off by a unit`() {
    #expect(RoundedShares.units([1, 1, 1], of: 100) == [34, 33, 33])
    #expect(RoundedShares.units([0.625, 0.375], of: 1_000) == [625, 375])
    #expect(RoundedShares.units([0, 0], of: 100) == [0, 0])
    var random = RandomStream(seed: 5)
    for _ in 0..<500 {
      let parts = (0..<1 + random.index(below: 9)).map { _ in random.openUniform() }
      let units = RoundedShares.units(parts, of: 1_000)
      #expect(units.reduce(0, +) == 1_000)
      let sum = parts.reduce(0, +)
      for (part, unit) in zip(parts, units) { #expect(abs(part / sum * 1_000 - Double(unit)) < 1) }
    }
  }

  @Test func `turning points are the roots of a straight line, of a curve, and the edges of steps`() {
    let sign = { (value: Double) in value > 0 ? 1 : value < 0 ? -1 : 0 }
    let line = TurningPoints.turns(in: 40...60, steps: 16, precision: 1e-6) { sign($0 - 52.4) }
    #expect(line.count == 1 && close(line[0].value, 52.4, 1e-5) && line[0].before == -1 && line[0].after == 1)
    #expect(line[0].low < 52.4 && line[0].high > 52.4)
    let wave = TurningPoints.turns(in: 0.5...9, steps: 32, precision: 1e-7) { sign(sin($0)) }
    #expect(wave.count == 2 && close(wave[0].value, Double.pi, 1e-6) && close(wave[1].value, 2 * Double.pi, 1e-6))
    let steps = TurningPoints.turns(in: 0...10, steps: 16, precision: 1e-6) { Int($0 / 3) }
    #expect(steps.map { ($0.value * 1e3).rounded() / 1e3 } == [3, 6, 9] && steps.map(\.after) == [1, 2, 3])
    // Several within one part are told apart too.
    let dense = TurningPoints.turns(in: 0...10, steps: 1, precision: 1e-6) { Int($0 / 3) }
    #expect(dense.map { ($0.value * 1e3).rounded() / 1e3 } == [3, 6, 9])
    #expect(TurningPoints.turns(in: 0...1, steps: 16, precision: 1e-6) { _ in 1 }.isEmpty)
  }

  @Test func `a root that lies on a value that is looked at is found once`() {
    let sign = { (value: Double) in value > 0 ? 1 : value < 0 ? -1 : 0 }
    let found = TurningPoints.turns(in: 0...10, steps: 10, precision: 1e-6) { sign($0 - 5) }
    #expect(found.first?.before == -1 && found.last?.after == 1)
    #expect(found.allSatisfy { close($0.value, 5, 1e-5) })
    let end = TurningPoints.turns(in: 0...10, steps: 10, precision: 1e-6) { sign($0) }
    #expect(end.count == 1 && close(end[0].value, 0, 1e-5))
  }

  @Test(arguments: 1...30)
  func `what stands differs at the two sides of each turn, and the turns join up`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed))
    let edges = (0..<1 + random.index(below: 5)).map { _ in random.uniform() * 100 }.sorted()
    let turns = TurningPoints.turns(in: 0...100, steps: 20, precision: 1e-7) { value in edges.count { $0 < value } }
    for turn in turns {
      #expect(turn.before != turn.after && turn.low < turn.high && turn.high - turn.low <= 1e-4)
      #expect(edges.contains { $0 >= turn.low && $0 <= turn.high })
    }
    for (one, other) in zip(turns, turns.dropFirst()) { #expect(one.after == other.before && one.high <= other.low) }
    #expect(turns.last?.after == edges.count && turns.first?.before == 0)
  }

  @Test func `an error of what is looked at comes through`() {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      try TurningPoints.turns(in: 0...1, steps: 4, precision: 1e-3) { value -> Int in
        if value > 0.6 { throw Broken() }
        return 1
      }
    }
  }
}
