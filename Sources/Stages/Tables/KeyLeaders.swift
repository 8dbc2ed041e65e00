import WorkbenchKit

/// Which of many rows have equal keys, on all cores: for each row the first that has its key.
///
/// Rows are dealt out by the highest bits of their hashes, so that those with equal keys come to one part, whose table stays near a core.
struct KeyLeaders {
  /// Of fewer rows, or where keys come back often, one core is as quick.
  static let sharedFrom = 100_000

  private static let bits = 6
  private static let rowsAtOnce = 1 << 16

  private let hashes: [UInt64]

  init(_ hashes: [UInt64]) { self.hashes = hashes }

  /// Whether it is worth it: there are many rows, and of some among them most have a key of their own.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - hash: of a row.
  static func areDue(for count: Int, _ hash: (Int) -> UInt64) -> Bool {
    guard count >= sharedFrom else { return false }
    let sample = stride(from: 0, to: count, by: count / 1_024).map(hash)
    return Set(sample).count * 2 > sample.count
  }

  /// - Parameters:
  ///   - check: asked often; what it throws ends the work.
  ///   - isSame: whether two rows with the same hash have the same key.
  func found(_ check: () throws -> Void, isSame: (Int, Int) -> Bool) throws -> [Int32] {
    let starts = try starts(check)
    let rows = try dealt(starts.of, check)
    var leaders = [Int32](repeating: 0, count: hashes.count)
    try leaders.withUnsafeMutableBufferPointer { leaders in
      _ = try Cores.inPieces(1 << Self.bits, of: 1, asking: { _ in try check() }) { part in
        lead(rows[starts.parts[part.lowerBound]..<starts.parts[part.upperBound]], leaders, isSame)
      }
    }
    return leaders
  }

  private func part(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits)) }

  private func pieces(_ check: () throws -> Void, _ work: (Range<Int>) -> [Int]) throws -> [[Int]] {
    try Cores.inPieces(hashes.count, of: Self.rowsAtOnce, asking: { _ in try check() }, work)
  }

  /// Where the rows of each part begin, and where in it those of each piece of rows.
  private func starts(_ check: () throws -> Void) throws -> (parts: [Int], of: [[Int]]) {
    let counts = try pieces(check) { piece in
      var counts = [Int](repeating: 0, count: 1 << Self.bits)
      for row in piece { counts[part(hashes[row])] += 1 }
      return counts
    }
    var (next, parts, starts) = (0, [Int](), counts)
    for part in 0..<1 << Self.bits {
      parts.append(next)
      for piece in counts.indices {
        starts[piece][part] = next
        next += counts[piece][part]
      }
    }
    return (parts + [next], starts)
  }

  /// The rows of the parts behind each other, within a part in their order.
  private func dealt(_ starts: [[Int]], _ check: () throws -> Void) throws -> [Int32] {
    var rows = [Int32](repeating: 0, count: hashes.count)
    try rows.withUnsafeMutableBufferPointer { rows in
      _ = try pieces(check) { piece in
        var next = starts[piece.lowerBound / Self.rowsAtOnce]
        for row in piece {
          let part = part(hashes[row])
          rows[next[part]] = Int32(truncatingIfNeeded: row)
          next[part] += 1
        }
        return []
      }
    }
    return rows
  }

  private func lead(
    _ rows: ArraySlice<Int32>, _ leaders: UnsafeMutableBufferPointer<Int32>, _ isSame: (Int, Int) -> Bool
  ) {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    // A slot holds half of a hash and a row; nought is free, for rows count from one in it.
    var slots = [UInt64](repeating: 0, count: size)
    slots.withUnsafeMutableBufferPointer { slots in
      for row in rows {
        let hash = hashes[Int(row)]
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        var leader = row
        while slots[slot] != 0 {
          let other = Int(slots[slot] & 0xFFFF_FFFF) - 1
          if slots[slot] >> 32 == hash >> 26 & 0xFFFF_FFFF, hashes[other] == hash, isSame(other, Int(row)) {
            leader = Int32(truncatingIfNeeded: other)
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        if leader == row { slots[slot] = (hash >> 26 & 0xFFFF_FFFF) << 32 | UInt64(row + 1) }
        leaders[Int(row)] = leader
      }
    }
  }
}
