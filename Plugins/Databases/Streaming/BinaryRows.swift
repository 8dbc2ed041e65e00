/// Reads the binary form of `copy`: a head, rows of cells each with its length, and an end. Every length is checked against what came.
struct BinaryRows {
  /// Thrown where what came is not of the form.
  struct Garbled: Error {}

  private static let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]

  /// How many cells a row has.
  let columns: Int
  /// How many rows came by now.
  private(set) var rows = 0
  private(set) var hasEnded = false
  private var hasBegun = false

  init(columns: Int) { self.columns = columns }

  /// Reads whole rows.
  ///
  /// - Parameters:
  ///   - piece: the head, rows or the end.
  ///   - cell: takes a cell of a column; nil where it is missing.
  mutating func read(
    _ piece: UnsafeRawBufferPointer, _ cell: (_ column: Int, UnsafeRawBufferPointer?) throws -> Void
  ) throws {
    var place = 0
    func whole(_ size: Int) throws -> Int {
      guard piece.count - place >= size else { throw Garbled() }
      var value = 0
      for byte in piece[place..<place + size] { value = value << 8 | Int(byte) }
      place += size
      // The sign is that of the first byte.
      let sign = 1 << (size * 8 - 1)
      return value >= sign ? value - sign * 2 : value
    }
    if !hasBegun {
      guard piece.starts(with: Self.signature) else { throw Garbled() }
      place = Self.signature.count
      guard try whole(4) == 0 else { throw Garbled() }
      let more = try whole(4)
      guard more >= 0, piece.count - place >= more else { throw Garbled() }
      place += more
      hasBegun = true
    }
    while place < piece.count {
      guard !hasEnded else { throw Garbled() }
      let count = try whole(2)
      if count == -1 {
        hasEnded = true
        continue
      }
      guard count == columns else { throw Garbled() }
      for column in 0..<columns {
        let length = try whole(4)
        if length == -1 {
          try cell(column, nil)
          continue
        }
        guard length >= 0, piece.count - place >= length else { throw Garbled() }
        try cell(column, UnsafeRawBufferPointer(rebasing: piece[place..<place + length]))
        place += length
      }
      rows += 1
    }
  }
}
