import Testing

@testable import Woonzorgwijzer

/// The median of grades and the agreement of the roles.
@Suite struct JudgementTests {
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
