/// What a delimited text falls apart into.
struct DelimitedRecords {
  let header: [DelimitedCell]
  let cells: DelimitedCells
  /// The first of the records with another number of cells than the header.
  let ragged: [(start: Int, cells: Int)]
  let raggedCount: Int
}

/// Cuts bytes into records and cells, on all cores.
///
/// A piece of the bytes begins behind some line end, as if no cell that holds line ends were open there. Where the piece before it ends
/// elsewhere, for there was such a cell, it is cut anew from where it really begins: what comes out is what one core finds that goes from
/// the first byte to the last.
struct DelimitedScanner {
  /// How many ragged records are named; the rest is counted.
  static let raggedNamed = 10
  /// How many bytes make a piece: with its cells it stays near a core.
  static let pieceLength = 1 << 17

  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  let problems: DelimitedProblems
  private let pieceLength: Int

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, problems: DelimitedProblems,
    pieceLength: Int = DelimitedScanner.pieceLength
  ) {
    self.bytes = bytes
    self.pieceLength = pieceLength
    self.delimiter = delimiter
    self.problems = problems
  }

  /// What some records that stand behind each other hold.
  private struct Piece {
    let start: Int
    /// Where the record behind it begins.
    var end: Int
    var cells: [DelimitedCell] = []
    var ragged: [(start: Int, cells: Int)] = []
    var raggedCount = 0
    var failure: (any Error)?
  }

  /// Cuts all that stands behind a byte.
  ///
  /// - Parameter asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: `file.empty`, `file.quote`, `file.columns`, `file.cell`, `file.toolarge`.
  func records(from start: Int, asking: (Double) throws -> Void) throws -> DelimitedRecords {
    guard bytes.count < 1 << 31 else { throw problems.tooLarge() }
    var index = afterLineEnds(start)
    guard index < bytes.count else { throw problems.empty() }
    let header = try withUnsafeTemporaryAllocation(of: DelimitedCell.self, capacity: DelimitedLimits.columns) {
      Array($0[..<(try record(at: &index, into: $0))])
    }
    let pieces = try pieces(from: afterLineEnds(index), width: header.count, asking)
    return DelimitedRecords(
      header: header, cells: DelimitedCells(width: header.count, pieces.map(\.cells)),
      ragged: Array(pieces.lazy.flatMap(\.ragged).prefix(Self.raggedNamed)),
      raggedCount: pieces.reduce(0) { $0 + $1.raggedCount })
  }

  private func pieces(from start: Int, width: Int, _ asking: (Double) throws -> Void) throws -> [Piece] {
    let starts = starts(from: start)
    let target = { (place: Int) in place + 1 < starts.count ? starts[place + 1] : bytes.count }
    let cores = bytes.count < 1 << 18 ? 1 : Cores.count
    var pieces = try Cores.inPieces(starts.count, of: 1, on: cores, atOnce: 64) {
      try asking(Double($0) / Double(starts.count))
    } _: {
      piece(from: starts[$0.lowerBound], to: target($0.lowerBound), width)
    }
    var begin = start
    for place in pieces.indices {
      if begin != pieces[place].start {
        try asking(Double(place) / Double(starts.count))
        pieces[place] = piece(from: begin, to: target(place), width)
      }
      if let failure = pieces[place].failure { throw failure }
      begin = pieces[place].end
    }
    return pieces
  }

  /// Where pieces of about the same length begin: behind the ends of lines.
  private func starts(from start: Int) -> [Int] {
    var starts = start < bytes.count ? [start] : []
    var index = start + pieceLength
    while index < bytes.count {
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      index = afterLineEnds(index)
      if index < bytes.count { starts.append(index) }
      index += pieceLength
    }
    return starts
  }

  private func afterLineEnds(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    return index
  }

  /// The records that begin from one byte on and before another.
  private func piece(from start: Int, to target: Int, _ width: Int) -> Piece {
    var piece = Piece(start: start, end: start)
    guard start < target else { return piece }
    withUnsafeTemporaryAllocation(of: DelimitedCell.self, capacity: DelimitedLimits.columns) { record in
      var index = start
      do {
        while index < target {
          let begin = index
          let count = try self.record(at: &index, into: record)
          // So many records of this length would fit: one reservation instead of many moves.
          if begin == start { piece.cells.reserveCapacity(((target - start) / (index - begin) + 2) * width) }
          keep(UnsafeBufferPointer(rebasing: record[..<count]), from: begin, width, &piece)
          index = afterLineEnds(index)
        }
      } catch { piece.failure = error }
      piece.end = index
    }
    return piece
  }

  /// Reads one record, returns how many cells it has and goes behind its end.
  @inline(__always)
  private func record(at index: inout Int, into record: UnsafeMutableBufferPointer<DelimitedCell>) throws -> Int {
    let start = index
    var count = 0
    while true {
      let begin = index
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        let (cell, after) = try quoted(from: index)
        record[count] = cell
        index = after
      } else {
        index = end(of: begin)
        record[count] = DelimitedCell(begin, index)
      }
      count += 1
      if index - begin > DelimitedLimits.cell { throw problems.cellTooLarge(at: begin, bytes) }
      if index >= bytes.count { return count }
      if bytes[index] == delimiter {
        index += 1
        if count >= DelimitedLimits.columns { throw problems.tooManyColumns(at: start, bytes) }
        continue
      }
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      return count
    }
  }

  /// The separator or line end behind a cell without quotes.
  @inline(__always)
  private func end(of begin: Int) -> Int {
    var index = begin
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = word.marking(delimiter) | word.marking(0x0A) | word.marking(0x0D)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  private func quoted(from open: Int) throws -> (DelimitedCell, after: Int) {
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

  @inline(__always)
  private func keep(
    _ record: UnsafeBufferPointer<DelimitedCell>, from start: Int, _ width: Int, _ piece: inout Piece
  ) {
    if record.count == width {
      piece.cells.append(contentsOf: record)
      return
    }
    let surplus = record.dropFirst(width)
    // A separator at the end of each line but the first is harmless: it only adds empty cells.
    if record.count < width || !surplus.allSatisfy({ Int($0.start) == $0.end }) {
      piece.raggedCount += 1
      if piece.ragged.count < Self.raggedNamed { piece.ragged.append((start, record.count)) }
    }
    piece.cells.append(contentsOf: record.prefix(width))
    for _ in 0..<max(0, width - record.count) { piece.cells.append(DelimitedCell(start, start)) }
  }
}
