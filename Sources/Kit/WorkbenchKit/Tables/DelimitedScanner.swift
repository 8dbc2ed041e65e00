/// What a delimited text falls apart into.
struct DelimitedRecords<Seen> {
  let cells: DelimitedCells
  /// The first of the records with another number of cells than the header.
  let ragged: [(start: Int, cells: Int)]
  let raggedCount: Int
  /// What was seen in all rows.
  let seen: Seen
}

/// Cuts bytes into records and cells, on all cores.
///
/// A piece of the bytes begins behind some line end, as if no cell that holds line ends were open there. Where the piece before it ends
/// elsewhere, for there was such a cell, it is cut anew from where it really begins: what comes out is what one core finds that goes from
/// the first byte to the last.
struct DelimitedScanner: Sendable {
  /// How many bytes make a piece: with its cells it stays near a core.
  static let pieceLength = 1 << 17
  /// How many bytes behind a piece are looked at first, where its last record goes on.
  private static let slack = 1 << 12
  /// Pieces whose outcomes are held at a time.
  private static let piecesAtOnce = 64

  let source: TextSource
  let delimiter: UInt8
  /// The byte behind the last of the table.
  let end: Int
  private let pieceLength: Int

  init(_ source: TextSource, delimiter: UInt8, end: Int, pieceLength: Int = DelimitedScanner.pieceLength) {
    self.source = source
    self.delimiter = delimiter
    self.end = end
    self.pieceLength = pieceLength
  }

  /// Reads the record with the names of the columns.
  ///
  /// - Returns: the names without padding, none where nothing stands there; and the byte behind the record and its line ends.
  /// - Throws: `DelimitedFailure`; what reading the bytes throws.
  func header(from start: Int) throws -> (names: [String], end: Int) {
    try window(from: start, to: start) { text -> (names: [String], end: Int)? in
      let first = text.afterLineEnds(0)
      if first >= text.count { return text.isWhole ? ([], start + first) : nil }
      let record = text.dropping(first)
      var cells = CellBuffer(64)
      var piece = DelimitedPiece(start: record.offset, seen: ())
      guard try record.records(before: 1, width: nil, &cells, &piece) else { return nil }
      let names = cells.cells.map { $0.text(in: record.bytes, trimmed: false).trimmedOfPadding }
      return (names, piece.end)
    }
  }

  /// Cuts all that stands behind the header.
  ///
  /// - Parameters:
  ///   - start: the byte behind the header and its line ends.
  ///   - width: how many columns there are.
  ///   - keepsCells: whether the cells are kept.
  ///   - nothing: what is seen of no rows.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  ///   - look: looks at rows, counted from 0 in each piece; from several threads at once.
  ///   - add: puts what was seen of a piece to what was seen of those before it, with the number of its first row.
  /// - Throws: `DelimitedFailure`; what reading the bytes and what `asking` throws.
  func records<Seen>(
    from start: Int, width: Int, keepsCells: Bool, seeing nothing: Seen, asking: (Double) throws -> Void,
    look: (DelimitedRows, inout Seen) -> Void, add: (inout Seen, _ piece: Seen, _ firstRow: Int) -> Void
  ) throws -> DelimitedRecords<Seen> {
    var cells = DelimitedCells(source, delimiter: delimiter, width: width)
    var (ragged, raggedCount, seen) = ([(start: Int, cells: Int)](), 0, nothing)
    let count = max(0, (end - start + pieceLength - 1) / pieceLength)
    let cores = end - start < 1 << 18 ? 1 : Cores.count
    func cut(_ number: Int, from begin: Int?) -> Result<DelimitedPiece<Seen>, any Error> {
      Result { try piece(number, from: begin, of: start, width, keepsCells, seeing: nothing, look) }
    }
    var begin = start
    for first in stride(from: 0, to: count, by: Self.piecesAtOnce) {
      try asking(Double(first) / Double(count))
      let found = Cores.map(min(Self.piecesAtOnce, count - first), on: cores) { cut(first + $0, from: nil) }
      for (place, result) in found.enumerated() {
        var piece = try result.get()
        if piece.start != begin {
          try asking(Double(first + place) / Double(count))
          piece = try cut(first + place, from: begin).get()
        }
        if let failure = piece.failure { throw failure }
        begin = piece.end
        let firstRow = cells.rowCount
        if piece.rowCount > 0 {
          cells.append(
            DelimitedCells.Piece(
              range: piece.start..<piece.end, firstRow: firstRow, rowCount: piece.rowCount,
              cells: keepsCells ? piece.cells : nil))
        }
        raggedCount += piece.raggedCount
        ragged += piece.ragged.prefix(DelimitedPiece<Seen>.raggedNamed - ragged.count)
        add(&seen, piece.seen, firstRow)
      }
    }
    return DelimitedRecords(cells: cells, ragged: ragged, raggedCount: raggedCount, seen: seen)
  }

  /// The records that begin in a piece of the bytes.
  ///
  /// - Parameters:
  ///   - number: of the piece, counted from 0.
  ///   - begin: where its first record begins; nil where that is behind some line end.
  private func piece<Seen>(
    _ number: Int, from begin: Int?, of start: Int, _ width: Int, _ keepsCells: Bool, seeing nothing: Seen,
    _ look: (DelimitedRows, inout Seen) -> Void
  ) throws -> DelimitedPiece<Seen> {
    let edge = start + number * pieceLength
    let next = min(end, edge + pieceLength)
    let from = begin ?? edge
    if from >= next { return DelimitedPiece(start: from, seen: nothing) }
    return try window(from: from, to: next) { window in
      let first = begin != nil || number == 0 ? 0 : window.afterLine(0)
      let target = next == end ? window.count : window.afterLine(next - from)
      if !window.isWhole, max(first, target) >= window.count { return nil }
      // Counted from its first record, so that it can be cut again by itself.
      let text = window.dropping(min(first, window.count))
      var piece = DelimitedPiece(start: text.offset, seen: nothing)
      var cells = CellBuffer((target - first) / 5)
      do {
        guard try text.records(before: target - first, width: width, &cells, &piece) else { return nil }
      } catch let failure as DelimitedFailure {
        piece.failure = failure
        return piece
      }
      if source.isStored, !DelimitedEncoding.isText(text.bytes[..<(piece.end - piece.start)]) {
        piece.failure = DelimitedFailure(kind: .noText, offset: piece.start)
        return piece
      }
      look(DelimitedRows(firstRow: 0, width: width, cells: cells.cells, bytes: text.bytes), &piece.seen)
      if keepsCells { piece.cells = Array(cells.cells) }
      return piece
    }
  }

  /// Gives bytes to `body`, and more of them as long as it has too few.
  ///
  /// - Parameters:
  ///   - start: the first byte.
  ///   - stop: behind the last of which is known that it is needed.
  ///   - body: returns nil where it needs more.
  private func window<Outcome>(
    from start: Int, to stop: Int, _ body: (DelimitedBytes) throws -> Outcome?
  ) throws -> Outcome {
    var reach = source.isStored ? stop + Self.slack : end
    while true {
      let stop = max(start, min(end, reach))
      let outcome = try source.with(start..<stop) {
        try body(DelimitedBytes($0, delimiter: delimiter, offset: start, isWhole: stop == end))
      }
      if let outcome { return outcome }
      reach = stop + max(stop - start, Self.slack)
    }
  }
}
