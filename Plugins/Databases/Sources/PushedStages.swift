import WorkbenchKit

/// Puts the first of the stages behind `read` into the question, as many as have an outcome that is equal to the last bit.
///
/// Before rows are fetched with columns or rows left out, the guard looks at all columns of a sample, as it does where a file is
/// read; a table of persons is asked for whole, so that small counts of them are known as such.
struct PushedStages {
  /// So many rows of all columns the guard sees.
  private static let sample = 10_000

  /// The question with the stages in it.
  private(set) var plan: FetchPlan
  /// How many of them it holds.
  private(set) var count = 0
  private let link: ServerLink
  /// What was asked about columns of texts and of long whole numbers.
  private var known: [String: TranslatedColumn] = [:]

  /// - Parameters:
  ///   - stages: as they stand behind `read`.
  ///   - plan: the question without them.
  ///   - limit: rows times columns that may be taken in.
  ///   - name: what errors call the table.
  /// - Throws: `personal.found`, what the server answers.
  init(_ stages: [SourceStage], into plan: FetchPlan, limit: Int, called name: String, through link: ServerLink) throws
  {
    self.plan = plan
    self.link = link
    var pushed = self
    for stage in stages {
      guard try pushed.push(stage) else { break }
      pushed.count += 1
    }
    guard pushed.count > 0, try !isOfPersons(limit, name) else { return }
    (self.plan, count) = (pushed.plan, pushed.count)
  }

  /// What was done on the server; nil where nothing was.
  var notice: Notice? {
    guard count > 0 else { return nil }
    return Notice(
      .info,
      .counted(
        count,
        Text(
          nl: "stap van de regel is in de database gedaan, met gelijke uitkomst",
          en: "stage of the line was done in the database, with the same outcome"),
        Text(
          nl: "stappen van de regel zijn in de database gedaan, met gelijke uitkomst",
          en: "stages of the line were done in the database, with the same outcome")))
  }

  private func isOfPersons(_ limit: Int, _ name: String) throws -> Bool {
    var sampled = plan
    sampled.limit = min(Self.sample, max(1, limit / plan.pieces.count))
    // In no order: to sort all rows for a look at some would cost more than to read them.
    sampled.isUnordered = true
    let table = try TableFetch(link: link, plan: sampled, limit: limit).run().table
    let admitted = try Protection.strict.admit(table, from: name)
    return PersonalData.isOfPersons(admitted, dropped: [], pseudonymised: [])
  }

  private mutating func push(_ stage: SourceStage) throws -> Bool {
    switch stage {
    case .first(let rows): plan.limit = min(plan.limit ?? .max, rows)
    case .select(let names):
      let pieces = names.compactMap { name in plan.pieces.first { $0.name == name } }
      guard !names.isEmpty, pieces.count == names.count, Set(names).count == names.count else { return false }
      plan.pieces = pieces
    case .filter(let condition):
      // What is sought behind the first rows is sought among these only.
      guard plan.limit == nil, condition.columns.allSatisfy({ name in plan.pieces.contains { $0.name == name } }),
        let sql = try translated(condition)
      else { return false }
      plan.relation = "(select * from \(plan.relation) as q where \(sql))"
    }
    return true
  }

  /// A condition as SQL; nil where it stays here.
  private mutating func translated(_ condition: SourceTerm) throws -> String? {
    var columns: [String: TranslatedColumn] = [:]
    for name in condition.columns {
      guard let piece = plan.pieces.first(where: { $0.name == name }), let column = try column(piece) else {
        return nil
      }
      columns[name] = column
    }
    do { return try Translator(columns: columns).condition(condition) } catch let stays as StaysHere {
      // Only where letters matter is it worth looking at all of them.
      guard stays.reason == .letters else { return nil }
    }
    for (name, column) in columns where column.kind == .text(isPlain: false) {
      let answer = try link.ask(TranslatedColumn.plainCheck(column.quoted, of: "\(plan.relation) as q")).value
      let isPlain = answer.map { $0 == "t" } ?? true
      columns[name] = TranslatedColumn(quoted: column.quoted, kind: .text(isPlain: isPlain))
    }
    return try? Translator(columns: columns).condition(condition)
  }

  /// What is known of a column; nil for one that is not translated.
  private mutating func column(_ piece: FetchPlan.Piece) throws -> TranslatedColumn? {
    if let column = known[piece.name] { return column }
    let kind: TranslatedColumn.Kind? =
      switch piece.form {
      case .boolean: .truth
      case .whole: .whole(-2_147_483_648...2_147_483_647)
      case .long: try isWithinBounds(piece) ? .whole(-9_007_199_254_740_992...9_007_199_254_740_992) : nil
      case .single: .single
      case .double: .double
      case .decimal: piece.digits.map { .decimal(precision: $0.precision, scale: $0.scale) }
      case .text where piece.isText: .text(isPlain: false)
      case .text, .day, .moment, .zonedMoment, .unreadable: nil
      }
    guard let kind else { return nil }
    known[piece.name] = TranslatedColumn(quoted: piece.quoted, kind: kind)
    return known[piece.name]
  }

  /// One that is beyond what a number holds is an error where it is read: the question must not pass it over.
  private func isWithinBounds(_ piece: FetchPlan.Piece) throws -> Bool {
    let cell = "q.\(piece.quoted)"
    return try link.ask(
      """
      select not exists (select from \(plan.relation) as q where \(cell) > 9007199254740992 \
      or \(cell) < -9007199254740992)
      """
    ).value == "t"
  }
}

extension SourceTerm {
  /// The columns that it asks about.
  fileprivate var columns: Set<String> {
    switch self {
    case .column(let name): [name]
    case .number, .text: []
    case .negative(let inner), .isMissing(let inner), .not(let inner), .abs(let inner), .lower(let inner),
      .length(let inner), .round(let inner, _), .contains(let inner, _):
      inner.columns
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): left.columns.union(right.columns)
    case .among(let value, let members): members.reduce(value.columns) { $0.union($1.columns) }
    case .all(let parts), .any(let parts), .least(let parts), .greatest(let parts):
      parts.reduce([]) { $0.union($1.columns) }
    case .choice(let condition, let first, let second):
      condition.columns.union(first.columns).union(second.columns)
    }
  }
}
