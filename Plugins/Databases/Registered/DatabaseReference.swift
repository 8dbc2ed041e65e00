/// What stands behind `db:`: a database, and a table in it.
struct DatabaseReference: Sendable, Hashable {
  /// The database.
  let database: String
  /// `schema.table`, or what somebody took for it; nil where the database alone is meant.
  let table: String?

  /// Reads `NAME`, `NAME/schema.table`, and `NAME!schema.table` as for what stands in a file.
  init(_ typed: String) {
    let mark = typed.firstIndex { $0 == "/" || $0 == "!" }
    database = String(typed[..<(mark ?? typed.endIndex)])
    table = mark.map { String(typed[typed.index(after: $0)...]) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Reads `NAME.schema.table` too, where no slash says which is which.
  init(dotted typed: String) {
    let plain = DatabaseReference(typed)
    if plain.table == nil, let dot = typed.firstIndex(of: ".") {
      self = DatabaseReference(typed.replacing(".", with: "/", subrange: dot..<typed.endIndex, maxReplacements: 1))
    } else {
      self = plain
    }
  }

  /// Schema and table apart; nil where there is no point between them.
  static func parts(_ table: String) -> (schema: String, table: String)? {
    guard let dot = table.firstIndex(of: "."), dot > table.startIndex else { return nil }
    let name = table[table.index(after: dot)...]
    return name.isEmpty ? nil : (String(table[..<dot]), String(name))
  }
}
