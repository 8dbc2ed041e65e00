import WorkbenchKit

/// Puts the first of the stages behind `read` into the question, as many as have an outcome that is equal to the last bit.
///
/// Before rows are fetched with columns or rows left out, the guard looks at all columns of a sample, as it does where a file is
/// read; a table of persons is asked for whole, so that small counts of them are known as such.
struct PushedStages {
  /// So many rows of all columns the guard sees.
  private static let sampled = 10_000

  /// The question with the stages in it, but for the last where that is a group.
  private(set) var plan: FetchPlan
  /// How many of them it holds.
  private(set) var count = 0
  /// The group behind these, where it is done there too; `some(nil)` counts the rows.
  private(set) var group: SourceGrouping??
  /// Of each stage where it is done, up to the first that is done here.
  private(set) var steps: [SourcePlan.Step] = []
  /// Some rows of all columns, where any stage is done there.
  private(set) var sample: Table?
  let servers: Servers
  private var columns: KnownColumns

  /// - Parameters:
  ///   - stages: as they stand behind `read`.
  ///   - plan: the question without them.
  ///   - limit: rows times columns that may be taken in.
  ///   - name: what errors call the table.
  /// - Throws: `personal.found`, what a server answers.
  init(_ stages: [SourceStage], into plan: FetchPlan, limit: Int, called name: String, through servers: Servers) throws
  {
    self.plan = plan
    self.servers = servers
    columns = KnownColumns(servers: servers)
    var pushed = self
    for stage in stages {
      if let reason = try pushed.push(stage) {
        pushed.steps.append(SourcePlan.Step(isThere: false, reason: reason))
        break
      }
      pushed.steps.append(SourcePlan.Step(isThere: true))
      if pushed.group != nil { break }
      pushed.count += 1
    }
    steps = pushed.steps
    guard pushed.steps.contains(where: \.isThere) || pushed.plan.limit != nil else { return }
    let table = try sample(limit, name)
    guard !PersonalData.isOfPersons(table, dropped: [], pseudonymised: []) else {
      steps = [SourcePlan.Step(isThere: false, reason: StaysHere.persons)]
      return
    }
    (self.plan, count, group, sample) = (pushed.plan, pushed.count, pushed.group, table)
    if let grouping = group,
      !GroupFetch(servers: servers, grouping: grouping, plan: self.plan, limit: limit).canWeigh(table)
    {
      leaveGroup(StaysHere(.decimals))
    }
  }

  /// How many stages are done there, the group among them.
  var done: Int { steps.count { $0.isThere } }

  /// What was done on the server; nil where nothing was.
  var notice: Notice? {
    guard done > 0 else { return nil }
    return Notice(
      .info,
      .counted(
        done,
        Text(
          nl: "stap van de regel is in de database gedaan, met gelijke uitkomst",
          en: "stage of the line was done in the database, with the same outcome"),
        Text(
          nl: "stappen van de regel zijn in de database gedaan, met gelijke uitkomst",
          en: "stages of the line were done in the database, with the same outcome")))
  }

  /// What has to be said of a group that was left here only when it had been asked for.
  private(set) var afterAll: Notice?

  /// Leaves the group to be done here: only when it was asked was it seen that the outcome could differ.
  mutating func keepGroup(_ stays: StaysHere) {
    leaveGroup(stays)
    afterAll = Notice(
      .info, Text(nl: "de groepen zijn toch hier gemaakt: ", en: "the groups were made here after all: ") + stays.words)
  }

  private mutating func leaveGroup(_ stays: StaysHere) {
    group = nil
    if let last = steps.indices.last { steps[last] = SourcePlan.Step(isThere: false, reason: stays.words) }
  }

  private func sample(_ limit: Int, _ name: String) throws -> Table {
    var sampled = plan
    sampled.limit = min(Self.sampled, max(1, limit / plan.pieces.count))
    // In no order: to sort all rows for a look at some would cost more than to read them.
    sampled.isUnordered = true
    let table = try TableFetch(servers: servers, plan: sampled, limit: limit).run().table
    return try Protection.strict.admit(table, from: name)
  }

  /// Returns why a stage stays here; nil where it does not.
  private mutating func push(_ stage: SourceStage) throws -> Text? {
    do {
      switch stage {
      case .first(let rows): plan.limit = min(plan.limit ?? .max, rows)
      case .select(let names):
        try demand(names)
        guard !names.isEmpty, Set(names).count == names.count else { throw StaysHere(.twice) }
        plan.pieces = names.compactMap { name in plan.pieces.first { $0.name == name } }
      case .filter(let condition):
        try demand(Array(condition.columns))
        // What is sought behind the first rows is sought among these only.
        guard plan.limit == nil else { throw StaysHere(.limit) }
        let sql = try translated(condition)
        plan.relation = "(select * from \(plan.relation) as q where \(sql))"
      case .sort(let orders):
        try demand(orders.map(\.column))
        try sort(orders)
      case .highest(let rows, let column):
        try demand([column])
        try sort([SourceOrder(column, isDescending: true)])
        plan.limit = rows
      case .derive(let name, let term):
        try demand(term.columns.sorted())
        try derive(name, term)
      case .group(let grouping):
        try demand(grouping.keys + grouping.figures.map(\.column) + [grouping.weight].compactMap(\.self))
        group = .some(try prepared(grouping))
      case .count:
        guard plan.limit == nil else { throw StaysHere(.limit) }
        group = .some(nil)
      }
      return nil
    } catch let stays as StaysHere {
      // The stage itself says what is wrong with it, and needs no row for that; of a column that holds no numbers one.
      if stays.isMistake { plan.limit = 0 }
      if case .notNumbers(let name) = stays.reason { try narrow(toValueOf: name) }
      return stays.words
    }
  }

