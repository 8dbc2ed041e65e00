import Testing

@testable import Woonzorgwijzer

/// Van der Eijk's agreement A and the median of grades.
@Suite struct OrdinalAgreementTests {
  @Test func `the published example of the R package agrmt (Ruedin) is 0.6113333`() throws {
    let agreement = try #require(OrdinalAgreement.vanDerEijk([30, 40, 210, 130, 530, 50, 10]))
    #expect(abs(agreement - 0.6113333) < 5e-8)
  }

  private static let patterns: [([Int], Double)] = [
    ([0, 4, 0, 0], 1), ([3, 3, 3, 3], 0), ([5, 0, 0, 5], -1), ([2, 0, 0, 0, 2], -1), ([1, 1, 0, 0], 2.0 / 3),
    ([0, 1, 1, 1], 1.0 / 3),
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

  @Test func `of three roles the median is the middle one`() {
    let judgement = Judgement(votes: ["a": .necessary, "b": .notNeeded, "c": .pleasant])
    #expect(judgement.median == .pleasant && judgement.upperMedian == .pleasant)
    #expect(judgement.lowest == .notNeeded && judgement.highest == .necessary)
  }

  @Test func `of two roles it is the lower, and the upper stands beside it`() {
    let judgement = Judgement(votes: ["a": .necessary, "b": .veryDesirable])
    #expect(judgement.median == .veryDesirable && judgement.upperMedian == .necessary)
    #expect(judgement.agreement.map { abs($0 - 2.0 / 3) < 1e-12 } == true)
  }

  @Test func `a role that does not know moves neither median nor agreement, and is counted`() {
    let judgement = Judgement(votes: ["a": .necessary, "b": .unknown, "c": .unknown])
    #expect(judgement.median == .necessary && judgement.agreement == nil)
    #expect(judgement.unknown == 2 && judgement.unknownShare == 2.0 / 3)
    #expect(Judgement(votes: ["a": .unknown]).median == nil)
    #expect(Judgement(votes: [:]).unknownShare == 1)
  }
}
