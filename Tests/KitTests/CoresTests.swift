import Synchronization
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

  @Test(arguments: [0, 1, 2, 7, 8, 9, 100, 1_001], [1, 2, 3, 8])
  func `pieces of a row are handed out whole and in order, the last as large as what is left`(count: Int, cores: Int) {
    for size in [-1, 0, 1, 2, 8, 5_000] {
      var asked: [Int] = []
      let pieces = Cores.inPieces(count, of: size, on: cores, asking: { asked.append($0) }, { $0 })
      #expect(pieces.flatMap(Array.init) == Array(0..<count), "\(size)")
      #expect(pieces.dropLast().allSatisfy { $0.count == max(1, size) }, "\(size)")
      #expect(asked.first == (count > 0 ? 0 : nil) && asked == asked.sorted() && Set(asked).count == asked.count)
      #expect(asked.allSatisfy { $0 % max(1, size) == 0 && $0 < count })
    }
  }

  @Test(arguments: [1, 2, 8]) func `who asks to stop is heard before the next handful`(cores: Int) {
    struct Stop: Error {}
    let done = Mutex(0)
    #expect(throws: Stop.self) {
      _ = try Cores.inPieces(
        1_000, of: 1, on: cores, asking: { if $0 > 100 { throw Stop() } }, { _ in done.withLock { $0 += 1 } })
    }
    #expect((101...100 + 4 * cores).contains(done.withLock { $0 }))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a file beyond the size from which cores share it is read as its parts are`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let width = Int.random(in: 1...9, using: &generator)
    let rowCount = DelimitedCells.sharedFrom / width + Int.random(in: -1...1, using: &generator)
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
