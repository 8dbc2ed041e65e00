/// A table that came in, with where it came from and what has to be said about it.
public struct TakenTable: Sendable {
  /// The table behind the guard.
  public let table: Table
  /// A file's last path component, else as it was typed.
  public let name: String
  /// Of the file, 64 hexadecimal digits; empty for what is no file.
  public let sha256: String
  /// What has to be said about it.
  public let notices: [Notice]

  /// Returns the table where it has rows.
  ///
  /// - Throws: `table.empty`.
  public func demandRows(at place: Place? = nil) throws -> Table {
    guard table.rowCount > 0 else {
      throw Diagnostic(
        "table.empty", Text(nl: "'\(name)' heeft geen rijen", en: "'\(name)' has no rows"), place: place)
    }
    return table
  }
}
