extension DelimitedText {
  /// What a column is read as.
  private enum Kind: Equatable {
    case numbers, booleans, texts
  }

  /// Rows that are cut out of the text and read together, in pieces.
  private static var piecesAtOnce: Int { 16 }

  /// Reads a part of the table: what `table()` gives, of which only these columns and rows are kept, and no others are held at any time.
  ///
  /// - Parameters:
  ///   - part: what is kept.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Returns: the table, and of each row its number in the text, counted from 1, nil where they stand as in it; nil where it cannot be
  ///   said of some rows alone which of them stay.
  /// - Throws: as `table()`, and what the part throws.
  func table(
    of part: TablePart, asking: (_ part: Double) throws -> Void
  ) throws -> (table: Table, rows: [Int]?)? {
    try demandEven()
    let names = Table(columns: header.map { .numbers($0, []) })
    let kept = try part.columns?(names) ?? Array(header.indices)
    // A table without columns would have no rows either.
    let looked = try part.rows.map { try $0.columns(names) }.map { $0.isEmpty ? [0] : $0 } ?? []
    let needed = Set(kept + looked).sorted()
    let kinds = Dictionary(
      uniqueKeysWithValues: zip(needed, try self.kinds(of: needed) { try asking($0 / 2) }))
    var numbers: [Int] = []
    var storages = kept.map { Self.nothing(as: kinds[$0] ?? .texts) }
    for first in stride(from: 0, to: cells.pieces.count, by: Self.piecesAtOnce) {
      try asking((1 + Double(first) / Double(cells.pieces.count)) / 2)
      let block = DelimitedCells(
        width: cells.width,
        cells.pieces[first..<min(first + Self.piecesAtOnce, cells.pieces.count)].map(\.cells))
      var rows = Array(0..<block.rowCount)
      if let filter = part.rows {
        let table = Table(columns: columns(looked, kinds, rows, of: block))
        guard let staying = try filter.kept(table) else { return nil }
        rows = staying
        numbers += rows.map { cells.pieces[first].firstRow + $0 + 1 }
      }
      for (place, column) in columns(kept, kinds, rows, of: block).enumerated() {
        storages[place].append(column.storage)
      }
    }
    let table = Table(
      columns: zip(kept, storages).map { column, storage in
        if case .numbers(let values) = storage {
          return .numbers(header[column], values, unit: evidence[column].unit)
        }
        return Column(header[column], storage)
      })
    return (table, part.rows == nil ? nil : numbers)
  }

  /// What whole columns are read as.
  private func kinds(of columns: [Int], asking: (Double) throws -> Void) throws -> [Kind] {
    let looks = try bytes.withUnsafeBufferPointer { bytes in
      try cells.map(asking: asking) { piece in
        columns.map { column in look(at: piece, column, in: bytes) { _, _ in } }
      }
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

  private func columns(_ columns: [Int], _ kinds: [Int: Kind], _ rows: [Int], of block: DelimitedCells) -> [Column] {
    let cores = rows.count * columns.count < DelimitedCells.sharedFrom ? 1 : Cores.count
    return Cores.map(columns.count, on: cores) { place in
      let column = columns[place]
      return Column(header[column], storage(of: column, as: kinds[column] ?? .texts, rows, of: block))
    }
  }

  private func storage(of column: Int, as kind: Kind, _ rows: [Int], of block: DelimitedCells) -> Column.Storage {
    bytes.withUnsafeBufferPointer { bytes in
      let texts = { rows.map { row in Self.text(of: block[row, column], in: bytes, trimmed: true) } }
      switch kind {
      case .numbers:
        let marks = decision.marks[column]
        return .numbers(
          rows.map { row in
            guard case .number(let number) = WrittenNumber(block[row, column].trimmed(in: bytes), marks: marks) else {
              return .nan
            }
            return number
          })
      case .booleans: return .booleans(texts().map { $0.flatMap { Bool($0.lowercased()) } })
      case .texts: return .texts(texts())
      }
    }
  }
}

extension Column.Storage {
  /// Puts the rows of one of the same kind behind these.
  fileprivate mutating func append(_ other: Column.Storage) {
    switch (self, other) {
    case (.numbers(var values), .numbers(let more)):
      self = .numbers([])
      values += more
      self = .numbers(values)
    case (.texts(var values), .texts(let more)):
      self = .texts([])
      values += more
      self = .texts(values)
    case (.booleans(let values), .booleans(let more)): self = .booleans(values + more)
    default: break
    }
  }
}
