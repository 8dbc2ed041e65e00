/// The bytes of a text, in memory or where they are stored.
struct TextSource: Sendable {
  private let held: [UInt8]
  private let stored: (any StoredBytes)?
  private let lineStarts = LineStarts()

  init(_ bytes: [UInt8]) { (held, stored) = (bytes, nil) }

  init(_ stored: any StoredBytes) { (held, self.stored) = ([], stored) }

  /// How many bytes it has.
  var count: Int { stored?.count ?? held.count }
  /// Whether they are read anew each time somebody needs them.
  var isStored: Bool { stored != nil }

  /// Gives some bytes to `body`.
  ///
  /// - Throws: what reading them throws; what `body` throws.
  @inline(__always)
  func with<Outcome>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Outcome
  ) throws -> Outcome {
    guard let stored else {
      return try held.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { buffer in
      try stored.read(from: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
      return try body(UnsafeBufferPointer(buffer))
    }
  }

  /// Returns some bytes.
  ///
  /// - Throws: what reading them throws.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    if stored == nil, range == 0..<held.count { return held }
    return try with(range) { Array($0) }
  }

  /// The lines on which bytes stand, counted from 1; LF, CRLF and CR end a line.
  ///
  /// - Parameter offsets: from the first to the last.
  /// - Returns: a line for each; 1 for those that cannot be read any more.
  func lines(of offsets: [Int]) -> [Int] {
    guard isStored else { return offsets.map { lineStarts.line(of: $0, in: held) } }
    var (lines, counter, done) = ([Int](), LineCounter(), 0)
    for offset in offsets {
      while done < offset {
        let range = done..<min(offset, done + Self.partLength)
        guard (try? with(range) { counter.count($0) }) != nil else { return offsets.map { _ in 1 } }
        done = range.upperBound
      }
      lines.append(counter.line)
    }
    return lines
  }

  /// The line on which a byte stands, counted from 1.
  func line(of offset: Int) -> Int { lines(of: [offset]).first ?? 1 }

  /// How many bytes are looked at together.
  static let partLength = 1 << 20

  /// Returns the first place at which something stands, found on all cores; no part begins within a character.
  ///
  /// - Parameter place: gets a part, and returns where in it the thing stands.
  /// - Throws: what reading the bytes throws.
  func first(_ place: (UnsafeBufferPointer<UInt8>) -> Int?) throws -> Int? {
    let parts = (count + Self.partLength - 1) / Self.partLength
    for first in stride(from: 0, to: parts, by: 256) {
      let found = Cores.map(min(256, parts - first)) { part in
        Result { () throws -> Int? in
          // Of a character at most three bytes lie behind its first.
          let start = (first + part) * Self.partLength
          let end = min(count, start + Self.partLength + 3)
          return try with(start..<end) { bytes in
            var from = 0
            while start > 0, from < min(3, bytes.count), bytes[from] & 0xC0 == 0x80 { from += 1 }
            var to = min(bytes.count, Self.partLength)
            while to < bytes.count, bytes[to] & 0xC0 == 0x80 { to += 1 }
            return from < to ? place(UnsafeBufferPointer(rebasing: bytes[from..<to])).map { start + from + $0 } : nil
          }
        }
      }
      for part in found { if let place = try part.get() { return place } }
    }
    return nil
  }
}

/// Counts lines in bytes that come part by part.
private struct LineCounter {
  private(set) var line = 1
  private var previous: UInt8 = 0

  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte == 0x0A, previous != 0x0D { line += 1 }
      if byte == 0x0D { line += 1 }
      previous = byte
    }
  }
}
