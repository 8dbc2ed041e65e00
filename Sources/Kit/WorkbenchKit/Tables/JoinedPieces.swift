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
}
