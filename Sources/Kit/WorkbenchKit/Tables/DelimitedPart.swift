extension DelimitedText {
  /// What a column is read as.
  private enum Kind: Equatable {
    case numbers, booleans, texts
  }

  /// Rows that are cut out of the text and read together, in pieces.
  private static var piecesAtOnce: Int { 16 }

  /// - Throws: as `table()`, and what the filter throws.
  func eachBlock(
    of kept: [Int], where filter: TablePart.Rows?, asking: (_ part: Double) throws -> Void,
    _ take: (_ rows: Table, _ numbers: [Int]) throws -> Bool
  ) throws -> Bool {
    try demandEven()
    // A table without columns would have no rows either.
    let asked = try filter?.columns(names) ?? []
    let looked = asked.isEmpty ? [0] : asked
    let needed = Set(kept + (filter == nil ? [] : looked)).sorted()
    let kinds = Dictionary(
      uniqueKeysWithValues: zip(needed, try self.kinds(of: needed) { try asking($0 / 2) }))
    if cells.pieces.isEmpty {
      return try take(Table(columns: kept.map { column($0, Self.nothing(as: kinds[$0] ?? .texts)) }), [])
    }
    for first in stride(from: 0, to: cells.pieces.count, by: Self.piecesAtOnce) {
      try asking((1 + Double(first) / Double(cells.pieces.count)) / 2)
      let block = try cells.kept(first..<min(first + Self.piecesAtOnce, cells.pieces.count))
      var rows = Array(0..<block.rowCount)
      if let filter {
        guard let stay = try filter.kept(Table(columns: try columns(looked, kinds, rows, of: block))) else {
          return false
        }
        rows = stay
      }
      let table = Table(
        columns: try columns(kept, kinds, rows, of: block).enumerated().map { place, read in
          column(kept[place], read.storage)
        })
      guard try take(table, rows.map { cells.pieces[first].firstRow + $0 + 1 }) else { return false }
    }
    return true
  }

  /// A column of the text with some values.
  private func column(_ place: Int, _ storage: Column.Storage) -> Column {
    if case .numbers(let values) = storage { return .numbers(header[place], values, unit: evidence[place].unit) }
    return Column(header[place], storage)
  }

  func columns(neededFor names: Set<String>) -> [Int]? {
    guard names.isSubset(of: header), repeatedNames.isEmpty, decision.contradiction == nil else { return nil }
    // Where nothing is looked at, rows are counted, whatever they are.
    let telling = names.isEmpty ? [] : columnsThatTell
    let kept = header.indices.filter { names.contains(header[$0]) || telling.contains($0) }
    let left = header.indices.filter { !kept.contains($0) }
    return left.allSatisfy { evidence[$0].isQuiet } ? kept : nil
  }

  /// The columns that hold labels, and those that may tell how areas lie within each other: a code is in their first cell that holds
  /// anything, or no such cell is at hand.
  private var columnsThatTell: Set<Int> {
    let named = header.indices.filter { AreaNesting.mayTell(header[$0]) }
    guard let piece = cells.pieces.first else { return Set(named) }
    let coded = try? cells.with(piece) { rows in
      header.indices.filter { column in
        (0..<rows.count).lazy.compactMap { Self.text(of: rows[$0, column], in: rows.bytes, trimmed: true) }.first
          .map(AreaNesting.isCode) ?? true
      }
    }
    return Set(named + (coded ?? Array(header.indices)))
  }

  /// What whole columns are read as.
  private func kinds(of columns: [Int], asking: (Double) throws -> Void) throws -> [Kind] {
    let looks = try cells.map(asking: asking) { rows in
      columns.map { column in look(at: rows, column) { _, _ in } }
    }
    return columns.indices.map { place in
      let look = looks.reduce(Look()) { $0.union($1[place]) }
      return look.isOfTexts ? .texts : look.contains(.boolean) ? .booleans : .numbers
    }
  }

  private static func nothing(as kind: Kind) -> Column.Storage {
    switch kind {
    case .numbers: .numbers([])
    case .booleans: .booleans([])
    case .texts: .texts([])
    }
  }

  private func columns(
    _ columns: [Int], _ kinds: [Int: Kind], _ rows: [Int], of block: DelimitedCells
  ) throws -> [Column] {
    let cores = rows.count * columns.count < DelimitedCells.sharedFrom ? 1 : Cores.count
    return try Cores.map(columns.count, on: cores) { place in
      let column = columns[place]
      return Result { Column(header[column], try storage(of: column, as: kinds[column] ?? .texts, rows, of: block)) }
    }.map { try $0.get() }
  }

  /// - Parameter rows: in their order.
  private func storage(
    of column: Int, as kind: Kind, _ rows: [Int], of block: DelimitedCells
  ) throws -> Column.Storage {
    switch kind {
    case .numbers:
      let marks = decision.marks[column]
      return .numbers(
        try values(rows, column, of: block) { cell, bytes in
          guard case .number(let number) = WrittenNumber(cell.trimmed(in: bytes), marks: marks) else { return .nan }
          return number
        })
    case .booleans:
      return .booleans(
        try values(rows, column, of: block) { cell, bytes in
          Self.text(of: cell, in: bytes, trimmed: true).flatMap { Bool($0.lowercased()) }
        })
    case .texts:
      var texts = Texts()
      texts.reserveCapacity(rows.count)
      try each(rows, column, of: block) { cell, bytes in
        Self.withText(of: cell, in: bytes, trimmed: true) { texts.append(utf8: $0) }
      }
      return .texts(texts)
    }
  }

  private func values<Value>(
    _ rows: [Int], _ column: Int, of block: DelimitedCells,
    _ value: (DelimitedCell, UnsafeBufferPointer<UInt8>) -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    try each(rows, column, of: block) { values.append(value($0, $1)) }
    return values
  }

  private func each(
    _ rows: [Int], _ column: Int, of block: DelimitedCells,
    _ take: (DelimitedCell, UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    var rest = rows[...]
    for piece in block.pieces {
      try block.with(piece) { there in
        while let row = rest.first, row < piece.rows.upperBound {
          take(there[row - piece.firstRow, column], there.bytes)
          rest.removeFirst()
        }
      }
    }
  }
}
