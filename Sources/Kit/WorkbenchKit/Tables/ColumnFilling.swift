extension DelimitedCells {
  /// How many columns are filled in one go over the pieces.
  static let columnsAtOnce = 8

  /// Fills columns with an element for each row, on all cores.
  ///
  /// - Parameters:
  ///   - columns: which ones, `columnsAtOnce` at most.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  ///   - fill: initialises the elements of a piece's rows in a column, from the place of its first row on, and returns what it saw. Of
  ///     elements that need no end some may be left out, where what it saw says that nobody looks at them.
  /// - Returns: by column its elements, and what was seen, piece by piece.
  func fill<Element, Seen>(
    _ columns: [Int], asking: (Double) throws -> Void,
    _ fill: (_ piece: Piece, _ column: Int, _ places: UnsafeMutablePointer<Element>) -> Seen
  ) throws -> [(elements: [Element], seen: [Seen])] {
    var seen: [[Seen]] = []
    let elements = try Self.arrays(columns.count, of: rowCount) { (places: [UnsafeMutablePointer<Element>]) in
      var done = 0
      do {
        seen = try Cores.inPieces(pieces.count, of: 1, on: cores, atOnce: 64) {
          done = $0
          try asking(Double(done) / Double(pieces.count))
        } _: { place in
          let piece = pieces[place.lowerBound]
          return columns.indices.map { fill(piece, columns[$0], places[$0] + piece.firstRow) }
        }
      } catch {
        let rows = done == 0 ? 0 : pieces[done - 1].rows.upperBound
        for place in places { place.deinitialize(count: rows) }
        throw error
      }
    }
    return columns.indices.map { column in (elements[column], seen.map { $0[column] }) }
  }

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
      // An array without elements has no place for them, and nothing is put there.
      let place = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)
      guard let place else { return }
      rest = try arrays(count, of: size, places + [place], initialise)
      filled = size
    }
    return [own] + rest
  }
}
