/// Some bytes of a delimited text, of which records are read.
struct DelimitedBytes {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  /// Of the first byte, in the whole text.
  let offset: Int
  /// Whether nothing stands behind them.
  let isWhole: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, offset: Int, isWhole: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.offset = offset
    self.isWhole = isWhole
  }

  var count: Int { bytes.count }

  /// The same without the first.
  func dropping(_ first: Int) -> DelimitedBytes {
    DelimitedBytes(
      UnsafeBufferPointer(rebasing: bytes[first...]), delimiter: delimiter, offset: offset + first, isWhole: isWhole)
  }

  /// The first byte from `start` on that ends no line.
  @inline(__always)
  func afterLineEnds(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    return index
  }

  /// The first byte behind the line in which a byte stands, and behind its line ends.
  func afterLine(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return afterLineEnds(index)
  }

  /// Reads the records that begin before a byte.
  ///
  /// - Parameters:
  ///   - target: where a line begins, or the end.
  ///   - width: how many columns there are; nil leaves each record the cells it has.
  ///   - cells: gets as many for each record as there are columns.
  ///   - piece: is told where they end and how they differ.
  /// - Returns: whether the last of them ends in these bytes.
  /// - Throws: `DelimitedFailure`.
  @discardableResult
  func records<Seen>(
    before target: Int, width: Int?, _ cells: inout CellBuffer, _ piece: inout DelimitedPiece<Seen>
  ) throws -> Bool {
    guard target > 0 else { return true }
    var record = Record(start: 0, first: 0)
    var end = try records(before: target, width: width, &record, &cells, &piece)
    if end == nil {
      guard isWhole else { return false }
      // The last line needs no end.
      if record.start < count {
        if !record.isClosed { cells.append(DelimitedCell(record.cell, count)) }
        try close(record, width, &cells, &piece)
      }
      end = count
    }
    piece.rowCount = width.map { cells.count / max(1, $0) } ?? 1
    piece.end = offset + (end ?? count)
    return piece.end - offset < count || isWhole
  }

  /// A record that is being read.
  private struct Record {
    /// Its first byte.
    var start: Int
    /// How many cells there were before it.
    var first: Int
    /// The first byte of the cell at hand.
    var cell: Int
    /// Whether its last cell is behind, so that nothing but its end can come.
    var isClosed = false

    init(start: Int, first: Int) { (self.start, self.first, cell) = (start, first, start) }
  }

  /// - Parameter record: the one at hand, when it ends.
  /// - Returns: the byte behind the records and their line ends; nil where the bytes end before.
  private func records<Seen>(
    before target: Int, width: Int?, _ record: inout Record, _ cells: inout CellBuffer,
    _ piece: inout DelimitedPiece<Seen>
  ) throws -> Int? {
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.signsLookedAt + 8) { signs in
      var (index, next) = (0, 0)
      var open = record
      defer { record = open }
      while index < count {
        let stop = min(count, index &+ Self.signsLookedAt)
        let found = find(signs, index..<stop)
        cells.reserve(found + 1)
        // Only the cell that was open before can be as large as that.
        if (found > 0 ? Int(signs[0]) : stop) - open.cell > DelimitedLimits.cell { throw failure(.cell, open.cell) }
        for place in 0..<found {
          var at = Int(signs[place])
          // What stands in quotes is behind already.
          if at < next { continue }
          var byte = bytes[at]
          if byte == Self.quote {
            // Within a cell it is a sign like any other.
            if at != open.cell { continue }
            guard let (cell, after) = try quoted(from: at) else { return nil }
            if after - at > DelimitedLimits.cell { throw failure(.cell, at) }
            cells.put(cell)
            if after >= count {
              open.isClosed = true
              return nil
            }
            (at, next, byte) = (after, after &+ 1, bytes[after])
          } else if byte == delimiter || open.start != at {
            cells.put(DelimitedCell(open.cell, at))
          }
          open.cell = at &+ 1
          if byte == delimiter { continue }
          if open.start != at { try close(open, width, &cells, &piece) }
          open.start = at &+ 1
          open.first = cells.count
          if open.start >= target { return afterLineEnds(open.start) }
        }
        if cells.count - open.first > DelimitedLimits.columns { throw failure(.columns, open.start) }
        index = max(stop, next)
      }
      return nil
    }
  }

  private static let quote = UInt8(ascii: "\"")
  /// How many bytes are searched for signs before something is done with these.
  private static let signsLookedAt = 2_048

  /// Finds the signs that part cells and records, and quotes.
  ///
  /// Where they stand is written down without asking how many there are, which no processor could guess.
  ///
  /// - Parameters:
  ///   - places: get their places; there is room for eight more than there are bytes.
  ///   - range: in which bytes.
  /// - Returns: how many there are.
  @inline(__always)
  private func find(_ places: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>) -> Int {
    guard var place = places.baseAddress else { return 0 }
    let start = place
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    while index < range.upperBound {
      var word: UInt64 = 0
      if index &+ 8 <= range.upperBound {
        word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      } else {
        // What is behind the last is no sign: no text holds a nought.
        for place in index..<range.upperBound { word |= UInt64(bytes[place]) << (8 * UInt64(place - index)) }
      }
      var marks =
        word.markingAll(delimiter) | word.markingAll(0x0A) | word.markingAll(0x0D) | word.markingAll(Self.quote)
      let number = marks.marked
      // Beyond the last a place is written that the next ones write over.
      for ahead in 0..<3 {
        place[ahead] = UInt32(truncatingIfNeeded: index &+ marks.trailingZeroBitCount >> 3)
        marks &= marks &- 1
      }
      for ahead in 3..<max(3, number) {
        place[ahead] = UInt32(truncatingIfNeeded: index &+ marks.trailingZeroBitCount >> 3)
        marks &= marks &- 1
      }
      place += number
      index &+= 8
    }
    return place - start
  }

  /// Gives a record as many cells as there are columns.
  ///
  /// - Throws: `DelimitedFailure` where it has more than any table.
  @inline(__always)
  private func close<Seen>(
    _ record: Record, _ width: Int?, _ cells: inout CellBuffer, _ piece: inout DelimitedPiece<Seen>
  ) throws {
    let found = cells.count &- record.first
    if found == width { return }
    if found > DelimitedLimits.columns { throw failure(.columns, record.start) }
    guard let width else { return }
    // A separator at the end of each line but the first is harmless: it only adds empty cells.
    if found < width || !cells.cells[(record.first + width)...].allSatisfy({ Int($0.start) == $0.end }) {
      piece.raggedCount += 1
      if piece.ragged.count < DelimitedPiece<Seen>.raggedNamed { piece.ragged.append((offset + record.start, found)) }
    }
    cells.drop(max(0, found - width))
    for _ in 0..<max(0, width - found) { cells.append(DelimitedCell(record.start, record.start)) }
    cells.reserve(Self.signsLookedAt + 1)
  }

  private func failure(_ kind: DelimitedFailure.Kind, _ index: Int) -> DelimitedFailure {
    DelimitedFailure(kind: kind, offset: offset + index)
  }

  private func quoted(from open: Int) throws -> (DelimitedCell, after: Int)? {
    var index = open + 1
    var doubled = false
    while true {
      while index < bytes.count, bytes[index] != Self.quote { index += 1 }
      if index >= bytes.count {
        // Where one is as large as that, it does not matter whether it ends somewhere.
        if !isWhole, index - open <= DelimitedLimits.cell { return nil }
        throw failure(isWhole ? .openQuote : .cell, open)
      }
      if index + 1 >= bytes.count, !isWhole { return nil }
      guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
      doubled = true
      index += 2
    }
    let cell = DelimitedCell(open + 1, index, doubledQuotes: doubled)
    index += 1
    while index < bytes.count, bytes[index] == 0x20, delimiter != 0x20 { index += 1 }
    if index >= bytes.count, !isWhole { return nil }
    guard index >= bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A || bytes[index] == 0x0D else {
      throw failure(.behindQuote, index)
    }
    return (cell, index)
  }
}

