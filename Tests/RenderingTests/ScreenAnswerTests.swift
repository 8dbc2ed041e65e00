import Testing
import WorkbenchKit

@testable import Rendering

/// An answer at a prompt takes no more than the screen, and nothing of it is lost.
@Suite struct ScreenAnswerTests {
  private static let long = Table(
    title: Text(nl: "Lijst", en: "List"), columns: [.texts("name", (1...40).map { "row \($0)" })])
  private static let caution = Notice(
    .caution, .verbatim(String(repeating: "this changes what the figure means and takes many words ", count: 5)))
  private static let source = Source(id: "x", title: "A publication", publisher: "A house", date: "2020")

  private func screen(_ blocks: [Block], _ height: Int, columns: Int = 80) -> ScreenAnswer {
    ScreenAnswer(blocks, language: .en, columns: columns, height: height, style: .plain)
  }

  private func lines(_ screen: ScreenAnswer) -> [String] {
    screen.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(arguments: [6, 8, 11, 14, 22], [40, 80])
  func `A picture that is too high is told in figures, and comes with more`(
    height: Int, columns: Int
  ) throws {
    let rows = (0..<20).map { row in
      Timeline.Row(
        what: .verbatim("step \(row)"), start: CalendarDate(year: 2027, month: 1, day: 1 + row)!, who: .verbatim("who"))
    }
    let first = screen(
      [.timeline(Timeline(title: .verbatim("A plan"), rows: rows)), .notice(Self.caution)], height, columns: columns)
    let lines = lines(first)
    #expect(lines.count <= height && lines.contains { $0.contains("step 0") }, "\(first.text)")
    #expect(first.rest.contains { if case .timeline = $0 { true } else { false } })
    let left = 20 - lines.count { $0.contains("step ") }
    #expect(lines.last?.contains("\(left) more") == true)
  }

  @Test(arguments: [6, 11, 22], [40, 80])
  func `A picture that is too high comes with more screen by screen, and all of it`(height: Int, columns: Int) {
    let rows = (0..<20).map { row in
      Timeline.Row(what: .verbatim("step \(row)."), start: CalendarDate(year: 2027, month: 1, day: 1 + row)!)
    }
    var rest: [Block] = [.timeline(Timeline(title: .verbatim("A plan"), rows: rows))]
    var text = ""
    for _ in 0..<40 where !rest.isEmpty {
      let next = ScreenAnswer(continuing: rest, language: .en, columns: columns, height: height, style: .plain)
      #expect(lines(next).count <= height, "\(next.text)")
      text += next.text
      rest = next.rest
    }
    #expect(rest.isEmpty)
    for row in 0..<20 { #expect(text.contains("step \(row).")) }
  }

  @Test func `A table that is too high but not too wide keeps its columns`() {
    let table = Table(
      columns: [.texts("name", (1...9).map { "n\($0)" }), .texts("age", (1...9).map { "a\($0)" })]
        + (1...3).map { column in .numbers("f\(column)", (1...9).map { Double($0 * 10 + column) }) })
    let text = screen([.table(table.atAGlance()), .notice(Self.caution), .table(Self.long)], 8).text
    #expect(text.contains("n1") && text.contains("13"), "\(text)")
    #expect(text.contains("f3"), "\(text)")
  }

  @Test func `Of a table that is too wide the first column and the first figure stay`() {
    let words = "some words that take a line each"
    let table = Table(
      columns: [.texts("name", (1...9).map { "n\($0) \(words)" }), .texts("age", (1...9).map { _ in words })]
        + [.numbers("figure", (1...9).map { Double($0) * 100 + 7 }), .texts("more", (1...9).map { _ in words })])
    let text = screen([.table(table), .notice(Self.caution)], 10, columns: 40).text
    #expect(text.contains("107") && !text.contains("age"), "\(text)")
  }

  @Test func `The sentence stands before the table, also below a heading and a line of what it is about`() {
    let words = (1...20).map { "word\($0)" }.joined(separator: " ")
    let blocks: [Block] = [
      .heading(Heading(.verbatim("Lindehof"), level: 1)), .paragraph(.verbatim("a neighbourhood, figures of 2024")),
      .paragraph(.verbatim(words)), .table(Self.long), .notice(Self.caution),
    ]
    let text = screen(blocks, 12, columns: 40).text
    #expect(text.contains("word20"), "\(text)")
  }

  @Test func `A map that is too high is its areas, the highest first`() {
    let areas = (0..<30).map { row in
      AreaMap.Area(
        code: "A\(row)", name: "Area \(row)", rings: [Samples.square(0, Double(row) * 100)], value: Double(row))
    }
    let map = AreaMap(
      title: .verbatim("m"), label: .verbatim("v"), coordinates: .rd, areas: areas,
      breaks: (1...8).map { Double($0) * 3 })
    let lines = lines(screen([.map(map), .notice(Self.caution)], 9, columns: 40))
    #expect(lines.count <= 9 && lines.first { $0.contains("Area") }?.contains("Area 29") == true, "\(lines)")
  }

  @Test func `The sentence of an answer is whole where it fits, whatever comes behind it`() {
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    let text = screen([.paragraph(.verbatim(words)), .table(Self.long), .notice(Self.caution)], 12, columns: 40).text
    #expect(text.contains("word30"), "\(text)")
  }

  @Test func `What fits stands there whole`() {
    let blocks: [Block] = [.paragraph(.verbatim("a sentence")), .info(nl: "let op", en: "mind")]
    let screen = screen(blocks, 6)
    #expect(screen.rest.isEmpty)
    #expect(lines(screen) == ["  a sentence", "  i mind"])
  }

  @Test func `Rows beyond the screen are counted, cautions and sources take a line each`() {
    let screen = screen([.table(Self.long), .notice(Self.caution), .sources([Self.source])], 20)
    let lines = lines(screen)
    #expect(lines.count <= 20)
    #expect(lines.count { $0.hasPrefix("  ! ") } == 1)
    #expect(lines.contains { $0.hasPrefix("  [1] A publication") })
    let rows = lines.count { $0.hasPrefix("  row ") }
    #expect(lines.last == "  … \(40 - rows) more · 1 remark · sources: `more`")
  }

  @Test(arguments: [6, 12, 20, 37], [40, 80, 120])
  func `No screen is higher than it may be, and all rows come in the end, each once`(height: Int, columns: Int) {
    var screen = screen([.table(Self.long), .notice(Self.caution)], height, columns: columns)
    var rows: [String] = []
    var screens = 0
    while true {
      screens += 1
      let lines = lines(screen)
      #expect(lines.count <= height)
      rows += lines.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("row ") }.map(String.init)
      if screen.rest.isEmpty || screens > 100 { break }
      screen = ScreenAnswer(
        continuing: screen.rest, language: .en, columns: columns, height: height, style: .plain)
    }
    #expect(rows == (1...40).map { "row \($0)" })
  }

  @Test func `Where a screen is too narrow for its columns, a table keeps the first of them and some rows`() {
    let columns = (1...6).map { column in
      Column.texts("column \(column)", (1...9).map { "c\(column) some words \($0)" })
    }
    let screen = screen([.table(Table(columns: columns)), .notice(Self.caution)], 12, columns: 40)
    let shown = lines(screen)
    #expect(shown.count <= 12)
    #expect(shown.count { $0.hasPrefix("  c1 some") } >= 3, "\(screen.text)")
    guard case .table(let rest)? = screen.rest.first else {
      Issue.record("the columns that were left out do not come")
      return
    }
    #expect(rest.columns.count == 6 && rest.rowCount == 9)
  }

  @Test func `A table shows the rows and columns that were picked first, and all of them afterwards`() {
    let table = Table(columns: [.texts("a", (1...40).map { "a\($0)" }), .texts("b", (1...40).map { "b\($0)" })])
    let screen = screen([.table(table.atAGlance(columns: ["b"], rows: [4, 2]))], 12)
    #expect(lines(screen) == ["  b", "  ──", "  b5", "  b3", "  … 38 more: `more`"])
    guard case .table(let rest)? = screen.rest.first else {
      Issue.record("the table is not in the rest")
      return
    }
    #expect(rest.rowCount == 40)
    #expect(rest.columns.count == 2)
  }

  @Test func `No title stands above nothing where only a remark is under it`() {
    let blocks: [Block] = [
      .table(Self.long), .heading(Heading(.verbatim("On the map"), level: 2)), .notice(Self.caution),
    ]
    let first = lines(
      screen(blocks.map { if case .table(let table) = $0 { .table(table.atAGlance()) } else { $0 } }, 20))
    #expect(!first.contains { $0.contains("On the map") })
    #expect(first.contains { $0.hasPrefix("  ! this changes") })
  }

  @Test func `Figures that the words beside them say already stay off the screen however many they are`() {
    var facts = Facts(isDetail: true)
    for number in 1...5 { facts.add("fact_\(number)", number) }
    let first = lines(screen([.facts(facts), .table(Self.long)], 12))
    #expect(!first.contains { $0.contains("fact_") })
  }

  @Test func `A list of figures keeps how soon it is shown when its figures change`() {
    var facts = Facts(isDetail: true)
    facts.add("a", 1, label: .verbatim("A"))
    facts.add("b", 2)
    let changed = facts.atAGlance(["b"]).mapping { $0.name == "a" ? nil : $0.with(.text("•")) }
    #expect(changed.isDetail && changed.layer == .first && changed.glance == ["b"])
    #expect(changed.facts.map(\.value) == [.text("•")])
  }

  @Test func `What is good to know and a second table are the rest; a caution is not`() {
    let second = Table(title: .verbatim("Second"), columns: [.texts("name", ["x"])])
    let layers = LayerRule([
      .heading(Heading(.verbatim("H"))), .table(Self.long), .heading(Heading(.verbatim("Later"))), .table(second),
      .info(nl: "i", en: "i"), .notice(Self.caution), .sources([Self.source]),
    ]).layers
    #expect(layers == [.first, .first, .rest, .rest, .rest, .first, .origin])
  }
}
