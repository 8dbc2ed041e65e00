/// The cells of a delimited text below its header, row by row, in the pieces in which they were found.
struct DelimitedCells: Sendable {
  /// Rows that stand behind each other.
  struct Piece: Sendable {
    /// Counted from 0.
    let firstRow: Int
    /// How many rows it has.
    let rowCount: Int
    /// As many to each row as there are columns.
    var cells: [DelimitedCell]

    /// The rows, counted through all pieces.
    var rows: Range<Int> { firstRow..<firstRow + rowCount }
  }

  /// How many columns there are.
  private(set) var width: Int
  private(set) var pieces: [Piece]

  /// - Parameter found: the cells of each piece, whole rows of them.
  init(width: Int, _ found: [[DelimitedCell]]) {
    self.width = width
    var row = 0
    pieces = found.filter { !$0.isEmpty }.map { cells in
      let piece = Piece(firstRow: row, rowCount: cells.count / max(1, width), cells: cells)
      row += piece.rowCount
      return piece
    }
  }

  /// How many rows there are.
  var rowCount: Int { pieces.last.map(\.rows.upperBound) ?? 0 }

  /// Of fewer cells the start of a thread is not worth it.
  static let sharedFrom = 50_000

  /// How many cores work at them.
  var cores: Int { rowCount * width < Self.sharedFrom ? 1 : Cores.count }

  /// A cell, its row and column counted from 0.
  subscript(row: Int, column: Int) -> DelimitedCell {
    let piece = pieces[self.piece(of: row)]
    return piece.cells[(row - piece.firstRow) * width + column]
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
  func map<Outcome>(
    asking: (Double) throws -> Void, _ work: (_ piece: Piece) -> Outcome
  ) throws -> [Outcome] {
    try Cores.inPieces(pieces.count, of: 1, on: cores, atOnce: 64) {
      try asking(Double($0) / Double(max(1, pieces.count)))
    } _: {
      work(pieces[$0.lowerBound])
    }
  }

  /// Changes cells where `change` has another for one.
  mutating func replace(in columns: Set<Int>, _ change: (DelimitedCell) throws -> DelimitedCell?) rethrows {
    for place in pieces.indices {
      for index in pieces[place].cells.indices where columns.contains(index % width) {
        if let changed = try change(pieces[place].cells[index]) { pieces[place].cells[index] = changed }
      }
    }
  }

  /// Returns the cells of some columns, in their order.
  func keeping(_ columns: [Int]) -> DelimitedCells {
    var kept = self
    kept.width = columns.count
    for place in pieces.indices {
      let piece = pieces[place]
      kept.pieces[place].cells = (0..<piece.rowCount).flatMap { row in columns.map { piece.cells[row * width + $0] } }
    }
    return kept
  }
}
