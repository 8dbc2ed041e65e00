/// A question whose answer is a table: which columns in which form, of what, and in which order.
struct AnswerQuery {
  /// One column of the answer.
  struct Field: Sendable {
    let name: String
    /// What is asked for, over a relation that is called `q`.
    let sql: String
    /// In which form it comes.
    let form: ColumnForm
  }

  var fields: [Field]
  /// As it stands behind `from`.
  var relation: String
  /// What makes a group, over `q`; empty where rows are none.
  var groups: [String] = []
  /// What the rows are ordered by; empty where the question says that itself.
  var order: [OrderTerm]
  /// How many of the first terms of the order say where a row stands; the others only set those at one place apart. Nil for all.
  var settledTerms: Int?
  /// Whether no two rows stand at one place.
  var isKeyed = false
  /// How many rows are asked for at most; nil for all.
  var limit: Int?

  /// - Parameter showsOrder: whether the terms of the order are asked for too, behind the fields.
  func sql(showsOrder: Bool = false) -> String {
    let asked = fields.map(\.sql) + (showsOrder ? order.map(\.asked) : [])
    let grouped = groups.isEmpty ? "" : " group by \(groups.joined(separator: ", "))"
    let ordered = order.isEmpty ? "" : " order by \(order.map(\.spelled).joined(separator: ", "))"
    let limited = limit.map { " limit \($0)" } ?? ""
    return "select \(asked.joined(separator: ", ")) from \(relation) as q\(grouped)\(ordered)\(limited)"
  }
}

/// Something that rows are ordered by, upwards or downwards; what is missing comes last.
struct OrderTerm: Sendable, Hashable {
  /// How two of it are held against each other; what is no number comes behind all numbers.
  enum Kind: Sendable, Hashable {
    case truth, whole, double, decimal, bytes
  }

  /// Over `q`.
  let sql: String
  let kind: Kind
  /// Whether the highest comes first.
  var isDescending = false

  /// As it stands behind `order by`: upwards a server puts what is missing last by itself.
  var spelled: String { isDescending ? "\(sql) desc nulls last" : sql }

  /// In a form in which the order is kept; of a day and a moment it is how far they lie from the year 2000.
  var asked: String {
    switch kind {
    case .double: "(\(sql))::pg_catalog.float8"
    case .decimal, .bytes: "(\(sql))::pg_catalog.text"
    case .truth, .whole: sql
    }
  }
}
