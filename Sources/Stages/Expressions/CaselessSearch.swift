/// Finds a piece of text wherever it stands, in capitals or not; bytes where both are ASCII, which is most often so.
struct CaselessSearch {
  private let needle: [UInt8]
  private let isPlain: Bool

  init(_ needle: String) {
    let lowered = needle.lowercased()
    self.needle = Array(lowered.utf8)
    isPlain = self.needle.allSatisfy { $0 < 0x80 }
  }

  func isFound(in text: String) -> Bool {
    if needle.isEmpty { return true }
    var copy = text
    let quick = copy.withUTF8 { utf8 -> Bool? in
      guard isPlain, utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      return Self.occurs(needle, in: utf8)
    }
    if let quick { return quick }
    var lowered = text.lowercased()
    return lowered.withUTF8 { Self.occurs(needle, in: $0) }
  }

  private static func occurs(_ needle: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= needle.count else { return false }
    for start in 0...(text.count - needle.count) {
      var index = 0
      while index < needle.count, fold(text[start + index]) == needle[index] { index += 1 }
      if index == needle.count { return true }
    }
    return false
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
