import CSQLite

/// What SQLite says went wrong.
struct SQLiteFailure: Error, Hashable {
  /// What kind of thing it is, as far as it makes a difference to a person.
  enum Kind: Hashable {
    /// The bytes are no database, or no longer a whole one.
    case damaged
    /// A value or what has to be kept beside it is larger than is allowed.
    case large
    /// A question went on and on without an answer.
    case endless
    /// The rest: no such table, a view that cannot be made, a disk that does not answer.
    case other
  }

  /// What kind of thing it is.
  let kind: Kind
  /// SQLite's own words, in English.
  let words: String

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }

  /// Makes it from a result code.
  init(status: Int32, words: String) {
    switch status & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_FORMAT: self.init(.damaged, words)
    case SQLITE_TOOBIG, SQLITE_NOMEM, SQLITE_FULL: self.init(.large, words)
    default: self.init(.other, words)
    }
  }
}
