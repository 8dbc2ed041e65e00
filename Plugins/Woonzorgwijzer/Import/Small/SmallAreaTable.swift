import WorkbenchKit

/// A table with a small area on each row, such as a postcode: a file, or one that stays in a database, of which only what is asked
/// for comes here.
struct SmallAreaTable {
  /// As it was typed.
  let name: String
  let place: Place?
  /// Without a cell in them where the table is elsewhere.
  let columns: [Column]
  private let reference: TableReference
  /// All of it, where it is here.
  private let whole: TakenTable?
  private let roles: [SmallRole: String]
  let context: Context

  /// - Parameter said: which column is for what, where the names do not tell it.
  /// - Throws: what reading the table throws; `small.role`, `column.unknown`.
  init(_ reference: TableReference, _ said: [Pair<String>], in context: Context) throws {
    self.reference = reference
    (name, place) = (reference.name, reference.place)
    self.context = context
    let isHeld = try reference.name.hasPrefix("$") || context.workspace.table(reference.name) != nil
    let plan = try isHeld ? nil : TableIntake().plan(reference.name, at: reference.place, in: context)
    if let plan {
      (whole, columns) = (nil, plan.columns)
    } else {
      let taken = try reference.table(in: context)
      (whole, columns) = (taken, taken.table.columns)
    }
    var roles: [SmallRole: String] = [:]
    let empty = Table(columns: columns.map { Column($0.name, .texts([])) })
    for pair in said {
      guard let role = SmallRole.allCases.first(where: { $0.words.contains(pair.key.lowercased()) }) else {
        throw Self.role(pair)
      }
      roles[role] = try empty.require(pair.value, at: pair.place).name
    }
    self.roles = roles
  }

  /// The column that is for something; nil where there is none.
  func column(_ role: SmallRole) -> Column? {
    if let name = roles[role] { return columns.first { $0.name == name } }
    return role.column(among: columns)
  }

  /// The column that somebody said is for something.
  func said(_ role: SmallRole) -> Column? { roles[role].flatMap { name in columns.first { $0.name == name } } }

  /// - Throws: `small.column`.
  func require(_ role: SmallRole) throws -> Column {
    if let column = column(role) { return column }
    throw lacking(Text(nl: Self.labels[role]?.nl ?? "", en: Self.labels[role]?.en ?? ""), role.words[1], role.words[0])
  }

  /// The error that a column is not there.
  func lacking(_ what: Text, _ dutch: String, _ english: String) -> Diagnostic {
    let list = Text.list(columns.map(\.name), atMost: 8)
    return Diagnostic(
      "small.column",
      Text(nl: "'\(name)' heeft geen kolom met \(what.nl)", en: "'\(name)' has no column of \(what.en)"),
      wayOut: Text(
        nl: "noem haar met --column \(dutch)=KOLOM; er staat in: \(list.nl)",
        en: "name it with --column \(english)=COLUMN; it holds: \(list.en)"), place: place)
  }

  private static let labels: [SmallRole: Text] = [
    .area: Text(nl: "kleine gebieden, zoals pc6", en: "small areas, such as pc6"),
    .within: Text(nl: "het gebied eromheen, zoals gemeente", en: "the area around them, such as gemeente"),
    .year: Text(nl: "het jaar", en: "the year"), .indicator: Text(nl: "kenmerken", en: "indicators"),
    .value: Text(nl: "cijfers, zoals waarde", en: "figures, such as waarde"),
    .people: Text(nl: "hoeveel mensen er wonen, zoals inwoners", en: "how many people live there, such as inwoners"),
  ]

  private static func role(_ pair: Pair<String>) -> Diagnostic {
    let words = SmallRole.allCases
    let (dutch, english) = (Text.list(words.map { $0.words[1] }), Text.list(words.map { $0.words[0] }))
    return Diagnostic(
      "small.role",
      Text(nl: "'\(pair.key)' is niets waar een kolom voor is", en: "'\(pair.key)' is nothing a column is for"),
      wayOut: Text(nl: "kies uit \(dutch.nl)", en: "choose among \(english.en)"), place: pair.place)
  }

  // MARK: Rows

  /// Returns the rows that are wanted, with these columns at least.
  ///
  /// - Throws: what reading the table throws.
  func rows(_ wanted: SmallRows, _ columns: [String]) throws -> (table: Table, notices: [Notice]) {
    if let whole { return (wanted.of(whole.table), whole.notices) }
    var intake = TableIntake()
    let names = self.columns.map(\.name).filter(columns.contains)
    intake.asked = wanted.stages(names)
    let taken = try reference.table(in: context, intake: intake)
    return (wanted.of(taken.table), taken.notices)
  }

  /// So many different values are told at most.
  private static let mostValues = 40

  /// What stands in a column, each once and in order; nil where that are too many, or it cannot be asked.
  func values(of column: Column, _ wanted: SmallRows = SmallRows()) throws -> [String]? {
    let table: Table
    if let whole {
      table = wanted.of(whole.table)
    } else {
      var intake = TableIntake()
      intake.asked = wanted.stages([column.name]) + [.group(SourceGrouping(keys: [column.name], figures: []))]
      do { table = try reference.table(in: context, intake: intake).table } catch is Diagnostic { return nil }
    }
    guard let found = table.column(column.name) else { return nil }
    var values: Set<String> = []
    for row in 0..<table.rowCount where !found.isMissing(row) {
      values.insert(found[row].plain)
      if values.count > Self.mostValues { return nil }
    }
    return values.sorted()
  }
}
