/// Rows that a server gave as texts: of its catalogue, never of tables that a person reads.
struct ServerAnswer {
  /// Of each row its cells; nil where one is missing.
  let rows: [[String?]]

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
}
