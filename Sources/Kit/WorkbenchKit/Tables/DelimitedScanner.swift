/// Cuts bytes into records and cells in one pass.
struct DelimitedScanner {
  /// How many ragged records are named; the rest is counted.
  static let raggedNamed = 10

  let delimiter: UInt8
  let problems: DelimitedProblems
  private(set) var header: [DelimitedCell] = []
  private(set) var cells: [DelimitedCell] = []
  private(set) var rowCount = 0
  private(set) var ragged: [(start: Int, cells: Int)] = []
  private(set) var raggedCount = 0

  init(delimiter: UInt8, problems: DelimitedProblems) {
    self.delimiter = delimiter
    self.problems = problems
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws {
    guard bytes.count < 1 << 31 else { throw problems.tooLarge() }
    var index = start
    var record: [DelimitedCell] = []
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += 1
        continue
      }
      let begin = index
      record.removeAll(keepingCapacity: true)
      index = try self.record(bytes, from: index, into: &record)
      if header.isEmpty {
        header = record
        // So many records of this length would fit: one reservation instead of many moves.
        cells.reserveCapacity(min((bytes.count - index) / (index - begin) + 1, 1 << 20) * record.count)
      } else {
        keep(record, from: begin)
      }
    }
    if header.isEmpty { throw problems.empty() }
  }

  /// Reads one record and returns where the next begins.
  private func record(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into record: inout [DelimitedCell]
  ) throws -> Int {
    let count = bytes.count
    var index = start
    while true {
      let begin = index
      if index < count, bytes[index] == UInt8(ascii: "\"") {
        let (cell, after) = try quoted(bytes, from: index)
        record.append(cell)
        index = after
      } else {
        while index < count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        record.append(DelimitedCell(begin, index))
      }
      if index - begin > DelimitedLimits.cell { throw problems.cellTooLarge(at: begin, bytes) }
      if index >= count { return index }
      if bytes[index] == delimiter {
        index += 1
        if record.count >= DelimitedLimits.columns { throw problems.tooManyColumns(at: start, bytes) }
        continue
      }
      let isPair = bytes[index] == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A
      return index + (isPair ? 2 : 1)
    }
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from open: Int) throws -> (DelimitedCell, after: Int) {
    let quote = UInt8(ascii: "\"")
    var index = open + 1
    var doubled = false
    while true {
      while index < bytes.count, bytes[index] != quote { index += 1 }
      if index >= bytes.count { throw problems.unclosedQuote(at: open, bytes) }
      guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
      doubled = true
      index += 2
    }
    let cell = DelimitedCell(open + 1, index, doubledQuotes: doubled)
    index += 1
    while index < bytes.count, bytes[index] == 0x20, delimiter != 0x20 { index += 1 }
    guard index >= bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A || bytes[index] == 0x0D else {
      throw problems.textAfterQuote(at: index, bytes)
    }
    return (cell, index)
  }

  private mutating func keep(_ record: [DelimitedCell], from start: Int) {
    rowCount += 1
    if record.count == header.count {
      cells.append(contentsOf: record)
      return
    }
    let surplus = record.dropFirst(header.count)
    // A separator at the end of each line but the first is harmless: it only adds empty cells.
    if record.count < header.count || !surplus.allSatisfy({ Int($0.start) == $0.end }) {
      raggedCount += 1
      if ragged.count < Self.raggedNamed { ragged.append((start, record.count)) }
    }
    cells.append(contentsOf: record.prefix(header.count))
    for _ in 0..<max(0, header.count - record.count) { cells.append(DelimitedCell(start, start)) }
  }
}
