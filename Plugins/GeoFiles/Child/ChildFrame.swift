/// A piece of what the child answers: see `Answer` of `Sources/leerkring-geo`.
struct ChildFrame {
  /// What it is.
  enum Kind: UInt8 {
    case layers = 0x6C
    case row = 0x72
    case done = 0x64
    case error = 0x65
  }

  /// Longer than any row that is kept.
  static let longest = 1 << 28

  let kind: Kind
  /// Where in the bytes that came it stands.
  let range: Range<Int>
}

/// The bytes that came of the child and were not looked at yet.
struct ChildFrames {
  private(set) var bytes: [UInt8] = []
  private var start = 0

  /// Takes what came next.
  mutating func append(_ more: UnsafeRawBufferPointer) {
    if start > 0 {
      // What was looked at goes when there is more of it than of the rest.
      if start * 2 > bytes.count {
        bytes.removeSubrange(..<start)
        start = 0
      }
    }
    bytes.append(contentsOf: more)
  }

  /// Returns the next piece where all of it is there.
  ///
  /// - Throws: `ChildEnd.rubbish` for what no such program says.
  mutating func next() throws -> ChildFrame? {
    guard bytes.count > start else { return nil }
    guard let kind = ChildFrame.Kind(rawValue: bytes[start]) else { throw ChildEnd.rubbish }
    guard bytes.count >= start + 5 else { return nil }
    let length = bytes[(start + 1)..<(start + 5)].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= ChildFrame.longest else { throw ChildEnd.rubbish }
    guard bytes.count - start - 5 >= length else { return nil }
    defer { start += 5 + length }
    return ChildFrame(kind: kind, range: (start + 5)..<(start + 5 + length))
  }
}

/// How the child ended where it did not say what it was asked.
enum ChildEnd: Error, Hashable {
  /// It could not be started.
  case absent
  /// By a signal, or without a word.
  case died
  /// It took longer than it may.
  case late
  /// It said what is not known here.
  case rubbish
  /// It said by a word what is wrong.
  case said(String)
}
