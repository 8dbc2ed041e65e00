/// Finds out which separator a text uses.
struct DelimitedDialect {
  /// The first byte of the header.
  let start: Int
  let delimiter: UInt8

  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|")]
  private static let recordsLookedAt = 50
  private static let bytesLookedAt = 1 << 18

  /// Takes the separator that Excel names on its first line (`sep=;`); else the one that most of the first records have as
  /// often as the header does, and of those the most frequent.
  init(_ bytes: [UInt8], from begin: Int) {
    if bytes.count > begin + 5, bytes[begin..<begin + 4].elementsEqual("sep=".utf8),
      [0x0A, 0x0D].contains(bytes[begin + 5])
    {
      start = begin + 5
      delimiter = bytes[begin + 4]
      return
    }
    start = begin
    let records = Self.counts(bytes, from: begin)
    var best: (index: Int, agreeing: Int, count: Int)?
    for index in Self.candidates.indices {
      guard let count = records.first?[index], count > 0 else { continue }
      let agreeing = records.count { $0[index] == count }
      if best.map({ (agreeing, count) > ($0.agreeing, $0.count) }) ?? true { best = (index, agreeing, count) }
    }
    // One column: whatever does not occur parts nothing.
    let unused = Self.candidates.indices.first { index in records.allSatisfy { $0[index] == 0 } }
    delimiter = Self.candidates[best?.index ?? unused ?? 0]
  }

  /// How often each candidate stands outside quotes, record by record.
  private static func counts(_ bytes: [UInt8], from begin: Int) -> [[Int]] {
    var records: [[Int]] = []
    var current = [0, 0, 0, 0]
    var isQuoted = false
    var isBlank = true
    for byte in bytes[begin..<min(bytes.count, begin + bytesLookedAt)] {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        isBlank = false
      } else if !isQuoted, byte == 0x0A || byte == 0x0D {
        if !isBlank { records.append(current) }
        if records.count == recordsLookedAt { return records }
        current = [0, 0, 0, 0]
        isBlank = true
      } else {
        isBlank = false
        if !isQuoted, let index = candidates.firstIndex(of: byte) { current[index] += 1 }
      }
    }
    if !isBlank { records.append(current) }
    return records
  }

  /// Whether a first record can be the names of columns: not all empty, and no numbers among them but, beside a name of
  /// another kind, years or a count 0, 1, 2 or 1, 2, 3.
  static func isHeader(_ names: [String]) -> Bool {
    if names.allSatisfy(\.isEmpty) { return false }
    let numbers = names.filter { NumberText.parse($0) != nil || NumberText.parse($0, point: 44) != nil }
    if numbers.isEmpty { return true }
    if numbers.count == names.count { return false }
    if numbers.allSatisfy({ $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }) { return true }
    let counts = numbers.compactMap(Int.init)
    guard counts.count > 1, counts.count == numbers.count, counts[0] == 0 || counts[0] == 1 else { return false }
    return zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }
}
