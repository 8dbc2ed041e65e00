/// A table that came in, with where it came from and what has to be said about it.
public struct TakenTable: Sendable {
  /// The table behind the guard.
  public let table: Table
  /// A file's last path component, else as it was typed, with the file its rows came from behind it in brackets.
  public let name: String
  /// Of the file, 64 hexadecimal digits; of a table that is held the file its rows came from; empty where there is none.
  public let sha256: String
  /// What has to be said about it.
  public let notices: [Notice]
  /// Whether the part that the intake asked for is all there is, and nothing of it has to be taken out any more.
  public var isPart = false
  /// The names of all columns of the file, where not all were taken.
  var columnNames: [String]?
  /// How many rows of the file it stands for, where its own are others.
  var rowCount: Int?
  /// Whether the collector of the intake has the rows, and the table none.
  public var isCollected = false
  /// The cells of the columns of which the intake was asked to keep them, as they are written in the file, signs and all: by the
  /// name of the column, then by row. Empty for what is no delimited text.
  public var written: [String: [String]] = [:]

  /// Says how much of the file it is.
  mutating func note(_ incoming: IncomingTable) {
    (isPart, isCollected) = (incoming.isPart, incoming.isCollected)
    (columnNames, rowCount) = (incoming.columnNames, incoming.rowCount)
  }

  /// The same of a file with this digest.
  func with(_ sha256: String) -> TakenTable {
    var table = table
    table.origin?.sha256 = sha256
    return TakenTable(
      table: table, name: name, sha256: sha256, notices: notices, isPart: isPart, columnNames: columnNames,
      rowCount: rowCount, isCollected: isCollected, written: written)
  }

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
