/// Puts numbered things in the order of a key, which is a whole number: digit by digit from the last, so that what is equal stays as it
/// stands and the time grows with the count alone.
struct RadixOrder {
  private var spareKeys: [UInt64] = []
  private var spareItems: [Int32] = []

  /// Sorts a part of two arrays that belong together by their keys, the smallest first.
  ///
  /// - Parameter check: asked before each digit; what it throws ends the work, with the part in some order.
  mutating func sort(
    _ keys: inout [UInt64], _ items: inout [Int32], in range: Range<Int>, _ check: () throws -> Void
  ) rethrows {
    var counts = [Int](repeating: 0, count: 8 * 256)
    for place in range {
      var key = keys[place]
      for digit in stride(from: 0, to: 8 * 256, by: 256) {
        counts[digit + Int(key & 0xFF)] += 1
        key >>= 8
      }
    }
    if spareKeys.count < range.count {
      spareKeys = [UInt64](repeating: 0, count: range.count)
      spareItems = [Int32](repeating: 0, count: range.count)
    }
    for digit in 0..<8 {
      let row = digit * 256
      // Where all have the same digit there is nothing to do.
      if counts[row..<row + 256].contains(range.count) { continue }
      try check()
      var next = 0
      for value in row..<row + 256 { (counts[value], next) = (next, next + counts[value]) }
      let shift = UInt64(digit * 8)
      for place in range {
        let slot = row + Int(keys[place] >> shift & 0xFF)
        let target = counts[slot]
        counts[slot] = target + 1
        spareKeys[target] = keys[place]
        spareItems[target] = items[place]
      }
      keys.replaceSubrange(range, with: spareKeys[..<range.count])
      items.replaceSubrange(range, with: spareItems[..<range.count])
    }
  }
}
