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

  /// The content without spaces and tabs around it.
  func trimmed(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var from = Int(start)
    var to = end
    while from < to, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[from..<to])
  }

  func text(in bytes: UnsafeBufferPointer<UInt8>, trimmed isTrimmed: Bool) -> String {
    let content = isTrimmed ? trimmed(in: bytes) : UnsafeBufferPointer(rebasing: bytes[Int(start)..<end])
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
}

extension String {
  /// The text without spaces and tabs before and after it.
  public var trimmedOfPadding: String {
    let isPadding: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard first.map(isPadding) == true || last.map(isPadding) == true else { return self }
    var rest = self[...].drop(while: isPadding)
    while rest.last.map(isPadding) == true { rest.removeLast() }
    return String(rest)
  }
}
