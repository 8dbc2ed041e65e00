@_spi(Host) import WorkbenchKit

/// Finds a piece of text wherever it stands, in capitals or not; bytes where both are ASCII, which is most often so.
struct CaselessSearch {
  /// The first bytes of the piece, in small letters: nobody counts who holds them, so that cores do not wait for each other.
  private let head: [16 of UInt8]
  /// Those behind, which are looked at where the first were found.
  private let tail: [UInt8]
  private let count: Int
  private let isPlain: Bool

  init(_ needle: String) {
    let lowered = Array(needle.lowercased().utf8)
    count = lowered.count
    isPlain = lowered.allSatisfy { $0 < 0x80 }
    head = [16 of UInt8] { $0 < lowered.count ? lowered[$0] : 0 }
    tail = Array(lowered.dropFirst(16))
  }

  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8(isFound)
  }

  /// - Parameter text: UTF-8.
  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isPlain, Self.isPlain(text) { return occurs(in: text) }
    var lowered = String(decoding: text, as: UTF8.self).lowercased()
    return lowered.withUTF8(occurs)
  }

  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: UInt8 = 0
    for byte in text { seen |= byte }
    return seen < 0x80
  }

  /// For each row whether it is found in its text, nil where there is none.
  ///
  /// - Parameter check: asked often; what it throws ends the work.
  func isFound(in words: Words, _ check: () throws -> Void) throws -> Spread<Bool?> {
    guard case .each(let texts) = words else { return try words.mapBytes(check) { $0.map { isFound(in: $0) } } }
    return .each(
      try texts.withBytes { bytes in
        let marks = bytes.marks
        return try everyPiece(bytes.count, check) { rows, start in
          for row in rows {
            let mark = marks.loadUnaligned(fromByteOffset: 16 * row, as: SIMD2<UInt64>.self)
            (start + row).initialize(to: isFound(inPlace: mark) ?? bytes[row].map { isFound(in: $0) })
          }
        }
      })
  }

  /// Whether it is found in a short text as it stands in its place; nil where its bytes have to be looked at.
  ///
  /// - Parameter mark: of `TextBytesOfRows.marks`.
  @inline(__always)
  private func isFound(inPlace mark: SIMD2<UInt64>) -> Bool? {
    let length = Int(Int32(truncatingIfNeeded: mark.x))
    guard isPlain, count > 0, length >= 0, length <= 12, head[0] != 0 else { return nil }
    let (first, rest) = (mark.x >> 32, mark.y)
    guard (first | rest) & Self.highs == 0 else { return nil }
    // Behind the end of a text there are noughts only.
    let hits = Self.places(of: head[0], in: Self.folded(first)) | Self.places(of: head[0], in: Self.folded(rest))
    if hits == 0 || count > length { return false }
    return count == 1 ? true : nil
  }

  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes of ASCII in small letters.
  @inline(__always)
  private static func folded(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = bytes &+ 0x2525_2525_2525_2525
    return bytes | (fromA & ~beyondZ & highs) >> 2
  }

  /// The highest bit of each of eight bytes of ASCII that is a certain one.
  @inline(__always)
  private static func places(of byte: UInt8, in bytes: UInt64) -> UInt64 {
    let other = bytes ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return ~(other &+ 0x7F7F_7F7F_7F7F_7F7F) & highs
  }

  private func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= count else { return false }
    guard count > 0 else { return true }
    let first = head[0]
    for start in 0...(text.count - count) where Self.fold(text[start]) == first {
      if isAhead(in: text, from: start) { return true }
    }
    return false
  }

  /// - Parameter start: where the first byte of the piece is, and room for the others.
  private func isAhead(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    for index in 1..<max(1, min(count, 16)) where Self.fold(text[start + index]) != head[index] { return false }
    return tail.indices.allSatisfy { Self.fold(text[start + 16 + $0]) == tail[$0] }
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
