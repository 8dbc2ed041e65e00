import WorkbenchKit

/// What is asked of a server: which columns in which form, of what, and in which order.
struct FetchPlan {
  /// One column.
  struct Piece: Sendable {
    let name: String
    /// As it stands in SQL.
    let quoted: String
    let form: ColumnForm
    /// Of a number of decimals its digits and those behind the point, where its type says them.
    var digits: (precision: Int, scale: Int)?
    /// Whether the server has it as text itself.
    var isText = true
  }

  /// As it stands behind `from`.
  var relation: String
  var pieces: [Piece]
  /// What the rows are ordered by; empty where the question says that itself.
  let order: [String]
  /// What a person has to know of the order.
  let notice: Notice?
  /// How many rows are asked for at most; nil for all.
  var limit: Int?
  /// Whether any rows will do, whatever stands in `order`.
  var isUnordered = false

  /// The question.
  var sql: String {
    let columns = pieces.map { $0.form.expression("q.\($0.quoted)") }.joined(separator: ", ")
    let ordered = order.isEmpty || isUnordered ? "" : " order by \(order.joined(separator: ", "))"
    let limited = limit.map { " limit \($0)" } ?? ""
    return "select \(columns) from \(relation) as q\(ordered)\(limited)"
  }

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - relation: as it stands behind `from`.
  ///   - what: what errors call it.
  ///   - texts: columns that are texts whatever stands in them.
  ///   - key: the columns that no two rows have the same; empty where there are none.
  ///   - saysOrder: whether the question says the order itself.
  ///   - link: is asked for the columns.
  /// - Throws: `db.columns`, `db.type`, `column.unknown`, what the server answers.
  init(
    _ relation: String, called what: String, texts: [String], key: [String], saysOrder: Bool, through link: ServerLink
  ) throws {
    let columns = try link.columns(of: "select * from \(relation) as q")
    guard !columns.isEmpty else { throw FetchProblem.noColumns(what) }
    let twice = Dictionary(grouping: columns, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
    guard twice.isEmpty else { throw FetchProblem.twoColumns(twice) }
    let empty = Table(columns: columns.map { .numbers($0.name, []) })
    for text in texts { _ = try empty.require(text) }
    let types = try TypeCatalogue(link: link).forms(of: Set(columns.map(\.type)))
    let pieces = try columns.map { column in
      Piece(
        name: column.name, quoted: try link.quoted(column.name),
        form: texts.contains(column.name) ? .text : types.forms[column.type] ?? .unreadable, digits: column.digits,
        isText: !texts.contains(column.name))
    }
    let strange = zip(columns, pieces).filter { $1.form == .unreadable }
    guard strange.isEmpty else {
      throw FetchProblem.types(strange.map { ($0.0.name, types.names[$0.0.type] ?? "?") })
    }
    self.relation = relation
    self.pieces = pieces
    if saysOrder {
      (order, notice) = ([], nil)
    } else if !key.isEmpty {
      order = try key.map { "q.\(try link.quoted($0))" }
      let names = Text.list(key)
      notice = .info(
        nl: "de rijen staan op volgorde van de sleutel: \(names.nl)",
        en: "the rows are in order of the key: \(names.en)")
    } else {
      order = pieces.map(Self.orderTerm)
      notice = .info(
        nl: "er is geen sleutel: de rijen staan op volgorde van alle kolommen",
        en: "there is no key: the rows are in order of all columns")
    }
  }

  /// Texts by their letters' numbers: by a language's rules, two that differ could stand in either order.
  private static func orderTerm(_ piece: Piece) -> String {
    let column = "q.\(piece.quoted)"
    return piece.form == .text ? "(\(column)::pg_catalog.text) collate \"C\"" : column
  }
}
