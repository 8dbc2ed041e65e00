/// What stands in a journal, as far as it can be trusted.
struct JournalContents {
  enum Ending: Hashable {
    /// Every line is good.
    case whole
    /// The last line was not written to its end, or not all of it reached the disk: it was never acknowledged.
    case torn
    /// A line that is not good stands before good ones, or the serials do not follow each other.
    case damaged(line: Int)
  }

  private(set) var header: JournalHeader?
  private(set) var records: [(serial: Int, operation: [UInt8])] = []
  private(set) var ending = Ending.whole
  /// How many bytes from the beginning are good.
  private(set) var goodLength = 0

  init(_ bytes: [UInt8]) {
    var start = 0
    var line = 0
    var firstBad: Int?
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A)
      let good = take(bytes[start..<(end ?? bytes.count)], complete: end != nil, after: firstBad)
      if good, let firstBad {
        ending = .damaged(line: firstBad)
        return
      }
      if good { goodLength = (end ?? bytes.count) + 1 } else { firstBad = firstBad ?? line }
      start = (end ?? bytes.count) + 1
    }
    if firstBad != nil { ending = .torn }
  }

  /// Takes a line in, or behind a bad one only says whether it is good.
  private mutating func take(_ line: ArraySlice<UInt8>, complete: Bool, after bad: Int?) -> Bool {
    guard complete, let json = JournalLine.read(line) else { return false }
    if bad != nil { return true }
    if header == nil, records.isEmpty {
      header = JournalHeader(json)
      return header != nil
    }
    guard let record = JournalRecord.read(json), record.serial == (records.last?.serial ?? header?.serial ?? 0) + 1
    else {
      return false
    }
    records.append(record)
    return true
  }
}
