@_spi(Host) import WorkbenchKit

/// The places of different texts in the order of `TextOrder`.
enum TextRanks {
  /// Returns of each text its place, from 0.
  ///
  /// - Parameters:
  ///   - texts: no two are equal; one that is missing counts as empty.
  ///   - check: asked often; what it throws ends the work.
  static func ranks(_ texts: Texts, _ check: () throws -> Void) throws -> [Int] {
    let order = try FoldedTexts(texts, check).order(check)
    var ranks = [Int](repeating: 0, count: texts.count)
    for (rank, text) in order.enumerated() { ranks[Int(text)] = rank }
    return ranks
  }
}

/// Texts in small letters and composed, as bytes one behind the other, to be ordered eight bytes at a time.
private struct FoldedTexts {
  private let texts: Texts
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ texts: Texts, _ check: () throws -> Void) throws {
    self.texts = texts
    let pieces = try texts.withBytes { bytes in
      try Cores.inPieces(bytes.count, of: Self.textsInPiece, asking: { _ throws in try check() }) { rows in
        Self.folded(bytes, rows)
      }
    }
    bytes = Cores.joined(pieces.map(\.bytes))
    var starts: [Int] = []
    starts.reserveCapacity(texts.count + 1)
    var start = 0
    for piece in pieces {
      for end in piece.ends { starts.append(start + end) }
      start += piece.bytes.count
    }
    self.starts = [0] + starts
  }

  private static let textsInPiece = 16_384

  /// Some texts in small letters, and where each ends.
  private static func folded(_ texts: TextBytesOfRows, _ rows: Range<Int>) -> (bytes: [UInt8], ends: [Int]) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    bytes.reserveCapacity(rows.count * 16)
    ends.reserveCapacity(rows.count)
    for row in rows {
      let start = bytes.count
      var seen: UInt8 = 0
      if let text = texts[row] {
        for byte in text {
          seen |= byte
          bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        }
        if seen >= 0x80 {
          bytes.removeLast(bytes.count - start)
          bytes.append(contentsOf: TextOrder(String(decoding: text, as: UTF8.self)).folded.utf8)
        }
      }
      ends.append(bytes.count)
    }
    return (bytes, ends)
  }

  /// The numbers of the texts in their order.
  func order(_ check: () throws -> Void) throws -> [Int32] {
    var items = (0..<Int32(texts.count)).map(\.self)
    var keys = [UInt64](repeating: 0, count: items.count)
    var radix = RadixOrder()
    // Parts that are equal up to some byte and are to be ordered by what comes behind it.
    var pending = [(range: items.indices, depth: 0)]
    while let (range, depth) = pending.popLast() {
      try check()
      if range.count < 48 {
        items[range].sort { precedes(Int($0), Int($1), from: depth) }
        continue
      }
      for place in range { keys[place] = word(Int(items[place]), at: depth) }
      try radix.sort(&keys, &items, in: range, check)
      var start = range.lowerBound
      for place in range where place + 1 == range.upperBound || keys[place + 1] != keys[place] {
        let same = start..<place + 1
        start = place + 1
        if same.count == 1 { continue }
        if items[same].allSatisfy({ length(Int($0)) <= depth + 8 }) {
          // They differ in capitals alone, or in a sign of no width at their end.
          items[same].sort { precedes(Int($0), Int($1), from: depth) }
        } else {
          pending.append((same, depth + 8))
        }
      }
    }
    return items
  }

  private func length(_ text: Int) -> Int { starts[text + 1] - starts[text] }

  /// Eight bytes of a text, the first the heaviest; noughts behind its end.
  private func word(_ text: Int, at depth: Int) -> UInt64 {
    let (start, end) = (starts[text] + depth, starts[text + 1])
    if start + 8 <= end {
      return bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }
    var word: UInt64 = 0
    for place in start..<start + 8 { word = word << 8 | (place < end ? UInt64(bytes[place]) : 0) }
    return word
  }

  private func precedes(_ one: Int, _ other: Int, from depth: Int) -> Bool {
    let left = bytes[min(starts[one] + depth, starts[one + 1])..<starts[one + 1]]
    let right = bytes[min(starts[other] + depth, starts[other + 1])..<starts[other + 1]]
    for (byte, compared) in zip(left, right) where byte != compared { return byte < compared }
    return left.count == right.count
      ? TextOrder(texts[one] ?? "") < TextOrder(texts[other] ?? "") : left.count < right.count
  }
}
