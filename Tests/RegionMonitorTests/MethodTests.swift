import Glibc
import Methods
import Testing
import WorkbenchKit

@testable import RegionMonitor

/// The methods alone: against an independent computation, and by what must hold of all answers.
@Suite struct MethodTests {
  @Test func `bounds hold every way in which the unknown can be filled in`() {
    var random = RandomStream(seed: 41)
    for _ in 0..<200 {
      let count = random.index(below: 6) + 1
      let answers = (0..<count).map { _ in [true, false, nil][random.index(below: 3)] }
      let bounds = CoverageBounds(answers)
      let open = answers.indices.filter { answers[$0] == nil }
      var shares: [Double] = []
      for choice in 0..<(1 << open.count) {
        let yes = answers.count { $0 == true } + choice.nonzeroBitCount
        shares.append(Double(yes) / Double(count))
      }
      #expect(bounds.low == shares.min() && bounds.high == shares.max())
      #expect(bounds.yes + bounds.no + bounds.unknown == count)
    }
    let none = CoverageBounds([Bool?]())
    #expect(none.low.isNaN && none.high.isNaN && none.share.isNaN && none.interval == nil)
    #expect(CoverageBounds([nil, nil]).low == 0 && CoverageBounds([nil, nil]).high == 1)
  }

  @Test func `places hold every way in which the unknown can be filled in, and are reached`() {
    var random = RandomStream(seed: 42)
    for _ in 0..<60 {
      let answers = (0..<3).map { _ in (0..<2).map { _ in [true, false, nil][random.index(below: 3)] } }
      let order = OrderBounds(answers)
      let open = answers.indices.flatMap { row in (0..<2).filter { answers[row][$0] == nil }.map { (row, $0) } }
      var seen = [Set<Int>](repeating: [], count: 3)
      var always: Set<[Int]>?
      var dominates: Set<[Int]>?
      for choice in 0..<(1 << open.count) {
        var filled = answers.map { $0.map { $0 ?? false } }
        for (bit, cell) in open.enumerated() { filled[cell.0][cell.1] = choice >> bit & 1 == 1 }
        let counts = filled.map { $0.count { $0 } }
        for row in 0..<3 { seen[row].insert(1 + counts.count { $0 > counts[row] }) }
        var (above, dominated): (Set<[Int]>, Set<[Int]>) = ([], [])
        for one in 0..<3 {
          for other in 0..<3 where one != other {
            if counts[one] > counts[other] { above.insert([one, other]) }
            if zip(filled[one], filled[other]).allSatisfy({ $0 || !$1 }), filled[one] != filled[other] {
              dominated.insert([one, other])
            }
          }
        }
        always = always?.intersection(above) ?? above
        dominates = dominates?.intersection(dominated) ?? dominated
      }
      for row in 0..<3 {
        #expect(seen[row].min() == order.places[row].lowerBound && seen[row].max() == order.places[row].upperBound)
      }
      #expect(always?.count == order.surePairs)
      // Surely above in every condition is stricter than above in each way of filling in.
      let sure = Set(order.dominated.indices.flatMap { one in order.dominated[one].map { [one, $0] } })
      #expect(sure.isSubset(of: dominates ?? []) && sure.isSubset(of: always ?? []))
    }
  }

  @Test func `covers are the dominance without what follows, and levels go down along them`() {
    let order = OrderBounds([[true, true, true], [true, true, false], [true, false, false], [nil, nil, nil]])
    #expect(order.dominated == [[1, 2], [2], [], []])
    #expect(order.covers.map { [$0.above, $0.below] } == [[0, 1], [1, 2]] && order.levels == [0, 1, 2, 0])
  }

  @Test func `coalitions are the maximal groups that share enough`() {
    var random = RandomStream(seed: 43)
    for _ in 0..<80 {
      let wants = (0..<5).map { _ in Set((0..<4).filter { _ in random.index(below: 2) == 0 }) }
      for least in 1...3 {
        var groups: Set<Set<Int>> = []
        for choice in 1..<32 {
          let group = Set((0..<5).filter { choice >> $0 & 1 == 1 })
          let shared = group.map { wants[$0] }.reduce(Set(0..<4)) { $0.intersection($1) }
          if group.count > 1, shared.count >= least { groups.insert(group) }
        }
        let maximal = groups.filter { one in !groups.contains { one.isStrictSubset(of: $0) } }
        let found = Coalitions(wants, min: least).groups
        #expect(Set(found.map { Set($0.regions) }) == maximal && found.count == maximal.count)
        for group in found {
          let shared = group.regions.map { wants[$0] }.reduce(Set(0..<4)) { $0.intersection($1) }
          #expect(Set(group.tasks) == shared)
        }
      }
    }
    #expect(Coalitions([], min: 1).groups.isEmpty)
  }

