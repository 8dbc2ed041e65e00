import CPostgres

/// Rows that a server gave as texts: of its catalogue, never of tables that a person reads.
struct ServerAnswer {
  /// Of each row its cells; nil where one is missing.
  private(set) var rows: [[String?]] = []

  /// Adds the rows of a result.
  mutating func add(_ result: OpaquePointer) {
    let columns = PQnfields(result)
    for row in 0..<PQntuples(result) {
      rows.append(
        (0..<columns).map { column in
          PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
        })
    }
  }

  /// The first row; empty where there is none.
  var first: [String?] { rows.first ?? [] }

  /// The first cell of the first row.
  var value: String? { first.first ?? nil }
}

/// A column of what a query gives, before anything of it is read.
struct AnsweredColumn: Sendable, Hashable {
  /// As the server calls it.
  let name: String
  /// The number of its type in the server's catalogue.
  let type: UInt32
  /// What the type was declared with, as the server keeps it; -1 for nothing.
  var modifier: Int32 = -1

  /// Of `numeric(PRECISION, SCALE)` the digits and those behind the point; nil where they were not declared.
  var digits: (precision: Int, scale: Int)? {
    guard type == 1700, modifier >= 4 else { return nil }
    let packed = modifier - 4
    // The scale has eleven bits of its own, with a sign.
    let scale = Int(packed & 0x7FF)
    return (Int(packed >> 16) & 0xFFFF, scale >= 0x400 ? scale - 0x800 : scale)
  }
}
