/// Keys by number, from 0 in the order in which they first come by: an open table of slots, beside which the keys stand elsewhere.
struct NumberedKeys {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var mask: Int

  /// How many keys there are.
  var count: Int { hashes.count }

  init() {
    slots = [Int32](repeating: -1, count: 256)
    mask = 255
  }

  /// Returns the number of a key, which is `count` before the call for one that is new.
  ///
  /// - Parameters:
  ///   - hash: equal keys have equal ones.
  ///   - isSame: whether it is the key of a number with the same hash.
  @inline(__always)
  mutating func number(_ hash: UInt64, isSame: (Int) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSame(number) { return number }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
