import TestSupport
import Testing
import WorkbenchKit

/// What is left out because its length already tells that it is far is what the measure itself leaves out.
@Suite struct NearestWordTests {
  @Test func `the nearest words are those of the measure over every candidate`() {
    var generator = SeededGenerator(11)
    func word(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &generator)).map { _ in "abé".randomElement(using: &generator) ?? "a" })
    }
    for _ in 0..<2_000 {
      let typed = word(0...7)
      let candidates = Set((0..<12).map { _ in word(0...16) })
      let expected = candidates.filter { candidate in
        let distance = NearestWord.alignment(Array(typed), Array(candidate))
        let shared = zip(typed, candidate).prefix { $0 == $1 }.count
        let limit = max(1, max(typed.count, candidate.count) / 3)
        return distance <= limit || shared == typed.count && shared > 0 || shared >= 3 && distance <= limit + 1
      }
      #expect(Set(NearestWord.rank(typed, among: candidates.sorted())) == expected, "\(typed): \(candidates)")
    }
  }

  @Test func `a whole word typed in part is near however long the rest is`() {
    #expect(NearestWord.best("inst", among: ["instrument", "in"]) == "instrument")
    #expect(NearestWord.best("pers", among: ["persona-mapper-en-nog-veel-meer", "per"]) == "per")
    #expect(NearestWord.rank("xyz", among: ["instrument", ""]).isEmpty)
  }
}
