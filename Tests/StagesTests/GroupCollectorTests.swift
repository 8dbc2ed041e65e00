import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Stages

/// Rows that come by some at a time give the groups of all of them.
@Suite struct GroupCollectorTests {
  private static let grouping = SourceGrouping(
    keys: ["g", "b"],
    figures: [
      .init(.sum, of: "n"), .init(.mean, of: "n"), .init(.least, of: "n"), .init(.most, of: "n"),
      .init(.count, of: "t"),
    ])

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> Table {
    // One letter with its accent, and as two signs: they are equal.
    let words: [String?] = ["a", "é", "e\u{301}", nil, "", "A"]
    return Table(columns: [
      .texts("g", (0..<count).map { _ in words.randomElement(using: &generator) ?? nil }),
      Column("b", .booleans((0..<count).map { _ in [true, false, nil].randomElement(using: &generator) ?? nil })),
      .numbers(
        "n", (0..<count).map { _ in [1.1, 2.2, -0.3, .nan, 1e17, 1 / 3].randomElement(using: &generator) ?? 0 },
        unit: .euro),
      .texts("t", (0..<count).map { _ in Bool.random(using: &generator) ? "x" : nil }),
    ])
  }

  @Test func `groups of pieces are those of the whole, whatever the pieces`() throws {
    var generator = SeededGenerator(15)
    let line = "$t | group g b --sum n --mean n --min n --max n --count t"
    for _ in 0..<60 {
      let whole = random(Int.random(in: 0...50, using: &generator), &generator)
      let collector = try #require(GroupCollector(.group(Self.grouping), { $0 }, {}))
      var start = 0
      repeat {
        let end = min(whole.rowCount, start + Int.random(in: 0...12, using: &generator))
        #expect(try collector.take(whole.rows(Array(start..<end))))
        start = end
      } while start < whole.rowCount
      let lines = try TableLines([:])
      lines.remember(whole)
      let due = try lines.output(line)
      lines.remember(collector.table())
      let found = try lines.output(line)
      #expect(found.table?.columns == due.table?.columns)
      #expect(collector.table().tallied?.sizes.reduce(0, +) == whole.rowCount)
    }
  }

  @Test func `what it cannot do it says, and what groups nothing has none`() throws {
    let words = Table(columns: [.texts("g", ["a"]), .texts("n", ["b"])])
    let sums = try #require(
      GroupCollector(.group(SourceGrouping(keys: ["g"], figures: [.init(.sum, of: "n")])), { $0 }, {}))
    #expect(try !sums.take(words))
    #expect(try !sums.take(Table(columns: [.texts("g", ["a"])])))
    let counts = try #require(
      GroupCollector(.group(SourceGrouping(keys: ["g"], figures: [.init(.count, of: "n")])), { $0 }, {}))
    #expect(try counts.take(words))
    #expect(counts.table().tallied?.columns["n"]?.present == [1])
    #expect(GroupCollector(.group(SourceGrouping(keys: ["g"], figures: [], weight: "n")), { $0 }, {}) == nil)
    #expect(GroupCollector(.count, { $0 }, {}) == nil && GroupCollector(nil, { $0 }, {}) == nil)
  }

  @Test func `who asks to stop is heard`() throws {
    let collector = try #require(GroupCollector(.group(Self.grouping), { $0 }, { throw Interrupted() }))
    var generator = SeededGenerator(16)
    let rows = random(20, &generator)
    #expect(throws: Interrupted.self) { try collector.take(rows) }
  }
}
