import Synchronization
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
    if KeyLeaders.areDue(for: hashes.count, { hashes[$0] }) {
      let leaders = try KeyLeaders(hashes).found(check, isSame: isSame)
      for row in leaders.indices { take(leaders[row] == row ? firstRows.count : codes[Int(leaders[row])], row) }
      return
    }
    try number(
      check, hash: { hashes[$0] }, isSame: isSame,
      piece: { rows, codes in
        var keys = FirstRows()
        for row in rows { codes[row] = keys.number(of: row, hashes[row], isSame) }
        return keys.rows
      })
  }

  /// Each piece of rows numbers the keys that it has; then these are numbered for all.
  ///
  /// - Parameters:
  ///   - hash: of a row's value.
  ///   - piece: numbers the rows of a piece, and gives the first of each number.
  private mutating func number(
    _ check: () throws -> Void, hash: (Int) -> UInt64, isSame: (Int, Int) -> Bool,
    piece: (Range<Int>, UnsafeMutableBufferPointer<Int>) -> [Int]
  ) throws {
    let firsts = try inPieces(check, piece)
    var keys = FirstRows()
    let numbers = firsts.map { $0.map { keys.number(of: $0, hash($0), isSame) } }
    firstRows = keys.rows
    // Most often all pieces have the same keys, in the order of the first.
    if numbers.allSatisfy({ $0.indices.elementsEqual($0) }) { return }
    _ = try inPieces(check) { rows, codes in
      let numbers = numbers[rows.lowerBound / Self.rowsInPiece]
      if numbers.indices.elementsEqual(numbers) { return }
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
    try values.withBytes { bytes in
      if KeyLeaders.areDue(for: bytes.count, { Self.hash(bytes[$0]) }) {
        let hashes = try everyRow(bytes.count, check) { Self.hash(bytes[$0]) }
        guard !hashes.contains(Self.unplain) else { return false }
        try number(hashes, check) { bytes.areSame($0, $1) }
      } else {
        guard try number(few: bytes, check) else {
          firstRows = []
          return false
        }
      }
      missing = firstRows.first { bytes[$0] == nil }.map { codes[$0] }
      return true
    }
  }

  /// Numbers texts of which many come back.
  private mutating func number(few bytes: TextBytesOfRows, _ check: () throws -> Void) throws -> Bool {
    let isPlain = Atomic<Bool>(true)
    try number(
      check, hash: { Self.hash(bytes[$0]) }, isSame: { bytes.areSame($0, $1) },
      piece: { rows, codes in
        var (keys, seen) = (FirstRows(), SeenMarks())
        let marks = bytes.marks
        for row in rows {
          let mark = marks.loadUnaligned(fromByteOffset: 16 * row, as: SIMD2<UInt64>.self)
          if let number = seen.number(mark) {
            codes[row] = number
            continue
          }
          let hash = Self.hash(bytes[row])
          if hash == Self.unplain { isPlain.store(false, ordering: .relaxed) }
          codes[row] = keys.number(of: row, hash) { bytes.areSame($0, $1) }
          seen.note(mark, codes[row])
        }
        return keys.rows
      })
    return isPlain.load(ordering: .relaxed)
  }

  /// What is missing and what is not plain have a number of their own, which no text has.
  private static let nothing: UInt64 = 0
  private static let unplain: UInt64 = 1

  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>?) -> UInt64 {
    guard let text else { return nothing }
    return PlainText.hash(text).map { max($0, unplain + 1) } ?? unplain
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

/// The numbers of marks that came by before, each in a place that others may take.
private struct SeenMarks {
  private static let bits = 8
  private var marks = [SIMD2<UInt64>](repeating: .zero, count: 1 << bits)
  private var numbers = [Int](repeating: -1, count: 1 << bits)

  @inline(__always)
  private static func slot(_ mark: SIMD2<UInt64>) -> Int {
    Int(truncatingIfNeeded: ((mark.x ^ mark.y &* 31) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  /// The number of a mark; nil where it is not known, or no longer.
  @inline(__always)
  func number(_ mark: SIMD2<UInt64>) -> Int? {
    let slot = Self.slot(mark)
    return numbers[slot] >= 0 && marks[slot] == mark ? numbers[slot] : nil
  }

  @inline(__always)
  mutating func note(_ mark: SIMD2<UInt64>, _ number: Int) {
    let slot = Self.slot(mark)
    (marks[slot], numbers[slot]) = (mark, number)
  }
}
