/// What a cell of a sheet holds, in a single byte; its value stands beside it.
struct CellTag: RawRepresentable, Sendable, Equatable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Nothing.
  static let empty = CellTag(rawValue: 0)
  /// A number; its value is the bits of a double.
  static let number = CellTag(rawValue: 1)
  /// A number that the sheet shows as a percentage.
  static let percent = CellTag(rawValue: 2)
  /// A text; its value is its place in the pool.
  static let text = CellTag(rawValue: 3)
  /// A day, a time or both, already written out; its value is its place in the pool.
  static let date = CellTag(rawValue: 4)
  /// 0 or 1.
  static let boolean = CellTag(rawValue: 5)
  /// `#N/A` and its like; its value is its place in the pool.
  static let error = CellTag(rawValue: 6)
  /// A formula whose outcome is not in the file.
  static let uncalculated = CellTag(rawValue: 7)
  /// Day 0, which Excel shows as 0 January 1900.
  static let dayZero = CellTag(rawValue: 8)
  /// A number that is no day, though the sheet shows it as one.
  static let noDay = CellTag(rawValue: 9)
  /// A number as it is written, because a double would not keep it; its value is its place in the pool.
  static let written = CellTag(rawValue: 10)
  /// A whole number above 2^53; its value is its place in the pool.
  static let long = CellTag(rawValue: 11)

  /// It comes out of a formula.
  static let formula: UInt8 = 0x40
  /// Its double does not tell how the number is written.
  static let unlikeWritten: UInt8 = 0x80

  /// What it holds, without the marks.
  var kind: CellTag { CellTag(rawValue: rawValue & 0x3F) }
  /// Whether it comes out of a formula.
  var isFormula: Bool { rawValue & Self.formula != 0 }
  /// Whether its double does not tell how the number is written.
  var isUnlikeWritten: Bool { rawValue & Self.unlikeWritten != 0 }

  /// Whether it has a value that a table can show.
  var hasValue: Bool {
    switch kind {
    case .number, .percent, .text, .date, .boolean, .written, .long: true
    default: false
    }
  }

  /// Whether it is a number of any kind.
  var isNumeric: Bool { kind == .number || kind == .percent || kind == .written || kind == .long }
}
