import Methods
import Testing

/// What amounts of several years are worth, and what parties would pay each other.
@Suite struct CashflowTests {
  @Test func `three years at 2.25 per cent, and with a tenth falling away each year`() {
    #expect(abs(120_000 * PresentValue.factor(years: 0..<3, rate: 0.0225) - 352_136.35) < 0.005)
    #expect(abs(30_000 * PresentValue.factor(years: 0..<3, rate: 0.0225) - 88_034.09) < 0.005)
    let light = 48_000 * PresentValue.factor(years: 0..<3, rate: 0.0225, decline: 0.1)
    #expect(abs(light + 14_400 * PresentValue.factor(years: 0..<3, rate: 0.0225) - 169_693.48) < 0.005)
  }

  @Test func `ten years of a perpetual shape are the annuity of the textbook`() {
    // (1 - v^10) / (1 - v) with v = 1 / 1.05: an annuity due of ten years at 5 per cent is 8.107822.
    #expect(abs(PresentValue.factor(years: 0..<10, rate: 0.05) - 8.107822) < 5e-7)
    #expect(PresentValue.factor(years: 0..<0, rate: 0.05) == 0)
    #expect(PresentValue.factor(years: 2..<5, rate: 0) == 3)
    // The decline counts from the first year of the stretch on; all falls away after it.
    #expect(abs(PresentValue.factor(years: 2..<5, rate: 0, decline: 0.5) - 1.75) < 1e-12)
    #expect(PresentValue.factor(years: 1..<4, rate: 0, decline: 1) == 1)
  }

  @Test func `two that gain lift one that loses, in proportion to what they gain`() {
    let found = Settlement(
      nets: [-27_600, 1_600, 36_450], benefits: [62_400, 21_600, 36_450], floors: [0, 0, 0], rule: .gainers)
    #expect(found.isFeasible && abs(found.moved - 27_600) < 1e-6)
    #expect(abs(found.after[1] - 439.42) < 0.005 && abs(found.after[2] - 10_010.58) < 0.005 && found.after[0] == 0)
    #expect(found.payments.map(\.to) == [0, 0] && abs(found.payments[1].amount - 26_439.42) < 0.005)
  }

  @Test func `by benefit nobody pays more than it has to spare`() {
    // In proportion to benefits the second would pay 10,269 and has 1,600.
    let found = Settlement(
      nets: [-27_600, 1_600, 36_450], benefits: [62_400, 21_600, 36_450], floors: [0, 0, 0], rule: .benefit)
    #expect(found.after[1] == 0 && abs(found.after[2] - 10_450) < 1e-6 && abs(found.moved - 27_600) < 1e-6)
  }

  @Test func `equal is equal, and a higher floor is kept`() {
    let found = Settlement(nets: [-10, 0, 40], benefits: [0, 0, 40], floors: [0, 0, 0], rule: .equal)
    #expect(found.after == [10, 10, 10] && found.moved == 30)
    let floored = Settlement(nets: [-10, 0, 40], benefits: [0, 0, 40], floors: [0, 0, 20], rule: .equal)
    #expect(floored.after == [5, 5, 20])
  }

  @Test func `what is not there cannot be shared, and exactly nought can`() {
    let short = Settlement(nets: [-10, 4], benefits: [0, 4], floors: [0, 0], rule: .gainers)
    #expect(!short.isFeasible && short.short == 6 && short.payments.isEmpty && short.after == [-10, 4])
    let even = Settlement(nets: [-4, 4], benefits: [0, 4], floors: [0, 0], rule: .gainers)
    #expect(even.isFeasible && even.after == [0, 0])
    let one = Settlement(nets: [-4], benefits: [0], floors: [-5], rule: .equal)
    #expect(one.isFeasible && one.payments.isEmpty && one.after == [-4])
    #expect(Settlement(nets: [], benefits: [], floors: [], rule: .equal).isFeasible)
  }

  @Test func `on random parties nobody falls below its floor, nothing is lost, and no rule moves less`() {
    var stream = RandomStream(seed: 5)
    for _ in 0..<500 {
      let count = 1 + stream.index(below: 6)
      let nets = (0..<count).map { _ in (stream.uniform() - 0.4) * 1000 }
      let benefits = nets.map { max(0, $0) + stream.uniform() * 100 }
      let floors = (0..<count).map { _ in (stream.uniform() - 0.7) * 100 }
      let lack = zip(nets, floors).reduce(0) { $0 + max(0, $1.1 - $1.0) }
      for rule in Settlement.Rule.allCases {
        let found = Settlement(nets: nets, benefits: benefits, floors: floors, rule: rule)
        let room = zip(nets, floors).reduce(0) { $0 + $1.0 - $1.1 }
        #expect(found.isFeasible == (room >= -1e-9))
        guard found.isFeasible else { continue }
        #expect(abs(found.after.reduce(0, +) - nets.reduce(0, +)) < 1e-6)
        for (end, floor) in zip(found.after, floors) { #expect(end >= floor - 1e-6) }
        var moved = nets
        for payment in found.payments {
          #expect(payment.amount > 0)
          moved[payment.from] -= payment.amount
          moved[payment.to] += payment.amount
        }
        for (one, other) in zip(moved, found.after) { #expect(abs(one - other) < 1e-6) }
        if rule != .equal { #expect(abs(found.moved - lack) < 1e-6) } else { #expect(found.moved >= lack - 1e-6) }
      }
    }
  }
}
