import WorkbenchKit

/// `group COL… --sum COL`: one row for each group of equal values, with figures of it.
struct Group: UntypedStage {
  let signature = Signature(
    "group", aliases: ["groepeer"],
    summary: Text(
      nl: "maak van rijen met dezelfde waarden één rij, met cijfers erover",
      en: "make one row of the rows with equal values, with figures about them"),
    details: Text(
      nl:
        "Elke vlag mag meer dan eens, en neemt ook een lijst: --sum a,b. De kolommen heten sum_a, mean_a, count_a, min_a, max_a; zonder "
        + "vlag is er count, het aantal rijen. Wat ontbreekt telt niet mee, met een opmerking erbij. Een groep waarin een waarde "
        + "achtergehouden is, krijgt voor die kolom x. De groepen staan op volgorde van hun eerste rij.",
      en:
        "Each flag may be given more than once, and takes a list too: --sum a,b. The columns are called sum_a, mean_a, count_a, min_a, "
        + "max_a; without a flag there is count, the number of rows. What is missing does not count, and a notice says so. A group in "
        + "which a value is withheld gets x for that column. The groups stand in the order of their first row."),
    parameters: [
      .argument(
        "columns", .column, repeated: true,
        about: Text(nl: "de kolommen die een groep maken", en: "the columns that make a group")),
      .flag("sum", .column, repeated: true, about: Text(nl: "de som", en: "the sum")),
      .flag("mean", .column, repeated: true, about: Text(nl: "het gemiddelde", en: "the mean")),
      .flag(
        "count", .column, repeated: true,
        about: Text(nl: "hoeveel waarden er zijn", en: "how many values there are")),
      .flag("min", .column, repeated: true, about: Text(nl: "de laagste waarde", en: "the lowest value")),
      .flag("max", .column, repeated: true, about: Text(nl: "de hoogste waarde", en: "the highest value")),
    ],
    input: .required,
    examples: [
      .init(
        "read buurten.csv | group gemeente --sum inwoners,huishoudens --mean oppervlakte",
        Text(nl: "cijfers per gemeente", en: "figures for each municipality")),
      .init(
        "read buurten.csv | group gemeente",
        Text(nl: "hoeveel buurten elk heeft", en: "how many neighbourhoods each has")),
      .init(
        "read buurten.csv | group gemeente --sum naam", Text(nl: "namen hebben geen som", en: "names have no sum"),
        failsWith: "column.type"),
    ])

  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: call)
    let keys = try call.columns("columns", in: table).map { table.columns[$0] }
    let groups = Grouping(keys.map(\.open), rowCount: table.rowCount)
    var columns = keys.map { $0.open.rows(groups.firstRows) }
    var notices: [Notice] = []
    let wanted = try figures(call, table)
    if wanted.isEmpty {
      columns.append(
        .numbers("count", groups.sizes.map(Double.init), label: Text(nl: "aantal rijen", en: "number of rows")))
    }
    for (figure, index, place) in wanted {
      try context.checkInterrupt()
      let outcome = try GroupFigure(figure, table.columns[index], groups, at: place)
      columns.append(outcome.column)
      notices += outcome.notices
    }
    return input.replacing(Table(columns: columns), adding: notices)
  }

  /// The figures asked for, in the order in which they were typed.
  private func figures(
    _ call: Call, _ table: Table
  ) throws -> [(figure: GroupFigure.Kind, column: Int, place: Place?)] {
    var wanted: [(figure: GroupFigure.Kind, column: Int, place: Place?)] = []
    for kind in GroupFigure.Kind.allCases {
      for argument in call.all(kind.rawValue) {
        let place = argument.place ?? call.place
        let index = try table.index(of: argument.value.columnName, at: place)
        if !wanted.contains(where: { $0.figure == kind && $0.column == index }) { wanted.append((kind, index, place)) }
      }
    }
    let ordered = wanted.enumerated().sorted { left, right in
      let one = (left.element.place?.line ?? 0, left.element.place?.column ?? 0, left.offset)
      let other = (right.element.place?.line ?? 0, right.element.place?.column ?? 0, right.offset)
      return one < other
    }
    return ordered.map(\.element)
  }
}
