import Testing

@testable import Woonzorgwijzer

@Suite struct DirectMethodTests {
  @Test func `29,6 % of 650 is 192,4 to the last digit, as a share 0,296`() {
    #expect(DirectMethod.estimate(population: 650, percent: 29.6) == 192.4)
    #expect(DirectMethod.rate(percent: 29.6) == 0.296)
    for tenths in 0...1000 {
      let percent = Double(tenths) / 10
      #expect(DirectMethod.estimate(population: 35, percent: percent) == Double(35 * tenths) / 1000)
    }
  }

  @Test func `several areas add up, and their percentages weigh by people`() {
    let both = DirectMethod.combine([(650, 29.6), (250, 20)])
    #expect(both.population == 900 && abs(both.estimate - 242.4) < 1e-9 && abs(both.rate - 242.4 / 900) < 1e-12)
  }

  @Test func `nobody gives no division, and nobody is nobody whatever the percentage`() {
    #expect(DirectMethod.combine([(0, .nan)]).estimate == 0)
    #expect(DirectMethod.combine([(0, 12), (100, 10)]).estimate == 10)
  }

  @Test func `a part without a percentage follows the others if they are nine tenths, else the whole is unknown`() {
    let most = DirectMethod.combine([(95, 20), (5, .nan)])
    #expect(abs(most.estimate - 20) < 1e-9 && most.covered == 0.95)
    #expect(DirectMethod.combine([(80, 20), (20, .nan)]).estimate.isNaN)
    #expect(DirectMethod.combine([(80, 20), (.nan, 20)]).estimate.isNaN)
  }
}
