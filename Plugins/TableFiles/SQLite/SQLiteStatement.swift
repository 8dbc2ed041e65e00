import CSQLite

/// A prepared statement, stepped through a row at a time.
final class SQLiteStatement {
  private let database: SQLiteDatabase
  private let handle: OpaquePointer
  private var library: sqlite_functions { database.library }

  /// Prepares a statement.
  ///
  /// - Throws: `SQLiteFailure`.
  init(_ database: SQLiteDatabase, _ sql: String) throws {
    database.begin()
    var prepared: OpaquePointer?
    try database.check(database.library.sqlite3_prepare_v2(database.handle, sql, -1, &prepared, nil))
    guard let handle = prepared else { throw SQLiteFailure(.other, "an empty statement") }
    self.database = database
    self.handle = handle
  }

  deinit { _ = library.sqlite3_finalize(handle) }

  /// Goes to the next row.
  ///
  /// - Returns: false behind the last.
  /// - Throws: `SQLiteFailure`, or what the interrupt threw.
  func step() throws -> Bool {
    let status = library.sqlite3_step(handle)
    try database.check(status)
    return status == SQLITE_ROW
  }

  /// Returns a name as it stands in a statement.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  // MARK: A row

  /// How many columns a row has.
  var columnCount: Int32 { library.sqlite3_column_count(handle) }
  /// What a column is called.
  func name(_ column: Int32) -> String { library.sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "" }
  /// As what the column was declared that this one shows; nil where it is worked out.
  func declaration(_ column: Int32) -> String? {
    library.sqlite3_column_decltype(handle, column).map { String(cString: $0) }
  }

  /// Of which kind the value in a column is: `SQLITE_INTEGER`, `SQLITE_FLOAT`, `SQLITE_TEXT`, `SQLITE_BLOB`, `SQLITE_NULL`.
  func type(_ column: Int32) -> Int32 { library.sqlite3_column_type(handle, column) }
  func integer(_ column: Int32) -> Int64 { library.sqlite3_column_int64(handle, column) }
  func number(_ column: Int32) -> Double { library.sqlite3_column_double(handle, column) }

  /// The text in a column; bytes that are no UTF-8 become U+FFFD.
  func text(_ column: Int32) -> String {
    guard let start = library.sqlite3_column_text(handle, column) else { return "" }
    let count = Int(library.sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The text in a column; nil where there is none.
  func optionalText(_ column: Int32) -> String? { type(column) == SQLITE_NULL ? nil : text(column) }

  /// Calls `body` with the bytes in a column, which are there no longer than that.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    guard let start = library.sqlite3_column_blob(handle, column) else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return try body(UnsafeRawBufferPointer(start: start, count: Int(library.sqlite3_column_bytes(handle, column))))
  }

  // MARK: Values to be written

  /// Makes it ready for the next row, all values missing.
  func reset() {
    _ = library.sqlite3_reset(handle)
    _ = library.sqlite3_clear_bindings(handle)
  }

  /// Binds a text at a place, counted from 1.
  func bind(_ place: Int, _ text: String) throws {
    var text = text
    let status = text.withUTF8 { bytes in
      // A text without a byte has no address either, and would be bound as missing.
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return library.sqlite3_bind_text(handle, Int32(place), "", 0, sqlite_transient())
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        library.sqlite3_bind_text64(
          handle, Int32(place), $0, UInt64(bytes.count), sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
    try database.check(status)
  }

  func bind(_ place: Int, _ number: Double) throws {
    try database.check(library.sqlite3_bind_double(handle, Int32(place), number))
  }
  func bind(_ place: Int, _ integer: Int64) throws {
    try database.check(library.sqlite3_bind_int64(handle, Int32(place), integer))
  }

  func bind(_ place: Int, _ bytes: [UInt8]) throws {
    try database.check(
      library.sqlite3_bind_blob64(handle, Int32(place), bytes, UInt64(bytes.count), sqlite_transient()))
  }
}
