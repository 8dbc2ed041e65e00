import TestSupport
import Testing

@testable import WorkbenchKit

/// What several cores do comes out as what one does.
@Suite struct CoresTests {
  @Test(arguments: [0, 1, 2, 3, 64, 1_000], [1, 2, 3, 8, 64])
  func `each piece is done once, and its outcome stands in its place`(pieces: Int, cores: Int) {
    #expect(Cores.map(pieces, on: cores) { "\($0 * $0)" } == (0..<pieces).map { "\($0 * $0)" })
  }

  @Test func `there is one core at least`() { #expect((1...64).contains(Cores.count)) }

  @Test func `fewer pieces than none are none`() { #expect(Cores.map(-1) { $0 }.isEmpty) }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a file beyond the size from which cores share it is read as its parts are`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let width = Int.random(in: 1...9, using: &generator)
    let rowCount = DelimitedText.parallelCells / width + Int.random(in: -1...1, using: &generator)
    let cells = ["1", "-2,5", "1.250", "", ".", "NA", "x", "true", "0344", "12 %", "\"a;b\"", "é"]
    let kinds = (0..<width).map { _ in Int.random(in: 1...cells.count, using: &generator) }
    var rows: [String] = []
    for _ in 0..<rowCount {
      rows.append(kinds.map { cells[Int.random(in: 0..<$0, using: &generator)] }.joined(separator: ";"))
    }
    let header = (0..<width).map { "k\($0)" }
    let whole = try text(header, rows).table()
    #expect(whole.rowCount == rowCount && whole.columns.count == width)
    for column in 0..<width {
      // Beside one other column it has mostly too few cells to be shared.
      let alone = try text(["z", header[column]], rows.map { "q;" + Self.cell(column, of: $0) }).table()
      #expect(alone.columns[1] == whole.columns[column], "\(column)")
    }
  }

  private static func cell(_ column: Int, of row: String) -> String {
    let cells = row.replacing("\"a;b\"", with: "\"a|b\"").split(separator: ";", omittingEmptySubsequences: false)
    return String(cells[column].replacing("|", with: ";"))
  }

  private func text(_ header: [String], _ rows: [String]) throws -> DelimitedText {
    var options = DelimitedText.Options()
    options.delimiter = UInt8(ascii: ";")
    let lines = [header.joined(separator: ";")] + rows
    return try DelimitedText(
      bytes: Array((lines.joined(separator: "\n") + "\n").utf8), options: options)
  }

  @Test func `rows taken from many columns are those taken from each`() {
    let columns = (0..<5).map { column in
      Column("k\(column)", .texts((0..<30_000).map { $0 % 7 == column ? nil : "text \($0 * column)" }))
    }
    let order = (0..<30_000).map { $0 * 7_919 % 30_000 }
    #expect(Table(columns: columns).rows(order).columns == columns.map { $0.rows(order) })
  }
}
