import CSQLite

/// An open SQLite database that can be interrupted at any time. It belongs to one thread.
final class SQLiteDatabase {
  /// The most memory that SQLite may take in this process, whatever a file asks of it.
  private static let memory: Int64 = 1 << 30
  /// The largest text or blob: the largest outline of a municipality is a tenth of a megabyte.
  private static let longest: Int32 = 64 << 20
  /// After how many steps of its machine SQLite asks whether to go on: about as many cells are read by then.
  private static let turn: Int32 = 10_000

  let handle: OpaquePointer
  /// The library that it belongs to.
  let library: sqlite_functions
  private let watch: SQLiteWatch
  /// The bytes that are read, for as long as the database is open.
  private var held: UnsafeMutablePointer<UInt8>?

  private init(_ handle: OpaquePointer, _ library: sqlite_functions, _ watch: SQLiteWatch) {
    self.handle = handle
    self.library = library
    self.watch = watch
    _ = library.sqlite3_hard_heap_limit64(Self.memory)
    // The handler keeps no hold of the watch: the database does, and takes the handler away before it goes.
    let context = Unmanaged.passUnretained(watch).toOpaque()
    library.sqlite3_progress_handler(
      handle, Self.turn,
      { context in
        guard let context else { return 0 }
        return Unmanaged<SQLiteWatch>.fromOpaque(context).takeUnretainedValue().goesOn() ? 0 : 1
      }, context)
  }

  deinit {
    library.sqlite3_progress_handler(handle, 0, nil, nil)
    _ = library.sqlite3_close_v2(handle)
    held?.deallocate()
  }

  /// Opens the bytes of a file that others made, so that nothing in it can write, load or call anything.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what the file is called.
  ///   - patience: how many turns of 10,000 steps a statement may take; a view can go on for ever. All cells that may be read take
  ///     a tenth of it.
  ///   - interrupt: throws where a person wants it to stop.
  /// - Throws: `SQLiteFailure`; `source.module` where SQLite is not there.
  static func reading(
    _ bytes: [UInt8], name: String = "", patience: Int = 200_000, interrupt: @escaping () throws -> Void
  ) throws -> SQLiteDatabase {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let database = try open(
      for: LookedFor.words(for: name), flags, SQLiteWatch(patience: patience, interrupt: interrupt))
    try database.take(bytes)
    for (option, on): (Int32, Int32) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
      // Else a name that is no column would become a text.
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] { database.turn(option, on) }
    for (limit, most) in [
      (SQLITE_LIMIT_LENGTH, longest), (SQLITE_LIMIT_SQL_LENGTH, 1_000_000), (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_VDBE_OP, 250_000), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] { _ = database.library.sqlite3_limit(database.handle, limit, most) }
    // What a view sorts stays in memory, where it is bounded.
    try database.run("PRAGMA temp_store=2")
    try database.run("PRAGMA cell_size_check=1")
    return database
  }

  private func turn(_ option: Int32, _ on: Int32) {
    withUnsafePointer(to: library) { _ = sqlite_switch($0, handle, option, on) }
  }

  /// Puts the bytes of a file in the place of the empty database, to be read only.
  private func take(_ bytes: [UInt8]) throws {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    copy.initialize(from: bytes, count: bytes.count)
    // A file that was left in the mode with a log beside it says so here; no log is beside it in memory.
    for place in [18, 19] where bytes.count > place && copy[place] == 2 { copy[place] = 1 }
    held = copy
    let size = sqlite3_int64(bytes.count)
    try check(library.sqlite3_deserialize(handle, "main", copy, size, size, UInt32(SQLITE_DESERIALIZE_READONLY)))
  }

  /// Opens an empty database in memory, to be written and then taken as bytes.
  ///
  /// - Throws: `SQLiteFailure`; `source.module` where SQLite is not there.
  static func inMemory(interrupt: @escaping () throws -> Void) throws -> SQLiteDatabase {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    return try open(for: "'to gpkg'", flags, SQLiteWatch(patience: .max, interrupt: interrupt))
  }

  /// - Parameter what: it is for, as the error of a library that is not there says it.
  private static func open(for what: String, _ flags: Int32, _ watch: SQLiteWatch) throws -> SQLiteDatabase {
    var library = sqlite_functions()
    try LookedFor.sqlite.open(for: what) { sqlite_find(&library, $0) }
    var opened: OpaquePointer?
    let status = library.sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard let handle = opened else { throw SQLiteFailure(.large, "out of memory") }
    let database = SQLiteDatabase(handle, library, watch)
    try database.check(status)
    return database
  }

  /// Runs a statement to its end, whatever rows it gives.
  func run(_ sql: String) throws {
    begin()
    try check(library.sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Begins to count the turns of another statement.
  func begin() { watch.restart() }

  /// Throws what a result code stands for, a person's interrupt first.
  func check(_ status: Int32) throws {
    guard status != SQLITE_OK, status != SQLITE_ROW, status != SQLITE_DONE else { return }
    if let thrown = watch.taken() { throw thrown }
    let words = library.sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
    throw SQLiteFailure(status: status, words: words)
  }

  /// The whole database as it would stand in a file.
  func bytes() throws -> [UInt8] {
    var size: Int64 = 0
    guard let start = library.sqlite3_serialize(handle, "main", &size, 0) else {
      throw SQLiteFailure(.large, "out of memory")
    }
    defer { library.sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(clamping: size)))
  }
}
