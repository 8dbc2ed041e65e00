import Testing

@testable import Databases

@Suite struct BinaryRowsTests {
  private static let head: [UInt8] = [
    0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  private static let row: [UInt8] = [0, 2, 0, 0, 0, 1, 65, 255, 255, 255, 255]
  private static let end: [UInt8] = [255, 255]

  private func read(_ pieces: [[UInt8]]) throws -> [String] {
    var reader = BinaryRows(columns: 2)
    var cells: [String] = []
    for piece in pieces {
      try piece.withUnsafeBytes {
        try reader.read($0) { column, cell in
          cells.append("\(column):\(cell.map { String(decoding: $0, as: UTF8.self) } ?? ".")")
        }
      }
    }
    return cells + (reader.hasEnded ? ["end \(reader.rows)"] : [])
  }

  @Test func `rows come one by one or together`() throws {
    #expect(try read([Self.head + Self.row, Self.row, Self.end]) == ["0:A", "1:.", "0:A", "1:.", "end 2"])
    #expect(try read([Self.head, Self.row + Self.row + Self.end]).count == 5)
    #expect(try read([Self.head + Self.end]) == ["end 0"])
  }

  @Test func `what is cut off, turned over or goes on after the end is refused, and nothing beyond is read`() {
    let whole = Self.head + Self.row + Self.end
    for count in whole.indices where ![Self.head.count, Self.head.count + Self.row.count].contains(count) {
      // An empty piece before anything has come is no head.
      #expect(throws: BinaryRows.Garbled.self) { try read([Array(whole[..<count])]) }
    }
    #expect(throws: BinaryRows.Garbled.self) { try read([whole + Self.row]) }
    for index in whole.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped[index] ^= 1 << bit
        _ = try? read([flipped])
      }
    }
  }
}
