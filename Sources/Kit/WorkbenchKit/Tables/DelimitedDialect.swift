/// Finds out which separator a text uses.
struct DelimitedDialect {
  /// The first byte of the header.
  let start: Int
  let delimiter: UInt8
  /// A title above the header; nil where there is none.
  private(set) var frame: DelimitedFrame?
  /// How many names the header has.
  let width: Int

  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|")]
  private static let recordsLookedAt = 50
  private static let bytesLookedAt = 1 << 18

  /// Takes the separator that Excel names on its first line (`sep=;`); else the one that most of the first records have as
  /// often as the header does, and of those the most frequent.
  ///
  /// - Parameter given: the separator, where it is known.
  init(_ bytes: [UInt8], from begin: Int, delimiter given: UInt8? = nil) {
    if bytes.count > begin + 5, bytes[begin..<begin + 4].elementsEqual("sep=".utf8),
      [0x0A, 0x0D].contains(bytes[begin + 5])
    {
      start = begin + 5
      delimiter = given ?? bytes[begin + 4]
      width = Self.width(bytes, from: start, delimiter)
      return
    }
    if let frame = DelimitedFrame.find(bytes, from: begin, among: given.map { [$0] } ?? Self.candidates) {
      start = frame.start
      delimiter = frame.delimiter
      self.frame = frame
      width = Self.width(bytes, from: start, delimiter)
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
    delimiter = given ?? Self.candidates[best?.index ?? unused ?? 0]
    width = Self.width(bytes, from: start, delimiter)
  }

  private static func width(_ bytes: [UInt8], from start: Int, _ delimiter: UInt8) -> Int {
    bytes.withUnsafeBufferPointer {
      DelimitedLines($0, from: start, delimiter: delimiter, atMost: 1).lines.first?.cells.count ?? 0
    }
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
}
