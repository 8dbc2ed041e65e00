import Synchronization

/// Where the lines of a text begin, found out when a line is first asked for: many never are, and some ask for that of every row.
final class LineStarts: Sendable {
  private let found = Mutex<[Int]?>(nil)

  /// Returns the line of a byte, counted from 1; LF, CRLF and CR end a line.
  ///
  /// - Parameter bytes: the same at each call.
  func line(of offset: Int, in bytes: [UInt8]) -> Int {
    found.withLock { found in
      let starts = found ?? Self.starts(bytes)
      found = starts
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }

  /// The bytes at which the second line and those behind it begin.
  private static func starts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        starts[starts.count - 1] = index + 1
      } else {
        starts.append(index + 1)
      }
    }
    return starts
  }
}
