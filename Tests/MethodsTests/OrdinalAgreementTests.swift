import Methods
import Testing

/// Van der Eijk's agreement A.
@Suite struct OrdinalAgreementTests {
  @Test func `the published example of the R package agrmt (Ruedin) is 0.6113333`() throws {
    let agreement = try #require(OrdinalAgreement.vanDerEijk([30, 40, 210, 130, 530, 50, 10]))
    #expect(abs(agreement - 0.6113333) < 5e-8)
  }

  private static let patterns: [([Int], Double)] = [
    ([0, 4, 0, 0], 1), ([3, 3, 3, 3], 0), ([5, 0, 0, 5], -1), ([2, 0, 0, 0, 2], -1), ([1, 1, 0, 0], 2.0 / 3),
    ([0, 1, 1, 1], 1.0 / 3), ([0, 0, 0, 4, 0], 1), ([1, 1, 1, 1, 1], 0), ([0, 2, 0, 2, 0], 1.0 / 6),
    ([0, 1, 1, 2, 0], 0.625),
    ([0, 1, 0, 2, 1], 1.0 / 3), ([0, 1, 0, 1], -1.0 / 6), ([0, 1, 0, 1, 1], 1.0 / 9), ([0, 0, 0, 3, 1], 0.875),
  ]

  @Test(arguments: patterns)
  func `all in one category is 1, all alike 0, half at either end -1 (van der Eijk 2001)`(
    counts: [Int], agreement: Double
  )
    throws
  {
    #expect(abs(try #require(OrdinalAgreement.vanDerEijk(counts)) - agreement) < 1e-12)
  }

  @Test func `turning the scale round changes nothing, nor does counting everything twice`() throws {
    var counts = [3, 1, 4, 1, 5]
    let agreement = try #require(OrdinalAgreement.vanDerEijk(counts))
    counts.reverse()
    #expect(abs(try #require(OrdinalAgreement.vanDerEijk(counts)) - agreement) < 1e-12)
    #expect(abs(try #require(OrdinalAgreement.vanDerEijk(counts.map { $0 * 2 })) - agreement) < 1e-12)
    #expect((-1...1).contains(agreement))
  }

  @Test(arguments: [[], [1, 2], [0, 0, 0], [1, -1, 2]])
  func `without a scale or without ratings there is none`(counts: [Int]) {
    #expect(OrdinalAgreement.vanDerEijk(counts) == nil)
  }

  @Test func `on random counts it stays within its bounds, and turning the scale round changes nothing`() throws {
    var stream = RandomStream(seed: 11)
    for _ in 0..<500 {
      var counts = (0..<Int.random(in: 3...7, using: &stream)).map { _ in Int.random(in: 0...4, using: &stream) }
      counts[0] += 1
      let agreement = try #require(OrdinalAgreement.vanDerEijk(counts))
      #expect(agreement >= -1 - 1e-12 && agreement <= 1 + 1e-12, "\(counts)")
      #expect(abs(try #require(OrdinalAgreement.vanDerEijk(counts.reversed())) - agreement) < 1e-9, "\(counts)")
    }
  }
}
