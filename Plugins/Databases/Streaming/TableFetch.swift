import WorkbenchKit

/// Takes what a plan asks out of a database, as it streams in.
struct TableFetch {
  let link: ServerLink
  let plan: FetchPlan
  /// Rows times columns.
  let limit: Int

  /// Returns the table, and what has to be said about its cells.
  ///
  /// - Throws: `db.toolarge` before anything comes where the server counts too many, and while it comes; `db.whole`; what the server
  ///   answers; what the interrupt throws.
  func run() throws -> (table: Table, notices: [Notice]) {
    try demandRoom()
    var builders = plan.pieces.map { ColumnBuilder($0.name, $0.form) }
    var reader = BinaryRows(columns: builders.count)
    let most = limit / builders.count
    do {
      try link.copy("copy (\(plan.sql)) to stdout (format binary)") { piece in
        try reader.read(piece) { column, cell in try builders[column].append(cell) }
        guard reader.rows <= most else {
          throw FetchProblem.tooLarge(rows: nil, columns: plan.pieces.count, limit: limit)
        }
      }
    } catch is BinaryRows.Garbled { throw FetchProblem.garbled(link.name) }
    guard reader.hasEnded else { throw FetchProblem.garbled(link.name) }
    return (Table(columns: builders.map(\.column)), notices(builders))
  }

  /// What the server thinks may be far from what there is: where it thinks of too many they are counted, up to one more than may be.
  private func demandRoom() throws {
    let columns = plan.pieces.count
    let most = limit / columns
    if let rows = plan.limit, rows <= most { return }
    let explained = try link.ask("explain (format json) select * from \(plan.relation) as q").value
    let guess = try explained.map { try JSONReader.parse($0) }?.array?.first?["Plan"]?["Plan Rows"]?.number ?? 0
    guard guess > Double(most) else { return }
    let counted = try link.ask(
      "select pg_catalog.count(*)::text from (select from \(plan.relation) as q limit \(most + 1)) as r")
    guard let count = counted.value.flatMap({ Int($0) }), count <= most else {
      throw FetchProblem.tooLarge(rows: guess < 1e15 ? Int(guess) : nil, columns: columns, limit: limit)
    }
  }

  private func notices(_ builders: [ColumnBuilder]) -> [Notice] {
    var notices: [Notice] = []
    let rounded = builders.filter { $0.roundedCells > 0 }
    if !rounded.isEmpty {
      notices.append(
        Notice(
          .caution,
          Self.cells(
            rounded.reduce(0) { $0 + $1.roundedCells },
            Text(
              nl: "getal heeft meer cijfers dan hier bewaard worden en is afgerond",
              en: "number has more digits than are kept here and was rounded"),
            Text(
              nl: "getallen hebben meer cijfers dan hier bewaard worden en zijn afgerond",
              en: "numbers have more digits than are kept here and were rounded"), in: rounded)))
    }
    let endless = builders.filter { $0.endlessCells > 0 }
    if !endless.isEmpty {
      notices.append(
        Notice(
          .caution,
          Self.cells(
            endless.reduce(0) { $0 + $1.endlessCells },
            Text(
              nl: "waarde is oneindig of geen getal en ontbreekt hier",
              en: "value is infinite or no number and is missing here"),
            Text(
              nl: "waarden zijn oneindig of geen getal en ontbreken hier",
              en: "values are infinite or no numbers and are missing here"), in: endless)))
    }
    if link.parameter("server_encoding") == "SQL_ASCII" {
      notices.append(
        .caution(
          nl: "de database zegt niet hoe haar letters zijn opgeslagen: kijk letters met een accent na",
          en: "the database does not say how its letters are stored: check letters with an accent"))
    }
    return notices
  }

  private static func cells(_ count: Int, _ one: Text, _ many: Text, in columns: [ColumnBuilder]) -> Text {
    .counted(count, one, many) + .verbatim(": ") + .quoted(columns.map(\.name))
  }
}
