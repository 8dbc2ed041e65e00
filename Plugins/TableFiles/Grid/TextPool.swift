import WorkbenchKit

/// The texts of a workbook, each kept once as bytes; cells point to them by number.
final class TextPool {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// Numbers of texts plus one, by hash; 0 is free.
  private var slots: [UInt32] = []
  private var interned = 0
  private let problem: SourceProblem
  private let limits: SourceLimits

  init(_ limits: SourceLimits, _ problem: SourceProblem) {
    self.limits = limits
    self.problem = problem
  }

  /// How many texts there are.
  var count: Int { ends.count - 1 }

  /// Adds a text, though it may be there already: its number is its place in a list of the file.
  ///
  /// - Throws: `source.large`.
  @discardableResult
  func append(_ text: UnsafeBufferPointer<UInt8>) throws -> Int {
    guard let end = UInt32(exactly: bytes.count + text.count), count < Int(UInt32.max) - 1 else {
      throw problem.tooLarge(limits)
    }
    bytes.append(contentsOf: text)
    ends.append(end)
    return count - 1
  }

  /// Returns the number of a text, and adds it where it is not there.
  ///
  /// - Throws: `source.large`.
  func intern(_ text: UnsafeBufferPointer<UInt8>) throws -> Int {
    if (interned + 1) * 2 > slots.count { grow() }
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      if withBytes(found, { $0.elementsEqual(text) }) { return found }
      slot = (slot + 1) & (slots.count - 1)
    }
    let new = try append(text)
    slots[slot] = UInt32(truncatingIfNeeded: new + 1)
    interned += 1
    return new
  }

  /// Passes on the bytes of a text, empty where there is none of that number.
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard number >= 0, number < count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return bytes.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[Int(ends[number])..<Int(ends[number + 1])]))
    }
  }

  /// Returns a text without padding.
  func string(_ number: Int) -> String {
    withBytes(number) { String(decoding: CellText.trimmed($0), as: UTF8.self) }
  }

  // A seeded hash: nobody can make a file whose texts all meet in one slot.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }

  private func grow() {
    let old = slots
    slots = [UInt32](repeating: 0, count: max(1024, old.count * 2))
    for number in old where number != 0 {
      var slot = withBytes(Int(number) - 1) { Self.hash($0) } & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }
}
