extension UInt64 {
  /// Marks, by their highest bits, the bytes of a word of eight that are this one: a byte of the difference is nought where subtracting one
  /// borrows from a clear high bit. The lowest mark is right; above it there may be one too many.
  @inline(__always)
  func marking(_ byte: UInt8) -> UInt64 {
    let difference = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Marks the bytes that are this one, all of them rightly.
  @inline(__always)
  func markingAll(_ byte: UInt8) -> UInt64 {
    let difference = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((difference & low &+ low) | difference | low)
  }

  /// How many of its bytes are marked.
  @inline(__always)
  var marked: Int { Int((self >> 7 &* 0x0101_0101_0101_0101) >> 56) }
}
