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
    let kept = try columns(of: part)
    guard let filter = part.rows else { return (try table(of: kept, asking: asking), nil) }
    var numbers: [Int] = []
    var storages: [Column.Storage] = []
    let isTaken = try eachBlock(of: kept, where: filter, asking: asking) { rows, places in
      numbers += places
      if storages.isEmpty {
        storages = rows.columns.map(\.storage)
      } else {
        for (place, column) in rows.columns.enumerated() { storages[place].append(column.storage) }
      }
      return true
    }
    guard isTaken else { return nil }
    let table = Table(columns: zip(kept, storages).map { column($0, $1) })
    return (table, numbers)
  }

  /// Reads some columns, some rows at a time, of which no others are held at any time.
  ///
  /// - Parameters:
  ///   - kept: the places of the columns, in the order in which they come.
  ///   - filter: which rows stay; nil for all.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  ///   - take: gets rows, and of each its number in the text, counted from 1; false ends the work. It is called once at least.
  /// - Returns: whether all rows were taken: false too where it cannot be said of some rows alone which of them stay.
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

  /// The table without rows.
  var names: Table { names(Array(header.indices)) }

  /// Some columns of the table without rows; of what type they are is not looked at.
  func names(_ columns: [Int]) -> Table { Table(columns: columns.map { .numbers(header[$0], []) }) }

  /// The places of the columns that a part keeps.
  ///
  /// - Throws: what the part throws.
  func columns(of part: TablePart) throws -> [Int] { try part.columns?(names) ?? Array(header.indices) }

  /// The columns of which a group takes what it needs, where of the others nothing has to be said: those that are named, and those by which
  /// rows are known to be areas that lie within each other, or have labels.
  ///
  /// - Parameter names: by their exact names.
  /// - Returns: their places; nil where one of them is not there, or where any of the others may matter.
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
    let named = header.indices.filter {
      [AreaNesting.column, "area", "label"].contains(header[$0]) || header[$0].hasSuffix("_label")
    }
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
