import TestSupport
import Testing
import WorkbenchKit

/// Numbers in machine form, on the short way for most of them and the long one for the rest.
@Suite struct NumberTextTests {
  /// Numbers of all sizes, decimals and others, and those at the edges of the short way.
  private static func numbers() -> [Double] {
    var generator = SeededGenerator(4)
    let edges: [Double] = [
      0, -0.0, 1, -1, 0.5, 0.0001, 0.00001, 0.12345, 99_999_999_999.9, 1e11, 1e11 + 0.5, 1e15, 1e16,
      9_007_199_254_740_992, 9_007_199_254_740_994, 0.1 + 0.2, 1.0 / 3, 2.5e-5, 1e21, .leastNonzeroMagnitude,
      1.7976931348623157e308,
      0.285, 1.005, 28.4999999999, -0.04,
    ]
    let drawn = (0..<4_000).map { _ -> Double in
      let digits = Double(Int.random(in: -99_999_999...99_999_999, using: &generator))
      let places = Int.random(in: 0...9, using: &generator)
      let powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]
      return places > 7 ? Double.random(in: -1e6...1e6, using: &generator) : digits / powers[places]
    }
    return edges + edges.map { -$0 } + drawn
  }

  @Test func `what is added to bytes is the shortest form, with either mark`() {
    for number in Self.numbers() {
      var (bytes, dutch): ([UInt8], [UInt8]) = ([], [UInt8(ascii: "x")])
      NumberText.append(shortest: number, to: &bytes)
      NumberText.append(shortest: number, to: &dutch, point: UInt8(ascii: ","))
      let shortest = NumberText.shortest(number)
      #expect(String(decoding: bytes, as: UTF8.self) == shortest)
      #expect(String(decoding: dutch, as: UTF8.self) == "x" + shortest.replacing(".", with: ","))
    }
  }

  @Test func `a number is rounded to what is written of it`() {
    for number in Self.numbers() {
      for decimals in [0, 1, 2, 5, 15] {
        let written = NumberText.parse(NumberText.fixed(number, decimals: decimals))
        #expect(NumberText.rounded(number, decimals: decimals) == written, "\(number) to \(decimals)")
      }
    }
    #expect(NumberText.rounded(0.285, decimals: 2) == 0.29 && NumberText.rounded(1.005, decimals: 2) == 1.01)
    #expect(NumberText.rounded(-0.04, decimals: 1).sign == .plus && NumberText.rounded(-0.05, decimals: 1) == -0.1)
    #expect(NumberText.rounded(.infinity, decimals: 2) == .infinity && NumberText.rounded(.nan, decimals: 2).isNaN)
  }

  @Test func `what is nearly halfway is rounded as it is written, whatever its size`() {
    var generator = SeededGenerator(5)
    for power in 0..<53 {
      for _ in 0..<200 {
        let top = Double(sign: .plus, exponent: power, significand: 1)
        var number = Double.random(in: top / 2...top, using: &generator)
        if Bool.random(using: &generator) { number = (number * 2).rounded() / 2 }
        number += number.ulp * Double(Int.random(in: -3...3, using: &generator))
        // Half away from nought, of the number or of one two steps above it, and never beyond the next one; what is whole stays.
        let above = min(number.rounded(.up), (number + number.ulp * 2).rounded(.toNearestOrAwayFromZero))
        let due = number == number.rounded() ? number : max(number.rounded(.toNearestOrAwayFromZero), above)
        #expect(NumberText.rounded(number, decimals: 0) == due, "\(number)")
      }
    }
  }

  @Test func `the short way writes what it takes, and leaves the rest`() {
    for number in Self.numbers() {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.mostShort) { room in
        guard let count = NumberText.write(short: number, to: room) else {
          let isShort = (0...4).contains { places in
            let scaled = number.magnitude * [1, 10, 100, 1e3, 1e4][places]
            return scaled.rounded() / [1, 10, 100, 1e3, 1e4][places] == number.magnitude
          }
          #expect(number.magnitude >= 1e11 || !isShort, "\(number)")
          return
        }
        #expect(String(decoding: room[..<count], as: UTF8.self) == NumberText.shortest(number))
      }
    }
  }
}
