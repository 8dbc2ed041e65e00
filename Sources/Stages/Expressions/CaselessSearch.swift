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
    var copy = text
    if isPlain, let found = copy.withUTF8({ $0.allSatisfy { $0 < 0x80 } ? occurs(in: $0) : nil }) { return found }
    var lowered = text.lowercased()
    return lowered.withUTF8(occurs)
  }

  private func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= count else { return false }
    let ahead = min(count, 16)
    for start in 0...(text.count - count) {
      var index = 0
      while index < ahead, Self.fold(text[start + index]) == head[index] { index += 1 }
      if index < ahead { continue }
      if count <= 16 || tail.indices.allSatisfy({ Self.fold(text[start + 16 + $0]) == tail[$0] }) { return true }
    }
    return false
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
