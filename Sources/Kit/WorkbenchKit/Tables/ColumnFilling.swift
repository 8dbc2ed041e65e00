extension DelimitedCells {
  /// How many columns are filled in one go over the pieces.
  static let columnsAtOnce = 64

  /// What came of a column: an element for each row, and what was seen, piece by piece.
  typealias Filled<Element, Seen> = (elements: [Element], seen: [Seen])

  /// Initialises the elements of some rows in a column, from the place of the first of them on, and returns what it saw. Of elements
  /// that need no end some may be left out, where what it saw says that nobody looks at them.
  typealias Fill<Element, Seen> = (
    _ rows: DelimitedRows, _ column: Int, _ places: UnsafeMutablePointer<Element>
  ) -> Seen

  /// Fills columns with an element for each row, on all cores.
  ///
  /// - Parameters:
  ///   - columns: which ones, `columnsAtOnce` at most.
  ///   - fill: fills some rows of a column; from several threads at once.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Returns: what came of each column.
  /// - Throws: what `asking` throws; what reading the bytes throws.
  func fill<Element, Seen>(
    _ columns: [Int], with fill: Fill<Element, Seen>, asking: (Double) throws -> Void = { _ in }
  ) throws -> [Filled<Element, Seen>] {
    try self.fill(columns, with: fill, [], with: fill, asking: asking).0
  }

  /// Fills columns of two kinds in one go.
  ///
  /// - Parameters: as for one kind.
  /// - Returns: what came of each column of either kind.
  /// - Throws: what `asking` throws; what reading the bytes throws.
  func fill<One, Other, Seen>(
    _ ones: [Int], with fillOne: Fill<One, Seen>, _ others: [Int], with fillOther: Fill<Other, Seen>,
    asking: (Double) throws -> Void
  ) throws -> ([Filled<One, Seen>], [Filled<Other, Seen>]) {
    if ones.isEmpty, others.isEmpty { return ([], []) }
    var seen: [[Seen]] = []
    var otherElements: [[Other]] = []
    let elements = try Self.arrays(ones.count, of: rowCount) { (places: [UnsafeMutablePointer<One>]) in
      otherElements = try Self.arrays(others.count, of: rowCount) { (otherPlaces: [UnsafeMutablePointer<Other>]) in
        try inPieces(asking) { rows in
          ones.indices.map { fillOne(rows, ones[$0], places[$0] + rows.firstRow) }
            + others.indices.map { fillOther(rows, others[$0], otherPlaces[$0] + rows.firstRow) }
        } take: {
          seen.append($0)
        } undo: { piece in
          for place in places { (place + piece.firstRow).deinitialize(count: piece.rowCount) }
          for place in otherPlaces { (place + piece.firstRow).deinitialize(count: piece.rowCount) }
        }
      }
    }
    return (
      ones.indices.map { column in (elements[column], seen.map { $0[column] }) },
      others.indices.map { column in (otherElements[column], seen.map { $0[ones.count + column] }) }
    )
  }

  /// Does something with each piece, on all cores.
  ///
  /// - Parameters:
  ///   - asking: is called now and then with the part that is done.
  ///   - work: is done with the rows of a piece.
  ///   - take: gets what came of it, in the order of the pieces.
  ///   - undo: is called for each piece with which it was done, where something is thrown.
  /// - Throws: what `asking` throws; what reading the bytes throws.
  private func inPieces<Outcome>(
    _ asking: (Double) throws -> Void, _ work: (DelimitedRows) -> Outcome, take: (Outcome) -> Void,
    undo: (Piece) -> Void
  ) throws {
    for first in stride(from: 0, to: pieces.count, by: Self.piecesAtOnce) {
      let handful = first..<min(pieces.count, first + Self.piecesAtOnce)
      let found = Cores.map(handful.count, on: cores) { place in
        Result { try with(pieces[first + place], work) }
      }
      do {
        for outcome in found { take(try outcome.get()) }
        try asking(Double(handful.upperBound) / Double(pieces.count))
      } catch {
        for piece in pieces[..<first] { undo(piece) }
        for (place, outcome) in zip(handful, found) { if case .success = outcome { undo(pieces[place]) } }
        throw error
      }
    }
  }

  /// Pieces that are filled before somebody is asked.
  private static var piecesAtOnce: Int { 64 }

  /// Makes arrays of one size whose elements are initialised together.
  private static func arrays<Element>(
    _ count: Int, of size: Int, _ places: [UnsafeMutablePointer<Element>] = [],
    _ initialise: ([UnsafeMutablePointer<Element>]) throws -> Void
  ) throws -> [[Element]] {
    if places.count == count {
      try initialise(places)
      return []
    }
    var rest: [[Element]] = []
    let own = try [Element](unsafeUninitializedCapacity: size) { buffer, filled in
      LargePages.use(for: UnsafeMutableRawBufferPointer(buffer))
      // An array without elements has no place for them, and nothing is put there.
      let place = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)
      guard let place else { return }
      rest = try arrays(count, of: size, places + [place], initialise)
      filled = size
    }
    return [own] + rest
  }
}
