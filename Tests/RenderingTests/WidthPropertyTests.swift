import Rendering
import Testing
import WorkbenchKit

/// Draws the same numbers each time (SplitMix64, Steele et al. 2014).
private struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("No line is wider than the columns")
struct WidthPropertyTests {
  private static let words = [
    "Hengelo", "日本語", "cafe\u{301}", "😀👨‍👩‍👧", "مرحبا", "\u{1B}[31m", "\u{202E}x", "a\nb", "\t", "", " ",
    "woonservicegebiedsindeling",
    "🇳🇱🇳🇱", "x,y|z", "\u{301}", "한국어", String(repeating: "lang", count: 60), "\r\n", "ﷺ", "\u{200D}",
  ]

  private func word(_ draws: inout Draws) -> String {
    (0..<Int.random(in: 1...4, using: &draws)).map { _ in Self.words.randomElement(using: &draws) ?? "" }
      .joined(separator: Bool.random(using: &draws) ? " " : "")
  }

  private func column(_ number: Int, rows: Int, _ draws: inout Draws) -> Column {
    let name = Bool.random(using: &draws) ? word(&draws) : "k\(number)"
    let formats: [Column.Format] = [.automatic, .decimals(2), .share(1), .plain, .decimals(15)]
    switch Int.random(in: 0..<3, using: &draws) {
    case 0: return .texts(name, (0..<rows).map { _ in Bool.random(using: &draws) ? word(&draws) : nil })
    case 1: return Column(name, .booleans((0..<rows).map { _ in Bool.random(using: &draws) ? true : nil }))
    default:
      let numbers = (0..<rows).map { _ in
        [1, -2.5, 1_234_567.891, 1e300, .nan, 0.000_1, -123_456_789_012_345.6, 0].randomElement(using: &draws) ?? 0
      }
      return Column(
        name, .numbers(numbers), unit: [nil, .persons, .share].randomElement(using: &draws) ?? nil,
        format: formats.randomElement(using: &draws) ?? .automatic, withheld: rows > 0 ? [0: "<5"] : [:])
    }
  }

  @Test("whatever a table holds, for 20 through 120 columns")
  func tables() {
    var draws = Draws(state: 42)
    for columns in 20...120 {
      for _ in 0..<8 {
        let rows = Int.random(in: 0...4, using: &draws)
        let count = Int.random(in: 0...12, using: &draws)
        let table = Table(
          title: .verbatim(word(&draws)), columns: (0..<count).map { column($0, rows: rows, &draws) })
        check([.table(table)], columns)
      }
    }
  }

  @Test("whatever the words are, for 20 through 120 columns")
  func blocks() {
    var draws = Draws(state: 7)
    for columns in 20...120 {
      var facts = Facts()
      facts.add(word(&draws), .text(word(&draws)))
      facts.add("count", .number(1e300, unit: .persons))
      let words = Text.verbatim(word(&draws))
      let source = Source(id: "x", title: word(&draws), publisher: word(&draws), date: "2024")
      let values = (0..<5).map { _ in Double.random(in: -1e6...1e6, using: &draws) }
      let names = (0..<5).map { _ in word(&draws) }
      let charts = Chart.Kind.allCases.map { kind in
        Block.chart(
          Chart(
            kind, title: words, x: .init(words), y: .init(words, unit: .persons), categories: names,
            series: [.init(name: names[0], values: values), .init(name: "s", values: values.reversed())]))
      }
      check(
        [
          .heading(Heading(words)), .paragraph(words), .facts(facts), .notice(Notice(.warning, words)),
          .sources([source]),
        ] + charts, columns)
      let progress = ProgressLine(fraction: 0.4, doing: words, elapsed: 900).text(.nl, columns: columns)
      #expect(DisplayWidth.of(progress) < columns)
    }
  }

  private func check(_ blocks: [Block], _ columns: Int) {
    for line in TextRenderer(language: .nl, columns: columns).text(of: blocks).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= columns, "\(columns): \(line)")
      #expect(line.unicodeScalars.allSatisfy { !$0.isUnsafeOnTerminal }, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }
}
