import WorkbenchKit

/// `group COL… --sum COL`: one row for each group of equal values, with figures of it.
struct Group: FigureStage, StatedStage, CollectingStage {
  struct Arguments: Sendable {
    let columns = Argument(
      list: "columns", .column,
      about: Text(nl: "de kolommen die een groep maken", en: "the columns that make a group"))
    let sum = Argument(flags: "sum", .column, about: Text(nl: "de som", en: "the sum"))
    let mean = Argument(flags: "mean", .column, about: Text(nl: "het gemiddelde", en: "the mean"))
    let weight = Argument(
      flag: "weight", .column,
      about: Text(nl: "waarnaar --mean de rijen weegt", en: "by what --mean weighs the rows"))
    let count = Argument(
      flags: "count", .column, about: Text(nl: "hoeveel waarden er zijn", en: "how many values there are"))
    let min = Argument(flags: "min", .column, about: Text(nl: "de laagste waarde", en: "the lowest value"))
    let max = Argument(flags: "max", .column, about: Text(nl: "de hoogste waarde", en: "the highest value"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "group", aliases: ["groepeer"],
    summary: Text(
      nl: "maak van rijen met dezelfde waarden één rij, met cijfers erover",
      en: "make one row of the rows with equal values, with figures about them"),
    details: Text(
      nl:
        "Elke vlag behalve --weight mag meer dan eens, en neemt ook een lijst: --sum a,b. De kolommen heten sum_a, mean_a, count_a, "
        + "min_a, max_a; zonder vlag is er count, het aantal rijen. Met --weight telt een rij in elk gemiddelde voor haar gewicht: een "
        + "percentage van buurten naar hun inwoners, zodat het klopt voor het geheel. Sommen van decimalen zijn decimaal: 0.1 en 0.2 is "
        + "0.3. Wat ontbreekt telt niet mee, met een opmerking erbij. Een groep waarin een waarde achtergehouden is, krijgt voor die "
        + "kolom x. Liggen gebieden in elkaar, dan telt een som of gemiddelde ieder één keer. De groepen staan op volgorde van hun "
        + "eerste rij.",
      en:
        "Each flag but --weight may be given more than once, and takes a list too: --sum a,b. The columns are called sum_a, mean_a, "
        + "count_a, min_a, max_a; without a flag there is count, the number of rows. With --weight a row counts in every mean for its "
        + "weight: a percentage of neighbourhoods by their inhabitants, so that it holds for the whole. Sums of decimals are decimal: 0.1 "
        + "and 0.2 is 0.3. What is missing does not count, and a notice says so. A group in which a value is withheld gets x for that "
        + "column. Where areas lie within each other a sum or mean counts everybody once. The groups stand in the order of their "
        + "first row."),
    input: .required,
    examples: [
      .init(
        "read buurten.csv | group gemeente --sum inwoners,huishoudens --mean oppervlakte",
        Text(nl: "cijfers per gemeente", en: "figures for each municipality")),
      .init(
        "read buurten.csv | group gemeente --mean oppervlakte --weight inwoners",
        Text(nl: "een gemiddelde naar inwoners", en: "a mean by inhabitants")),
      .init(
        "read buurten.csv | group gemeente",
        Text(nl: "hoeveel buurten elk heeft", en: "how many neighbourhoods each has")),
      .init(
        "read buurten.csv | group gemeente --sum naam", Text(nl: "namen hebben geen som", en: "names have no sum"),
        failsWith: "column.type"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    let figures: [(SourceGrouping.Figure.Kind, [ColumnReference])] = [
      (.sum, given.sum), (.mean, given.mean), (.count, given.count), (.least, given.min), (.most, given.max),
    ]
    return .group(
      SourceGrouping(
        keys: given.columns.map(\.name),
        figures: figures.flatMap { kind, columns in columns.map { SourceGrouping.Figure(kind, of: $0.name) } },
        weight: given.weight?.name))
  }

  func collector(_ given: Given<Arguments>, in context: Context) -> (any RowCollector)? {
    GroupCollector(stated(given, in: context), { try apply(given, to: $0, in: context) }, context.checkInterrupt)
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let keys = try given.columns.indices(in: table).map { table.columns[$0] }
    let groups = try Grouping(keys, of: table, context.checkInterrupt)
    var columns = groups.names(keys, of: table)
    var notices: [Notice] = []
    let wanted = try figures(given, table)
    let weight = try GroupFigure.Weight(
      given.weight, in: table, of: !given.mean.isEmpty,
      wayOut: Text(nl: "noem de kolom met --mean", en: "name the column with --mean"))
    var figures = GroupFigures(table, groups, weight: weight, context.checkInterrupt)
    if wanted.isEmpty {
      var count = Column.numbers(
        "count", groups.sizes.map(Double.init), label: Text(nl: "aantal rijen", en: "number of rows"))
      count.counted = figures.persons
      columns.append(count)
    }
    for (figure, column) in wanted {
      try context.checkInterrupt()
      let outcome = try figures.figure(figure, of: column.column(in: table), at: column.place)
      columns.append(outcome.column)
      notices += outcome.notices
    }
    return input.replacing(Table(columns: columns), adding: notices)
  }

  /// The figures asked for, in the order in which they were typed.
  private func figures(
    _ given: Given<Arguments>, _ table: Table
  ) throws -> [(figure: GroupFigure.Statistic, column: ColumnReference)] {
    let asked: [(GroupFigure.Statistic, [ColumnReference])] = [
      (.sum, given.sum), (.mean, given.mean), (.count, given.count), (.min, given.min), (.max, given.max),
    ]
    var wanted: [(figure: GroupFigure.Statistic, column: ColumnReference)] = []
    for (figure, columns) in asked {
      for column in columns {
        _ = try column.index(in: table)
        if !wanted.contains(where: { $0.figure == figure && $0.column.name == column.name }) {
          wanted.append((figure, column))
        }
      }
    }
    func spot(_ index: Int) -> (Int, Int, Int) {
      let place = wanted[index].column.place
      return (place?.line ?? 0, place?.column ?? 0, index)
    }
    return wanted.indices.sorted { spot($0) < spot($1) }.map { wanted[$0] }
  }
}
