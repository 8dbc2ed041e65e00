import WorkbenchKit

/// `join TABLE --on COL`: the columns of another table beside the rows that match.
struct Join: Stage {
  /// Which rows stay.
  enum Keeping: String, ArgumentChoice {
    case all, matched

    static let usual = all
    var about: Text? {
      switch self {
      case .all: Text(nl: "alle rijen", en: "all rows")
      case .matched: Text(nl: "alleen rijen met een partner", en: "only rows with a match")
      }
    }
  }

  struct Arguments: Sendable {
    let table = Argument(
      "table", .table, about: Text(nl: "de andere tabel", en: "the other table"),
      candidates: { context in context.workspace.names(.tables).map { Candidate($0) } })
    let on = Argument(
      flags: "on", .column,
      about: Text(nl: "de kolom waarop ze passen, of hier=daar", en: "the column on which they match, or here=there"))
    let keep = Argument(
      flag: "keep", .choice(Keeping.self), default: "all", about: Text(nl: "welke rijen blijven", en: "which rows stay")
    )
    let numbers = NumberArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "join", aliases: ["koppel"],
    summary: Text(
      nl: "zet de kolommen van een andere tabel naast de rijen die erbij horen",
      en: "put the columns of another table beside the rows that match"),
    details: Text(
      nl:
        "De andere tabel is een bestand, een tabel van de werkruimte of een onthouden uitkomst ($naam); een tabel van de werkruimte "
        + "gaat voor een bestand dat zo heet. Heet de sleutel daar anders: --on hier=daar. Standaard blijven alle rijen, en is leeg wat "
        + "geen partner vindt; met --keep matched blijven alleen rijen met een partner. Past een rij bij meer rijen, dan komt zij meer "
        + "dan eens. Een naam die al bestaat krijgt een nummer erachter. Een lege sleutel past nergens bij.",
      en:
        "The other table is a file, a table of the workspace or a remembered result ($name); a table of the workspace goes before a "
        + "file that is called so. If the key is called otherwise there: --on here=there. By default all rows stay, and what finds no "
        + "match is empty; with --keep matched only rows with a match stay. If a row matches several, it comes more than once. A name "
        + "that is taken gets a number behind it. A missing key matches nothing."),
    input: .required,
    examples: [
      .init(
        "read buurten.csv | join zorg.csv --on code",
        Text(nl: "zorgplekken bij elke buurt", en: "places of care with each area")),
      .init(
        "read buurten.csv | rename code buurt | join zorg.csv --on buurt=code --keep matched",
        Text(nl: "sleutels met een andere naam", en: "keys with another name")),
      .init(
        "read buurten.csv | join zorg.csv --on naam",
        Text(nl: "een sleutel die daar niet is", en: "a key that is not there"),
        failsWith: "column.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let left = try input.requiredTable(for: given)
    guard !given.on.isEmpty else {
      throw Diagnostic(
        "argument.missing", Text(nl: "'join' mist --on", en: "'join' lacks --on"),
        wayOut: Text(nl: "noem de kolom waarop de tabellen passen", en: "name the column on which the tables match"),
        place: given.place)
    }
    var intake = TableIntake(marks: try given.numbers.marks())
    intake.keepsDates = true
    let other = try given.table.table(in: context, intake: intake)
    let pairs = try given.on.map { try KeyPair($0, left, other.table) }
    for pair in pairs { try pair.check(left, other.table) }
    let keepsAll = given.keep == .all
    let matching = try RowMatching(
      left.selecting(pairs.map(\.left)).columns, other.table.selecting(pairs.map(\.right)).columns,
      leftCount: left.rowCount, rightCount: other.table.rowCount, keepsAll: keepsAll, at: given.place,
      context.checkInterrupt)
    let keys = Set(pairs.map(\.right))
    let added = other.table.columns.indices.filter { !keys.contains($0) }.map { other.table.columns[$0] }
    var joined = Table(
      title: left.title,
      columns: left.showing(pairs.map(\.left)).columns.map { $0.rows(matching.leftRows) }
        + added.map { $0.rows(matching.rightRows) })
    joined.persons = left.persons?.rows(matching.leftRows)
    // How many of persons have a match tells who is in another table.
    let isSealed = left.persons?.isSealed == true
    return input.replacing(
      joined, adding: other.notices + (isSealed ? [] : notices(matching, given.table.name, keepsAll)))
  }

  private func notices(_ matching: RowMatching, _ name: String, _ keepsAll: Bool) -> [Notice] {
    var notices: [Notice] = []
    if matching.unmatchedLeft > 0 {
      let some = Text.rows(matching.unmatchedLeft)
      notices.append(
        Notice(
          .caution,
          keepsAll
            ? Text(nl: "\(some.nl) zonder partner in '\(name)'", en: "\(some.en) without a match in '\(name)'")
            : Text(
              nl: "\(some.nl) weggelaten: zonder partner in '\(name)'", en: "\(some.en) left out: no match in '\(name)'"
            )))
    }
    if matching.unmatchedRight > 0 {
      let some = Text.rows(matching.unmatchedRight)
      notices.append(
        .info(nl: "\(some.nl) van '\(name)' niet gebruikt", en: "\(some.en) of '\(name)' not used"))
    }
    if matching.repeated > 0 {
      let some = Text.rows(matching.repeated)
      notices.append(
        .caution(
          nl: "\(some.nl) past bij meer dan één rij van '\(name)' en staat er vaker",
          en: "\(some.en) with more than one match in '\(name)', each repeated"))
    }
    return notices
  }
}
