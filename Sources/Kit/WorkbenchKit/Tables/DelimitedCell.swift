/// Where the content of a cell stands in the bytes, without its quotes.
struct DelimitedCell: Sendable {
  static let doubledQuotes: UInt32 = 1 << 31

  let start: UInt32
  /// The end, and in the highest bit whether doubled quotes have to be undone.
  private let endAndFlag: UInt32

  init(_ start: Int, _ end: Int, doubledQuotes: Bool = false) {
    // The scanner refuses bytes beyond 2^31, so nothing is cut off here.
    self.start = UInt32(truncatingIfNeeded: start)
    endAndFlag = UInt32(truncatingIfNeeded: end) | (doubledQuotes ? Self.doubledQuotes : 0)
  }

  var end: Int { Int(endAndFlag & ~Self.doubledQuotes) }
  var hasDoubledQuotes: Bool { endAndFlag & Self.doubledQuotes != 0 }

  /// The content without spaces, no-break spaces and tabs around it.
  @inline(__always)
  func trimmed(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var from = Int(start)
    var to = end
    // Most cells have neither a blank nor the first half of one at either side.
    if from < to, bytes[from] &- 0x21 < 0x5E, bytes[to - 1] &- 0x21 < 0x5E {
      return UnsafeBufferPointer(rebasing: bytes[from..<to])
    }
    while from < to {
      if bytes[from] == 0x20 || bytes[from] == 0x09 {
        from += 1
      } else if to - from > 1, bytes[from] == 0xC2, bytes[from + 1] == 0xA0 {
        from += 2
      } else {
        break
      }
    }
    while to > from {
      if bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 {
        to -= 1
      } else if to - from > 1, bytes[to - 1] == 0xA0, bytes[to - 2] == 0xC2 {
        to -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[from..<to])
  }

  /// The content as a text, quotes undone, without the apostrophe that keeps a spreadsheet from running it.
  func text(in bytes: UnsafeBufferPointer<UInt8>, trimmed isTrimmed: Bool) -> String {
    let content = content(in: bytes, trimmed: isTrimmed)
    guard hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      single.append(content[index])
      index += content[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: single, as: UTF8.self)
  }

  private func content(in bytes: UnsafeBufferPointer<UInt8>, trimmed isTrimmed: Bool) -> UnsafeBufferPointer<UInt8> {
    WrittenCell.unguarded(
      isTrimmed ? trimmed(in: bytes) : UnsafeBufferPointer(rebasing: bytes[Int(start)..<end]))
  }

  /// The text as it stands there; nil where it stands otherwise.
  @inline(__always)
  func plain(in bytes: UnsafeBufferPointer<UInt8>, trimmed isTrimmed: Bool) -> UnsafeBufferPointer<UInt8>? {
    hasDoubledQuotes ? nil : content(in: bytes, trimmed: isTrimmed)
  }
}
