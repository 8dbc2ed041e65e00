import WorkbenchKit

/// `pivot COL… --values COL`: each value of a column becomes a column of its own.
struct Pivot: FigureStage {
  struct Arguments: Sendable {
    let names = Argument(
      list: "names", .column,
      about: Text(
        nl: "de kolom waarvan elke waarde een kolom wordt", en: "the column of which each value becomes a column"))
    let values = Argument(
      flags: "values", .column, required: true,
      about: Text(nl: "de kolom met wat in de cellen komt", en: "the column with what comes in the cells"))
    let rows = Argument(
      flags: "rows", .column,
      about: Text(
        nl: "de kolommen die een rij maken; anders alle andere", en: "the columns that make a row; else all others"))
    let using = Argument(
      flag: "using", .choice(GroupFigure.Statistic.self),
      about: Text(
        nl: "het cijfer van een cel waar meer rijen in vallen", en: "the figure of a cell into which several rows fall")
    )
    let weight = Argument(
      flag: "weight", .column,
      about: Text(nl: "waarnaar --using mean de rijen weegt", en: "by what --using mean weighs the rows"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "pivot", aliases: ["kantel"],
    summary: Text(
      nl: "maak van de waarden van een kolom kolommen: van lang naar breed",
      en: "make columns of the values of a column: from long to wide"),
    details: Text(
      nl:
        "Zonder --rows maken alle andere kolommen samen een rij. Vallen er meer rijen in één cel, dan is dat een fout, tenzij --using zegt "
        + "welk cijfer er komt: sum, mean, count, min of max, zoals bij 'group'. Een combinatie die niet voorkomt is leeg, en bij count nul. "
        + "Wat achtergehouden is blijft achtergehouden. Rijen en kolommen staan op volgorde van hun eerste rij. Bij meer kolommen in "
        + "--values heten de nieuwe a_2023, b_2023; bij meer namen huur_2023. 'unpivot' gaat terug.",
      en:
        "Without --rows all other columns together make a row. Several rows in one cell are an error, unless --using says which figure "
        + "comes there: sum, mean, count, min or max, as with 'group'. A combination that does not occur is empty, and nought with count. "
        + "What is withheld stays withheld. Rows and columns stand in the order of their first row. With several columns in --values the "
        + "new ones are called a_2023, b_2023; with several names rent_2023. 'unpivot' goes back."),
    input: .required,
    examples: [
      .init(
        "read zorg.csv | pivot voorziening --values plaatsen",
        Text(nl: "een kolom voor elke voorziening", en: "a column for each provision")),
      .init(
        "read buurten.csv | pivot gemeente --values inwoners --rows oppervlakte --using sum",
        Text(nl: "de som waar er meer zijn", en: "the sum where there are several")),
      .init(
        "read reisscores.csv | pivot stage --values score --rows bidder",
        Text(nl: "in een cel vallen er twee", en: "two fall into one cell"), failsWith: "pivot.repeated"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let names = try given.names.indices(in: table)
    let values = try given.values.indices(in: table)
    let rows = try given.rows.indices(in: table)
    if let twice = (names + values + rows).first(where: { index in
      [names, values, rows].count { $0.contains(index) } > 1
    }) {
      throw Self.doubled(table.columns[twice].name, given.place)
    }
    let statistic = given.using
    // Without a figure each cell is the value of one row.
    if statistic == nil, table.persons?.isSealed == true { throw Self.rowsOfPersons(given.place) }
    let weight = try GroupFigure.Weight(
      given.weight, in: table, of: statistic == .mean,
      wayOut: Text(nl: "zeg erbij: --using mean", en: "add: --using mean"))
    let used = try names + values + (given.weight.map { [try $0.index(in: table)] } ?? [])
    let keys = (rows.isEmpty ? table.columns.indices.filter { !used.contains($0) } : rows).map { table.columns[$0] }
    let heads = try PivotHeads(
      names.map { table.columns[$0] }, rowCount: table.rowCount, at: given.place(of: \.names), context.checkInterrupt)
    let places = try PivotPlaces(
      keys, heads, valueCount: values.count, rowCount: table.rowCount, at: given.place, context.checkInterrupt)
    var columns = places.rows.names(keys, of: table)
    var figures = GroupFigures(table, places.cells, weight: weight, context.checkInterrupt)
    var notices = [Self.told(statistic, values.map { table.columns[$0] }, empty: places.emptyCount)]
    for index in values {
      try context.checkInterrupt()
      let value = table.columns[index]
      let filling =
        try statistic.map { statistic in
          places.filling(
            with: try figures.figure(statistic, of: value, at: given.place(of: \.values)), empty: statistic.empty)
        } ?? places.filling(with: value, keys: keys)
      notices += filling.notices
      columns += zip(filling.columns, heads.names).map { column, head in
        var column = column
        column.name = values.count == 1 ? head : "\(value.name)_\(head)"
        column.label = values.count == 1 ? nil : value.heading + .verbatim(" " + head)
        column.isDetail = false
        return column
      }
    }
    try heads.demandOneNameEach(columns)
    return input.replacing(Table(title: table.title, columns: columns), adding: notices)
  }

  /// Says what the cells are, since no heading does, and how many have nothing.
  private static func told(_ statistic: GroupFigure.Statistic?, _ values: [Column], empty: Int) -> Notice {
    let whole = (statistic?.label ?? .verbatim("")) + .joined(values.map(\.heading))
    let none = Text.counted(
      empty, Text(nl: "combinatie komt niet voor", en: "combination does not occur"),
      Text(nl: "combinaties komen niet voor", en: "combinations do not occur"))
    return Notice(
      .info,
      Text(nl: "in de cellen: ", en: "in the cells: ") + whole + (empty == 0 ? .verbatim("") : .verbatim("; ") + none))
  }

  private static func rowsOfPersons(_ place: Place?) -> Diagnostic {
    Diagnostic(
      "privacy.rows",
      Text(
        nl: "de rijen zijn personen, en in elke cel zou staan wat er van één van hen bekend is",
        en: "the rows are persons, and each cell would hold what is known of one of them"),
      wayOut: Text(
        nl: "vraag om een cijfer per cel: --using count, --using sum of --using mean",
        en: "ask for a figure of each cell: --using count, --using sum or --using mean"),
      suggestion: "--using count", place: place)
  }

  private static func doubled(_ name: String, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(
        nl: "'\(name)' kan niet tegelijk naam, rij en waarde zijn",
        en: "'\(name)' cannot be name, row and value at once"),
      place: place)
  }
}
