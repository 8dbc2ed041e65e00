extension Cores {
  /// Returns pieces of bytes behind each other, put there on all cores.
  ///
  /// - Parameter pieces: in the order in which they come.
  public static func joined(_ pieces: [[UInt8]]) -> [UInt8] {
    var (starts, total) = ([Int](), 0)
    for piece in pieces {
      starts.append(total)
      total += piece.count
    }
    return [UInt8](unsafeUninitializedCapacity: total) { bytes, count in
      let room = UnsafeMutableRawBufferPointer(bytes)
      LargePages.use(for: room)
      _ = map(pieces.count) { piece in
        UnsafeMutableRawBufferPointer(rebasing: room[starts[piece]...]).copyBytes(from: pieces[piece])
      }
      count = total
    }
  }

  private static let rowsInPiece = 16_384

  /// Returns what is taken for each row, on all cores where there are many.
  ///
  /// - Parameter take: called from several threads at once.
  @inline(__always)
  static func taken<Row, Value>(_ rows: [Row], _ take: (Row) -> Value) -> [Value] {
    guard rows.count > rowsInPiece * 2 else { return rows.map(take) }
    return [Value](unsafeUninitializedCapacity: rows.count) { values, count in
      LargePages.use(for: UnsafeMutableRawBufferPointer(values))
      let start = values.baseAddress
      rows.withUnsafeBufferPointer { rows in
        _ = map((rows.count + rowsInPiece - 1) / rowsInPiece) { piece in
          guard let start else { return }
          for row in piece * rowsInPiece..<min(rows.count, (piece + 1) * rowsInPiece) {
            (start + row).initialize(to: take(rows[row]))
          }
        }
      }
      count = rows.count
    }
  }
}
