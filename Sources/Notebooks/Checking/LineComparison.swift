/// Compares one line of an output with what is expected of it, as `OutputComparison` says.
enum LineComparison {
  /// Whether one line of an output suits what is expected of it.
  static func matches(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    guard expected.contains("[..]") else { return sameButForNumbers(expected[...], actual[...]) }
    var pieces: [Substring] = []
    var rest = expected[...]
    while let hole = rest.firstRange(of: "[..]") {
      pieces.append(rest[..<hole.lowerBound])
      rest = rest[hole.upperBound...]
    }
    pieces.append(rest)
    guard let first = pieces.first, let last = pieces.last, actual.hasPrefix(first) else { return false }
    var left = actual[...].dropFirst(first.count)
    for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
      guard let found = left.firstRange(of: piece) else { return false }
      left = left[found.upperBound...]
    }
    return left.count >= last.count && left.hasSuffix(last)
  }

  // MARK: Numbers

  private static func sameButForNumbers(_ expected: Substring, _ actual: Substring) -> Bool {
    let (left, right) = (Array(expected.utf8), Array(actual.utf8))
    var (here, there) = (0, 0)
    while here < left.count, there < right.count {
      let (gap, otherGap) = (blanks(left, at: here), blanks(right, at: there))
      if gap > 1, otherGap > 1 {
        (here, there) = (here + gap, there + otherGap)
        continue
      }
      let (one, other) = (number(left, at: here), number(right, at: there))
      switch (one, other) {
      case (nil, nil):
        guard left[here] == right[there] else { return false }
        here += 1
        there += 1
      case (let one?, let other?):
        guard left[one] == right[other] || isClose(left[one], right[other]) else { return false }
        (here, there) = (one.upperBound, other.upperBound)
      default: return false
      }
    }
    return here == left.count && there == right.count
  }

  /// How many blanks stand here. How wide a gap is between two columns is a matter of layout, and no difference.
  private static func blanks(_ bytes: [UInt8], at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return end - start
  }

  /// The extent of a number that begins here: digits, a point with digits, an exponent.
  private static func number(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    func digits(_ from: Int) -> Int {
      var index = from
      while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
      return index
    }
    var end = digits(start)
    guard end > start else { return nil }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1] &- 48 < 10 { end = digits(end + 1) }
    if end < bytes.count, bytes[end] | 32 == UInt8(ascii: "e") {
      let hasSign = end + 1 < bytes.count && (bytes[end + 1] == 43 || bytes[end + 1] == 45)
      let after = end + (hasSign ? 2 : 1)
      if digits(after) > after { end = digits(after) }
    }
    return start..<end
  }

  private static func isClose(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let one = Double(String(decoding: left, as: UTF8.self)),
      let other = Double(String(decoding: right, as: UTF8.self)), one.isFinite, other.isFinite
    else { return false }
    if one == other { return true }
    // Half a unit in the twelfth digit of the larger: its first stands at 10^exponent.
    var unit = 1e-11
    var scaled = max(one.magnitude, other.magnitude)
    while scaled >= 10 { (scaled, unit) = (scaled / 10, unit * 10) }
    while scaled < 1 { (scaled, unit) = (scaled * 10, unit / 10) }
    return (one - other).magnitude <= unit / 2
  }
}
