import TestSupport
import Testing
import WorkbenchKit

@testable import Stages

/// A piece of text is found wherever it stands, in capitals or not.
@Suite struct SearchTests {
  /// Whether the bytes of the one stand in those of the other, both in small letters: place after place.
  private func stands(_ needle: String, in text: String) -> Bool {
    let (needle, text) = (Array(needle.lowercased().utf8), Array(text.lowercased().utf8))
    guard needle.count <= text.count else { return false }
    return (0...text.count - needle.count).contains { text[$0..<$0 + needle.count].elementsEqual(needle) }
  }

  @Test func `random pieces are found where they stand, short and long, plain and not`() {
    var generator = SeededGenerator(7)
    // The letters at the ends of the alphabet, and the signs before and behind them.
    let signs = Array("aAbBzZ@[`{ é")
    var found = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &generator)
      let text = String((0..<length).map { _ in signs[Int.random(in: 0..<4, using: &generator) * 3 % signs.count] })
      let odd = Int.random(in: 0..<8, using: &generator) == 0
      let start = Int.random(in: 0...length, using: &generator)
      var needle = String(text.dropFirst(start).prefix(Int.random(in: 0...20, using: &generator)))
      if Bool.random(using: &generator) { needle = needle.uppercased() }
      if odd, let sign = signs.randomElement(using: &generator) { needle.append(sign) }
      let isDue = stands(needle, in: text)
      #expect(CaselessSearch(needle).isFound(in: text) == isDue, "'\(needle)' in '\(text)'")
      if isDue { found += 1 }
    }
    #expect((10_000...19_999).contains(found))
  }

  // The head that is looked at first has sixteen bytes.
  @Test(arguments: [0, 1, 15, 16, 17, 33])
  func `a piece is found at the beginning, in the middle and at the end, and not one byte off`(count: Int) {
    let needle = String("Leerkringen in de wijk en de regio"[...].prefix(count))
    let search = CaselessSearch(needle)
    for (before, behind) in [("", ""), ("xx", ""), ("", "xx"), ("xx", "xx"), ("é", "")] {
      #expect(search.isFound(in: before + needle.uppercased() + behind))
      if count > 0 { #expect(!search.isFound(in: before + needle.dropLast() + "#" + behind)) }
    }
  }

  // Twelve bytes stand in the place of a text, and more elsewhere.
  @Test func `of texts in a column those are kept that have the piece`() throws {
    var generator = SeededGenerator(11)
    let signs = Array("aAzZ@[`{7é\u{0}")
    let texts = (0..<4_000).map { row -> String? in
      let length = Int.random(in: 0...14, using: &generator)
      return row % 29 == 0 ? nil : String((0..<length).map { _ in signs.randomElement(using: &generator) ?? "a" })
    }
    let lines = try TableLines([:])
    lines.remember(Table(columns: [.texts("t", texts)]))
    for needle in ["7", "a", "A", "Z", "z7", "@", "[", "`", "é", "aza", "AZ@[`{7", "aaaaaaaaaaaaa", ""] {
      let found = try #require(try lines.output("$t | where t ~ '\(needle)'").table?.columns[0].texts)
      #expect(Array(found) == texts.filter { $0.map { stands(needle, in: $0) } ?? false }, "'\(needle)'")
    }
    let none = try lines.table("$t | where not (t ~ '7') and t is missing | select t")
    #expect(none == ["t"])
  }
}
