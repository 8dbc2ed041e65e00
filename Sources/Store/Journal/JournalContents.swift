/// What stands in a journal, as far as it can be trusted.
struct JournalContents {
  enum Ending: Hashable {
    /// Every line is good.
    case whole
    /// The last line was not written to its end, or not all of it reached the disk.
    case torn
    /// A line that was written to its end is not what was written, or does not follow the one before it.
    case damaged(line: Int)
  }

  /// A record, and the mark of the state to which it brings the workspace.
  struct Record {
    let serial: Int
    let operation: [UInt8]
    let state: String
  }

  private(set) var header: JournalHeader?
  private(set) var records: [Record] = []
  private(set) var ending = Ending.whole
  /// How many bytes from the beginning are good.
  private(set) var goodLength = 0
  /// The digits of the last good line, to which the next one is chained; nil where the lines are no chain.
  private(set) var link: String?

  init(_ bytes: [UInt8]) {
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A)
      let text = bytes[start..<(end ?? bytes.count)]
      let next = (end ?? bytes.count) + 1
      guard end != nil, take(text) else {
        // A write that the power cut short leaves no line break, or zeros where bytes did not arrive; JSON has none.
        let isCutShort = end == nil || next >= bytes.count && text.contains(0)
        ending = isCutShort ? .torn : .damaged(line: line)
        return
      }
      goodLength = next
      start = next
    }
  }

  /// The mark of the state in which a workspace is after so many operations; nil where the journal does not reach it.
  func state(at serial: Int) -> String? {
    guard let header, let state = header.state else { return nil }
    return serial == header.serial ? state : records.first { $0.serial == serial }?.state
  }

  /// Takes a line in, if it is good.
  private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    guard let (json, sum) = JournalLine.read(line, after: link ?? "") else { return false }
    guard let header else {
      self.header = JournalHeader(json)
      if self.header?.state != nil { link = sum }
      return self.header != nil
    }
    guard let (serial, operation) = JournalRecord.read(json), serial == (records.last?.serial ?? header.serial) + 1
    else { return false }
    records.append(Record(serial: serial, operation: operation, state: sum))
    if link != nil { link = sum }
    return true
  }
}
