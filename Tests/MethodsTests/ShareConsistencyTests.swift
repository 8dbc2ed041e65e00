import Methods
import Testing

/// Which counts a printed percentage can come from (GRIM).
@Suite struct ShareConsistencyTests {
  @Test(
    arguments: [
      (54, 45, []), (54, 41, [22]), (41, 157, [64, 65]), (40, 157, [63]), (80, 21, []), (57, 106, [60]),
      (60, 157, [94]),
      (0, 3, [0]), (100, 3, [3]), (50, 1, []), (50, 2, [1]),
    ] as [(Int, Int, [Int])])
  func `the counts behind a whole percentage`(digits: Int, size: Int, counts: [Int]) {
    #expect(ShareConsistency(digits: digits, decimals: 0, of: size).counts == counts)
  }

  @Test func `60 per cent of 157 has the limits of Wilson`() {
    let limits = wilsonInterval(share: 94.0 / 157, count: 157)
    #expect(abs(limits.low - 0.5205813) < 5e-8 && abs(limits.high - 0.67215505) < 5e-9, "\(limits)")
  }

  @Test func `it finds what trying every count finds, with decimals too`() {
    for decimals in 0...2 {
      let scale = [1, 10, 100][decimals]
      for size in 1...40 {
        for digits in stride(from: 0, through: 100 * scale, by: decimals == 2 ? 7 : 1) {
          // 100 k / n lies within half a unit of the last digit: in whole numbers, so that nothing is rounded.
          let expected = (0...size).filter { abs(200 * scale * $0 - 2 * digits * size) <= size }
          let found = ShareConsistency(digits: digits, decimals: decimals, of: size)
          #expect(found.counts == expected, "\(digits) \(decimals) \(size)")
          #expect(found.isPossible == !expected.isEmpty)
        }
      }
    }
  }
}