  @Test func `every model keeps the sum, and all by key gives each its part`() {
    var random = RandomStream(seed: 44)
    for _ in 0..<100 {
      let clients = (0..<4).map { _ in
        let heavy = Double(random.index(below: 20))
        return ClientCounts(
          light: Double(random.index(below: 30)), heavy: heavy, dayAndNight: Double(random.index(below: Int(heavy) + 1))
        )
      }
      let weights = (0..<4).map { _ in random.uniform() + 0.01 }
      let key = weights.map { $0 / weights.reduce(0, +) }
      let costs = ClientCosts(light: 20_000, heavy: 70_000, dayAndNight: 110_000)
      let sum = clients.reduce(0) { $0 + costs.cost($1) }
      for model in SplitModel.allCases {
        let paid = model.costs(clients, costs, key: key)
        #expect(near(paid?.reduce(0, +), sum, within: 1e-3), "\(model)")
      }
      #expect(
        zip(SplitModel.shared.costs(clients, costs, key: key) ?? [], key).allSatisfy {
          near($0, $1 * sum, within: 1e-3)
        })
    }
    #expect(SplitModel.weight.costs([], ClientCosts(light: 1, heavy: 1), key: nil) == nil)
    let unknown = [ClientCounts(light: 1, heavy: 1, dayAndNight: nil)]
    #expect(SplitModel.plannable.costs(unknown, ClientCosts(light: 1, heavy: 1), key: [1]) == nil)
  }

  @Test func `tail, reserve and premium of a Poisson count are those that are added up term by term`() {
    for mean in [0.3, 1, 4, 9.5, 25, 100] {
      var chances = [exp(-mean)]
      for count in 1..<400 { chances.append(chances[count - 1] * mean / Double(count)) }
      let risk = PoissonRisk(mean: mean, cost: 10)
      for count in [1, 2, 5, 20, 120] {
        #expect(near(risk.atLeast(Double(count)), chances[count...].reduce(0, +), within: 1e-10), "\(mean) \(count)")
        let beyond = chances.enumerated().reduce(0.0) { $0 + Double(max(0, $1.offset - count + 1)) * $1.element }
        #expect(near(risk.premium(from: count), 10 * beyond, within: 1e-8), "\(mean) \(count)")
      }
      // The worst five percent, from the top down, the last number for what is left.
      var (left, sum) = (0.05, 0.0)
      for count in stride(from: 399, through: 0, by: -1) where left > 0 {
        let taken = min(left, chances[count])
        (left, sum) = (left - taken, sum + taken * Double(count))
      }
      #expect(near(risk.worst(0.05), sum / 0.05, within: 1e-8), "\(mean)")
      #expect(near(risk.premium(from: 1), 10 * mean, within: 1e-9))
    }
    // Exactly at the limit is not over it.
    #expect(near(PoissonRisk(mean: 25, cost: 1).overspends(by: 0.2), 0.1366911))
    #expect(PoissonRisk(mean: 0, cost: 5).reserve == 0 && PoissonRisk(mean: 0, cost: 5).overspends(by: 0.2) == 0)
  }

  @Test func `drawn costs that are all the same come near the exact ones`() throws {
    let draws = try CompoundDraws([16], cost: .constant(10), draws: 40_000, seed: 3) { _ in }
    let (exact, drawn) = (
      RiskFigures(PoissonRisk(mean: 16, cost: 10), over: 0.2), RiskFigures(16, .constant(10), draws, at: 0, over: 0.2)
    )
    #expect(near(drawn.overspends, exact.overspends, within: 0.01) && near(drawn.reserve, exact.reserve, within: 1.5))
    #expect(near(drawn.deviation, exact.deviation, within: 1e-9))
  }

  @Test func `pooling never needs more reserve than alone together`() {
    for means in [[1.0, 1], [4, 9, 16], [0.5, 30], [7]] {
      let alone = means.reduce(0) { $0 + PoissonRisk(mean: $1, cost: 1).reserve }
      #expect(PoissonRisk(mean: means.reduce(0, +), cost: 1).reserve <= alone + 1e-9)
    }
  }

  @Test func `a council decides at its first meeting that lies far enough behind the proposal`() throws {
    var random = RandomStream(seed: 45)
    let first = try #require(CalendarDate("2027-01-12"))
    for _ in 0..<200 {
      let window = CouncilWindow(
        municipality: "A", first: first, every: random.index(below: 60) + 1, notice: random.index(below: 30))
      let ready = try #require(first.adding(days: random.index(below: 400) - 100))
      var day = first
      while day.dayNumber < ready.dayNumber + window.notice { day = try #require(day.adding(days: window.every)) }
      #expect(window.decides(on: ready) == day)
    }
  }

  @Test func `a budget path keeps its whole each year and ends in the mix`() {
    let path = BudgetPath(history: [10, 20, 70], key: [0.5, 0.25, 0.25], mix: 0.4, years: 3)
    #expect(path.years.count == 4 && path.years.allSatisfy { near($0.reduce(0, +), 100, within: 1e-9) })
    #expect(zip(path.years[3], [26.0, 22, 52]).allSatisfy { near($0, $1, within: 1e-9) })
  }
}