/// Cells that are found one after the other.
struct CellBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<DelimitedCell>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: how many there will probably be.
  init(_ capacity: Int) {
    self.capacity = max(16, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  var cells: UnsafeBufferPointer<DelimitedCell> { UnsafeBufferPointer(start: start, count: count) }

  @inline(__always)
  mutating func append(_ cell: DelimitedCell) {
    if count == capacity { grow() }
    (start + count).initialize(to: cell)
    count += 1
  }

  /// Makes room for some more.
  mutating func reserve(_ number: Int) { while capacity - count < number { grow() } }

  /// Puts one where there is room.
  @inline(__always)
  mutating func put(_ cell: DelimitedCell) {
    (start + count).initialize(to: cell)
    count &+= 1
  }

  /// Takes the last ones away.
  mutating func drop(_ number: Int) { count -= number }

  private mutating func grow() {
    let more = UnsafeMutablePointer<DelimitedCell>.allocate(capacity: capacity * 2)
    more.moveInitialize(from: start, count: count)
    start.deallocate()
    (start, capacity) = (more, capacity * 2)
  }
}

/// What some records that stand behind each other hold.
struct DelimitedPiece<Seen> {
  /// How many ragged records are named; the rest is counted.
  static var raggedNamed: Int { 10 }

  let start: Int
  /// Where the record behind it begins.
  var end: Int
  var rowCount = 0
  /// Empty where nobody comes back for them.
  var cells: [DelimitedCell] = []
  var ragged: [(start: Int, cells: Int)] = []
  var raggedCount = 0
  var seen: Seen
  var failure: DelimitedFailure?

  init(start: Int, seen: Seen) {
    (self.start, end) = (start, start)
    self.seen = seen
  }
}