  /// Asks for one row in which a column holds something, where there is one: of a column that holds nothing a sum is nothing.
  private mutating func narrow(toValueOf name: String) throws {
    guard let piece = plan.pieces.first(where: { $0.name == name }) else { return }
    // A day without end is missing here, as one that is not there.
    let isDay = [.day, .moment, .zonedMoment].contains(piece.form)
    let finite = isDay ? " and pg_catalog.isfinite(q.\(piece.quoted))" : ""
    let relation = "(select * from \(plan.relation) as q where q.\(piece.quoted) is not null\(finite))"
    let found = try servers.ask("select exists (select from \(relation) as q)::text")
    guard found.contains(where: { $0.value == "true" }) else { return }
    (plan.relation, plan.limit) = (relation, 1)
    plan.isUnordered = true
  }

  private func demand(_ names: [String]) throws {
    for name in names where !plan.pieces.contains(where: { $0.name == name }) { throw StaysHere(.column(name)) }
  }

  private func prepared(_ grouping: SourceGrouping) throws -> SourceGrouping {
    guard plan.limit == nil else { throw StaysHere(.limit) }
    let summed = grouping.figures.filter { $0.kind == .sum || $0.kind == .mean }
    if grouping.weight != nil, !summed.contains(where: { $0.kind == .mean }) { throw StaysHere(.noMean) }
    let numbers = grouping.figures.filter { $0.kind != .count }.map(\.column) + [grouping.weight].compactMap(\.self)
    for name in numbers where plan.pieces.first(where: { $0.name == name })?.isOfNumbers != true {
      throw StaysHere(.notNumbers(name))
    }
    guard !plan.order.isEmpty else { throw StaysHere(.ownOrder) }
    guard !plan.isSorted else { throw StaysHere(.sorted) }
    guard !summed.isEmpty else { return grouping }
    let areas = NestedAreas(servers: servers, plan: plan)
    // Of figures that are published by area more has to be said, and that is known here.
    let arePublished = summed.contains { figure in
      figure.kind == .mean && figure.column.split(separator: "_").count > 1
        && figure.column.split(separator: "_").last.map { Int($0) != nil } == true
    }
    if try areas.areThere() || arePublished && areas.holdsCodes() { throw StaysHere(.areas) }
    return grouping
  }

  /// A condition as SQL.
  ///
  /// - Throws: `StaysHere`.
  private mutating func translated(_ condition: SourceTerm) throws -> String {
    try translating(condition.columns) { try $0.condition(condition) }
  }

  /// Puts something about columns into SQL; whether the letters of texts are ASCII only is looked at where that matters.
  ///
  /// - Throws: `StaysHere`.
  private mutating func translating<Made>(_ names: Set<String>, _ make: (Translator) throws -> Made) throws -> Made {
    var known: [String: TranslatedColumn] = [:]
    for piece in plan.pieces where names.contains(piece.name) {
      guard let column = try columns.column(piece, of: plan.relation) else { throw StaysHere(.type) }
      known[piece.name] = column
    }
    let normalizes = try servers.normalize
    do { return try make(Translator(columns: known, normalizes: normalizes)) } catch let stays as StaysHere {
      // Only where letters matter is it worth looking at all of them.
      guard stays.reason == .letters else { throw stays }
    }
    for (name, column) in known where column.kind == .text(isPlain: false) {
      let answers = try servers.ask(TranslatedColumn.plainCheck("q.\(column.quoted)", of: "\(plan.relation) as q"))
      let isPlain = answers.allSatisfy { $0.value.map { $0 == "t" } ?? true }
      known[name] = TranslatedColumn(
        quoted: column.quoted, kind: .text(isPlain: isPlain), isByBytes: column.isByBytes, isPadded: column.isPadded)
    }
    return try make(Translator(columns: known, normalizes: normalizes))
  }

  /// Puts the rows in an order that is the one here; those that are equal stay as they were.
  ///
  /// - Throws: `StaysHere`.
  private mutating func sort(_ orders: [SourceOrder]) throws {
    // Of the first rows others would be taken.
    guard plan.limit == nil else { throw StaysHere(.limit) }
    guard !plan.order.isEmpty else { throw StaysHere(.ownTies) }
    var terms: [(column: String, term: OrderTerm)] = []
    for order in orders {
      guard let piece = plan.pieces.first(where: { $0.name == order.column }) else { continue }
      terms += try sortTerms(piece).map { term in
        (order.column, OrderTerm(sql: term.sql, kind: term.kind, isDescending: order.isDescending))
      }
    }
    plan.sort(by: terms)
  }

  private mutating func sortTerms(_ piece: FetchPlan.Piece) throws -> [OrderTerm] {
    // A day without end is missing here, and days are ordered as texts.
    if piece.form == .day {
      let cell = "q.\(piece.quoted)"
      let text = "(case when pg_catalog.isfinite(\(cell)) then \(cell)::pg_catalog.text end) collate \"C\""
      return [OrderTerm(sql: text, kind: .bytes)]
    }
    return try translating([piece.name]) { try $0.orderTerms(.column(piece.name)) }
  }

  /// Adds a column that is worked out of others.
  ///
  /// - Throws: `StaysHere`.
  private mutating func derive(_ name: String, _ term: SourceTerm) throws {
    // By what stands there already groups are put in the order of their first rows.
    guard !plan.order.contains(where: { $0.column == name }) else { throw StaysHere(.twice) }
    let outcome = try translating(term.columns) { try $0.outcome(term) }
    try plan.derive(name, outcome.sql, outcome.form, type: outcome.type, through: servers.first)
  }
}

extension FetchPlan.Piece {
  fileprivate var isOfNumbers: Bool {
    switch form {
    case .whole, .long, .single, .double, .decimal: true
    default: false
    }
  }
}
