/// The cells of a delimited text below its header, row by row, in the pieces in which they were found.
///
/// They are kept where somebody comes back for them; else a piece is cut anew for who needs its cells, which takes less than to hold
/// them all.
struct DelimitedCells: Sendable {
  /// Rows that stand behind each other.
  struct Piece: Sendable {
    /// The bytes of its records; the places of its cells are counted from the first.
    let range: Range<Int>
    /// Counted from 0.
    let firstRow: Int
    let rowCount: Int
    /// As many to each row as there are columns; nil where they were not kept.
    var cells: [DelimitedCell]?

    /// The rows, counted through all pieces.
    var rows: Range<Int> { firstRow..<firstRow + rowCount }
  }

  private(set) var source: TextSource
  private let delimiter: UInt8
  /// How many columns there are.
  private(set) var width: Int
  private(set) var pieces: [Piece] = []

  init(_ source: TextSource, delimiter: UInt8, width: Int) {
    self.source = source
    self.delimiter = delimiter
    self.width = width
  }

  /// How many rows there are.
  var rowCount: Int { pieces.last.map(\.rows.upperBound) ?? 0 }

  /// Of fewer cells the start of a thread is not worth it.
  static let sharedFrom = 50_000

  /// How many cores work at them.
  var cores: Int { rowCount * width < Self.sharedFrom ? 1 : Cores.count }

  mutating func append(_ piece: Piece) { pieces.append(piece) }

  /// Gives the rows of a piece to `body`.
  ///
  /// - Throws: what reading its bytes throws; what `body` throws.
  func with<Outcome>(_ piece: Piece, _ body: (DelimitedRows) throws -> Outcome) throws -> Outcome {
    guard let cells = piece.cells else { return try cutAgain(piece, body) }
    // What another name was put for stands behind all that is in memory.
    let stop = source.isStored ? piece.range.upperBound : source.count
    return try cells.withUnsafeBufferPointer { cells in
      try source.with(piece.range.lowerBound..<stop) { bytes in
        try body(DelimitedRows(firstRow: piece.firstRow, width: width, cells: cells, bytes: bytes))
      }
    }
  }

  /// Cuts a piece once more.
  private func cutAgain<Outcome>(_ piece: Piece, _ body: (DelimitedRows) throws -> Outcome) throws -> Outcome {
    try source.with(piece.range) { bytes in
      let text = DelimitedBytes(bytes, delimiter: delimiter, offset: piece.range.lowerBound, isWhole: true)
      var cells = CellBuffer(piece.rowCount * width)
      var records = DelimitedPiece(start: piece.range.lowerBound, seen: ())
      try text.records(before: bytes.count, width: width, &cells, &records)
      return try body(DelimitedRows(firstRow: piece.firstRow, width: width, cells: cells.cells, bytes: bytes))
    }
  }

  /// Gives a cell to `body`, its row and column counted from 0, with the bytes in which it lies.
  ///
  /// - Throws: what reading its bytes throws.
  func with<Outcome>(
    row: Int, column: Int, _ body: (DelimitedCell, UnsafeBufferPointer<UInt8>) -> Outcome
  ) throws -> Outcome {
    let piece = pieces[self.piece(of: row)]
    return try with(piece) { body($0[row - piece.firstRow, column], $0.bytes) }
  }

  /// The byte at which a row begins.
  ///
  /// - Throws: what reading its bytes throws.
  func start(ofRow row: Int) throws -> Int {
    let piece = pieces[self.piece(of: row)]
    // Pseudonyms stand behind the text of the file, so the first cell in the bytes is the first that is the file's own.
    return try with(piece) { rows in
      piece.range.lowerBound + ((0..<width).map { Int(rows[row - piece.firstRow, $0].start) }.min() ?? 0)
    }
  }

  private func piece(of row: Int) -> Int {
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].firstRow <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Returns what each piece gives, in their order; a core takes the next that nobody has.
  ///
  /// - Parameter asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: what `asking` throws; what reading the bytes throws.
  func map<Outcome>(asking: (Double) throws -> Void = { _ in }, _ work: (DelimitedRows) -> Outcome) throws -> [Outcome]
  {
    try Cores.inPieces(pieces.count, of: 1, on: cores, atOnce: 64) {
      try asking(Double($0) / Double(max(1, pieces.count)))
    } _: { place in
      Result { try with(pieces[place.lowerBound], work) }
    }.map { try $0.get() }
  }

  /// These cells, kept, with all bytes of the text.
  ///
  /// - Throws: what reading the bytes throws.
  func kept() throws -> DelimitedCells { try kept(pieces.indices, of: 0..<source.count) }

  /// The cells of some pieces, kept, with no other bytes than theirs; rows are counted from their first.
  ///
  /// - Throws: what reading the bytes throws.
  func kept(_ places: Range<Int>) throws -> DelimitedCells {
    let ranges = pieces[places].map(\.range)
    return try kept(places, of: (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0))
  }

  private func kept(_ places: Range<Int>, of range: Range<Int>) throws -> DelimitedCells {
    let firstRow = places.first.map { pieces[$0].firstRow } ?? 0
    let isKept = pieces[places].allSatisfy { $0.cells != nil }
    // What is kept may have cells in bytes that stand elsewhere.
    let start = isKept ? 0 : range.lowerBound
    var held = self
    if !isKept { held.source = TextSource(try source.bytes(range)) }
    held.pieces = pieces[places].map { piece in
      Piece(
        range: piece.range.lowerBound - start..<piece.range.upperBound - start, firstRow: piece.firstRow - firstRow,
        rowCount: piece.rowCount, cells: piece.cells)
    }
    if isKept { return held }
    for (place, cells) in try held.map({ Array($0.cells) }).enumerated() {
      held.pieces[place].cells = cells
    }
    return held
  }

  /// All bytes of the text.
  ///
  /// - Throws: what reading them throws.
  func bytes() throws -> [UInt8] { try source.bytes(0..<source.count) }

  /// Changes cells that are kept where `change` has another for one.
  ///
  /// - Parameters:
  ///   - columns: in which it is looked.
  ///   - change: gets the text of a cell and returns where another one will stand in the bytes; nil where it stays.
  /// - Throws: what `change` throws; what reading the bytes throws.
  mutating func replace(in columns: Set<Int>, _ change: (String) throws -> Range<Int>?) throws {
    for place in pieces.indices {
      let start = pieces[place].range.lowerBound
      var cells = pieces[place].cells ?? []
      try source.with(start..<source.count) { bytes in
        for index in cells.indices where columns.contains(index % width) {
          guard let range = try change(cells[index].text(in: bytes, trimmed: true)) else { continue }
          cells[index] = DelimitedCell(range.lowerBound - start, range.upperBound - start)
        }
      }
      pieces[place].cells = cells
    }
  }

  /// These cells in other bytes, of which the first are those there were.
  func over(_ bytes: [UInt8]) -> DelimitedCells {
    var moved = self
    moved.source = TextSource(bytes)
    return moved
  }

  /// Returns the cells of some columns, in their order.
  ///
  /// - Throws: what reading the bytes throws.
  func keeping(_ columns: [Int]) throws -> DelimitedCells {
    var kept = try kept()
    for place in kept.pieces.indices {
      let piece = kept.pieces[place]
      kept.pieces[place].cells = (0..<piece.rowCount).flatMap { row in
        columns.compactMap { piece.cells?[row * width + $0] }
      }
    }
    kept.width = columns.count
    return kept
  }
}
