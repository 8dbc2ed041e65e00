@_spi(Host) import WorkbenchKit

/// Which rows of a column have equal values, by number. Missing is equal to missing, and what is withheld to what is withheld under the
/// same sign.
struct ValueCodes {
  /// The number of each row's value.
  private(set) var codes: [Int]
  /// The first row of each number; where nothing is withheld they ascend.
  private(set) var firstRows: [Int] = []
  /// The number of what is missing; nil where nothing is.
  private(set) var missing: Int?

  /// - Parameter check: asked often; what it throws ends the work.
  init(_ column: Column, _ check: () throws -> Void) throws {
    codes = [Int](repeating: 0, count: column.count)
    switch column.open.storage {
    case .numbers(let values): try number(values, check)
    case .texts(let values): if try !number(plain: values, check) { try number(Array(values), check) }
    case .booleans(let values): try number(values, check)
    case .dates: try number(column.open.dayNumbers ?? [], check)
    }
    var signs: [String: Int] = [:]
    for (row, sign) in column.withheld where codes.indices.contains(row) {
      if signs[sign] == nil {
        signs[sign] = firstRows.count
        firstRows.append(row)
      }
      codes[row] = signs[sign] ?? 0
    }
  }

  private mutating func take(_ code: Int, _ row: Int) {
    codes[row] = code
    if code == firstRows.count { firstRows.append(row) }
  }

  /// The number that is missing's, at a row that is.
  private mutating func takeMissing(_ row: Int, next: Int) {
    let code = missing ?? next
    missing = code
    take(code, row)
  }

  private mutating func number(_ values: [Double], _ check: () throws -> Void) throws {
    // Missing is a key too: all its forms are one.
    let hashes = try everyRow(values.count, check) { row in
      let value = values[row]
      return Self.scramble(value == 0 ? 0 : value.isNaN ? Double.nan.bitPattern : value.bitPattern)
    }
    // Numbers are told apart by their hash alone: it is drawn out of 64 bits by steps that can be turned back.
    try number(hashes, check) { _, _ in true }
    missing = values.firstIndex(where: \.isNaN).map { codes[$0] }
  }

  /// Numbers rows by hashes of their values.
  private mutating func number(
    _ hashes: [UInt64], _ check: () throws -> Void, isSame: (Int, Int) -> Bool
  ) throws {
    if KeyLeaders.areDue(for: hashes) {
      let leaders = try KeyLeaders(hashes).found(check, isSame: isSame)
      for row in leaders.indices { take(leaders[row] == row ? firstRows.count : codes[Int(leaders[row])], row) }
      return
    }
    // Each piece of rows numbers the keys that it has; then these are numbered for all.
    let firsts = try inPieces(check) { rows, codes in
      var keys = FirstRows()
      for row in rows { codes[row] = keys.number(of: row, hashes[row], isSame) }
      return keys.rows
    }
    var keys = FirstRows()
    let numbers = firsts.map { $0.map { keys.number(of: $0, hashes[$0], isSame) } }
    firstRows = keys.rows
    _ = try inPieces(check) { rows, codes in
      let numbers = numbers[rows.lowerBound / Self.rowsInPiece]
      if numbers.indices.allSatisfy({ numbers[$0] == $0 }) { return }
      for row in rows { codes[row] = numbers[codes[row]] }
    }
  }

  /// Fills the codes in pieces, on all cores.
  private mutating func inPieces<Outcome>(
    _ check: () throws -> Void, _ work: (Range<Int>, UnsafeMutableBufferPointer<Int>) -> Outcome
  ) throws -> [Outcome] {
    try codes.withUnsafeMutableBufferPointer { codes in
      try Cores.inPieces(
        codes.count, of: Self.rowsInPiece, asking: { _ throws in try check() }, { rows in work(rows, codes) })
    }
  }

  private static let rowsInPiece = 16_384

  /// Returns false, with nothing done, where a text is not plain.
  private mutating func number(plain values: Texts, _ check: () throws -> Void) throws -> Bool {
    // What is missing and what is not plain have a number of their own, which no text has.
    let (nothing, unplain): (UInt64, UInt64) = (0, 1)
    return try values.withBytes { bytes in
      let hashes = try everyRow(bytes.count, check) { row in
        bytes[row].map { max(PlainText.hash($0) ?? unplain, unplain) } ?? nothing
      }
      guard !hashes.contains(unplain) else { return false }
      try number(hashes, check) { bytes.areSame($0, $1) }
      missing = hashes.firstIndex(of: nothing).map { codes[$0] }
      return true
    }
  }

  private mutating func number<Element: Hashable>(_ values: [Element?], _ check: () throws -> Void) throws {
    var known: [Element: Int] = [:]
    for row in values.indices {
      if row & 0xFFFF == 0 { try check() }
      guard let value = values[row] else {
        takeMissing(row, next: firstRows.count)
        continue
      }
      let code = known[value] ?? firstRows.count
      known[value] = code
      take(code, row)
    }
  }

  /// Another number for each number.
  static func scramble(_ bits: UInt64) -> UInt64 {
    var mixed = bits ^ PlainText.seed
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }
}

/// Keys by number, with the first row that has each.
private struct FirstRows {
  private var keys = NumberedKeys()
  private(set) var rows: [Int] = []

  /// Returns the number of a row's key.
  @inline(__always)
  mutating func number(of row: Int, _ hash: UInt64, _ isSame: (Int, Int) -> Bool) -> Int {
    let number = keys.number(hash) { isSame(rows[$0], row) }
    if number == rows.count { rows.append(row) }
    return number
  }
}
