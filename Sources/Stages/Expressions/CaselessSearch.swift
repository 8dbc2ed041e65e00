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
