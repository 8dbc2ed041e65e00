import Methods
import Testing

@Suite struct KanoTests {
  @Test func `the table of the specification, rows functional like to dislike (Matzler & Hinterhuber 1998)`() {
    let table = (1...5).map { functional in
      (1...5).compactMap { KanoCategory(functional: functional, dysfunctional: $0)?.rawValue }.joined()
    }
    #expect(table == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"])
    #expect(
      KanoCategory(functional: 0, dysfunctional: 3) == nil && KanoCategory(functional: 1, dysfunctional: 6) == nil)
  }

  @Test func `40 attractive, 30 one-dimensional, 20 must-be and 10 indifferent give better .70 and worse -.50`() {
    let tally = KanoTally([.attractive: 40, .oneDimensional: 30, .mustBe: 20, .indifferent: 10])
    #expect(tally.better == 0.7 && tally.worse == -0.5 && tally.category == .attractive)
  }

  @Test
  func
    `edge grip of a ski: 7 % A, 32.3 % O, 49.3 % M, 9.5 % I give .40 and -.83 (Matzler & Hinterhuber 1998, table 3)`()
  {
    let tally = KanoTally([
      .attractive: 70, .oneDimensional: 323, .mustBe: 493, .indifferent: 95, .reverse: 3, .questionable: 15,
    ])
    #expect(tally.better.map { abs($0 - 0.40) < 0.005 } == true)
    #expect(tally.worse.map { abs($0 + 0.83) < 0.005 } == true)
    #expect(tally.category == .mustBe)
  }

  @Test func `of equals what weighs most stands first, and nobody gives no figure`() {
    #expect(KanoTally([.attractive: 3, .mustBe: 3]).leading == [.mustBe, .attractive])
    let contrary = KanoTally([.reverse: 2, .questionable: 1])
    #expect(contrary.category == .reverse && contrary.better == nil && contrary.worse == nil)
    #expect(KanoTally().category == nil)
  }
}
