import WorkbenchKit

/// What is asked of a server: which columns in which form, of what, and in which order.
struct FetchPlan {
  /// One column.
  struct Piece: Sendable {
    let name: String
    /// As it stands in SQL.
    let quoted: String
    let form: ColumnForm
    /// The number of its type in the server's catalogue, of a domain that of what it is made of.
    let type: UInt32
    /// Of a number of decimals its digits and those behind the point, where its type says them.
    var digits: (precision: Int, scale: Int)?
    /// Whether the server has it as text itself.
    var isText = true
  }

  /// As it stands behind `from`.
  var relation: String
  var pieces: [Piece]
  /// All columns of the relation, also those that are not asked for.
  let whole: [Piece]
  /// Whether no two rows have the same in what they are ordered by.
  let hasKey: Bool
  /// What the rows are ordered by, of each column its name; empty where the question says that itself.
  private(set) var order: [(column: String, term: OrderTerm)]
  /// What a person has to know of the order.
  private(set) var notice: Notice?
  /// Whether a stage put the rows in an order.
  private(set) var isSorted = false
  /// How many columns were worked out of others.
  private var derived = 0
  /// How many rows are asked for at most; nil for all.
  var limit: Int?
  /// Whether any rows will do, whatever stands in `order`.
  var isUnordered = false

  /// The question.
  var query: AnswerQuery {
    AnswerQuery(
      fields: pieces.map { .init(name: $0.name, sql: $0.form.expression("q.\($0.quoted)"), form: $0.form) },
      relation: relation, order: isUnordered ? [] : order.map(\.term), isKeyed: hasKey && !isUnordered, limit: limit)
  }

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - relation: as it stands behind `from`.
  ///   - what: what errors call it.
  ///   - texts: columns that are texts whatever stands in them.
  ///   - key: the columns that no two rows have the same; empty where there are none.
  ///   - saysOrder: whether the question says the order itself.
  ///   - lettersOrder: whether texts of a key are ordered by their letters' numbers too, so that servers agree on it.
  ///   - link: is asked for the columns.
  /// - Throws: `db.columns`, `db.type`, `column.unknown`, what the server answers.
  init(
    _ relation: String, called what: String, texts: [String], key: [String], saysOrder: Bool,
    lettersOrder: Bool = false, through link: ServerLink
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
        form: texts.contains(column.name) ? .text : types.forms[column.type] ?? .unreadable, type: column.type,
        digits: column.digits,
        isText: !texts.contains(column.name))
    }
    let strange = zip(columns, pieces).filter { $1.form == .unreadable }
    guard strange.isEmpty else {
      throw FetchProblem.types(strange.map { ($0.0.name, types.names[$0.0.type] ?? "?") })
    }
    self.relation = relation
    (self.pieces, whole) = (pieces, pieces)
    hasKey = !saysOrder && !key.isEmpty
    if saysOrder {
      (order, notice) = ([], nil)
    } else if !key.isEmpty {
      order = key.compactMap { name in
        pieces.first { $0.name == name }.map { (name, $0.orderTerm(byLetters: lettersOrder)) }
      }
      let names = Text.list(key)
      notice = .info(
        nl: "de rijen staan op volgorde van de sleutel: \(names.nl)",
        en: "the rows are in order of the key: \(names.en)")
    } else {
      order = pieces.map { ($0.name, $0.orderTerm(byLetters: true)) }
      notice = .info(
        nl: "er is geen sleutel: de rijen staan op volgorde van alle kolommen",
        en: "there is no key: the rows are in order of all columns")
    }
  }
}

extension FetchPlan {
  /// Orders the rows by some terms, and those that are equal in these as they were.
  mutating func sort(by terms: [(column: String, term: OrderTerm)]) {
    if !isSorted { notice = notice.map { Notice($0.level, Self.ties + $0.text) } }
    order = terms + order
    isSorted = true
  }

  private static let ties = Text(nl: "voor rijen die gelijk zijn: ", en: "for rows that are equal: ")

  /// Adds a column that is worked out of others; one that is called so already is no longer asked for.
  ///
  /// - Parameters:
  ///   - name: of the column.
  ///   - sql: what it is, over `q`.
  ///   - form: in which form it comes.
  ///   - type: the number of its type in the server's catalogue.
  ///   - link: quotes what it is called on the server, which is like no other column there.
  mutating func derive(_ name: String, _ sql: String, _ form: ColumnForm, type: UInt32, through link: ServerLink) throws
  {
    derived += 1
    var label = "derived \(derived)"
    while whole.contains(where: { $0.name == label }) { label += "_" }
    let piece = Piece(name: name, quoted: try link.quoted(label), form: form, type: type)
    relation = "(select q.*, \(sql) as \(piece.quoted) from \(relation) as q)"
    if let place = pieces.firstIndex(where: { $0.name == name }) { pieces[place] = piece } else { pieces.append(piece) }
  }
}

extension FetchPlan.Piece {
  /// The server's own texts that it can order as they are.
  private static let texts: Set<UInt32> = [25, 1042, 1043]

  /// What orders rows by it. By a language's rules, two texts that differ could stand in either order.
  ///
  /// - Parameter byLetters: whether texts are ordered by their letters' numbers.
  func orderTerm(byLetters: Bool) -> OrderTerm {
    let column = "q.\(quoted)"
    switch form {
    case .boolean: return OrderTerm(sql: column, kind: .truth)
    case .whole, .long: return OrderTerm(sql: column, kind: .whole)
    case .single, .double: return OrderTerm(sql: column, kind: .double)
    case .decimal: return OrderTerm(sql: column, kind: .decimal)
    case .day, .moment, .zonedMoment: return OrderTerm(sql: column, kind: .whole)
    case .text, .unreadable:
      guard byLetters else { return OrderTerm(sql: column, kind: .bytes) }
      let text = isText && Self.texts.contains(type) ? column : "(\(column)::pg_catalog.text)"
      return OrderTerm(sql: "\(text) collate \"C\"", kind: .bytes)
    }
  }
}
