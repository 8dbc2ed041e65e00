import Testing
import WorkbenchKit

@testable import Rendering

/// An answer of few lines: what is too long is cut, never what tells how to see the rest.
@Suite struct BriefAnswerTests {
  private func lines(_ pairs: [(String, String)], columns: Int = 60, height: Int = 10) -> [String] {
    var facts = Facts()
    for (label, value) in pairs { facts.add("x", .text(value), label: .verbatim(label)) }
    return BriefAnswer([.facts(facts)], language: .nl, columns: columns, height: height).text
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static let long = String(repeating: "woord ", count: 60)

  @Test func `What fits stands there as it is`() {
    #expect(lines([("a", "een"), ("langer", "twee")]) == ["  a:       een", "  langer:  twee"])
  }

  @Test func `The longest is cut first, and says so`() {
    let lines = lines([("a", Self.long), ("b", "kort"), ("c", Self.long)], height: 10)
    #expect(lines.count == 10)
    #expect(lines.count { $0.hasSuffix("…") } == 2)
    #expect(lines.contains("  b:  kort"))
  }

  @Test(arguments: [3, 4, 6, 10], [20, 40, 80])
  func `It is never higher than it may be, and its last line stays`(height: Int, columns: Int) {
    let lines = lines(
      (1...8).map { ("label \($0)", Self.long) } + [("alles", "why x --full")], columns: columns, height: height)
    #expect(lines.count <= height)
    #expect(lines.last?.contains("alles") == true || lines.dropLast().last?.contains("alles") == true)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
  }
}
