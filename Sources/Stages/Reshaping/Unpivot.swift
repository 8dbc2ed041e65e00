import WorkbenchKit

/// `unpivot COL…`: columns become rows, with the name of each in one column and its value in another.
struct Unpivot: Stage {
  struct Arguments: Sendable {
    let columns = Argument(
      list: "columns", .column, required: false,
      about: Text(nl: "de kolommen die rijen worden", en: "the columns that become rows"))
    let keep = Argument(
      flags: "keep", .column,
      about: Text(
        nl: "de kolommen die blijven, waarna alle andere rijen worden",
        en: "the columns that stay, upon which all others become rows"))
    let name = Argument(
      flag: "name", .words, default: "name",
      about: Text(nl: "hoe de kolom met de namen heet", en: "what the column with the names is called"))
    let value = Argument(
      flag: "value", .words, default: "value",
      about: Text(nl: "hoe de kolom met de waarden heet", en: "what the column with the values is called"))
    let dropMissing = Argument(
      toggle: "drop-missing", about: Text(nl: "laat weg wat geen waarde heeft", en: "leave out what has no value"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "unpivot", aliases: ["ontkantel"],
    summary: Text(nl: "maak van kolommen rijen: van breed naar lang", en: "make rows of columns: from wide to long"),
    details: Text(
      nl:
        "Elke rij wordt er zoveel als er kolommen genoemd zijn, na elkaar; de kolommen die blijven worden herhaald. De namen zijn tekst: "
        + "van jaren maakt derive jaar = number(jaar) getallen. Wat achtergehouden is blijft achtergehouden, en valt ook met --drop-missing "
        + "niet weg. 'pivot' gaat terug.",
      en:
        "Each row becomes as many as there are columns named, one after the other; the columns that stay are repeated. The names are "
        + "text: derive year = number(year) makes numbers of years. What is withheld stays withheld, and is not left out by --drop-missing "
        + "either. 'pivot' goes back."),
    input: .required,
    examples: [
      .init(
        "read buurten.csv | unpivot inwoners huishoudens --name wat --value aantal",
        Text(nl: "twee kolommen onder elkaar", en: "two columns below each other")),
      .init(
        "read buurten.csv | select naam inwoners huishoudens | unpivot --keep naam --drop-missing",
        Text(nl: "alles behalve de naam", en: "all but the name")),
      .init(
        "read buurten.csv | unpivot naam inwoners",
        Text(nl: "teksten en getallen door elkaar", en: "texts and numbers mixed"),
        failsWith: "unpivot.type"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let (kept, stacked) = try parts(given, table)
    let columns = stacked.map { table.columns[$0] }
    guard table.rowCount * stacked.count <= RowMatching.limit else {
      throw PivotHeads.tooLarge(.rows(table.rowCount * stacked.count), given.place)
    }
    let stack = try ColumnStack(columns, at: given.place)
    let name = ColumnReference(given.name, at: given.place(of: \.name)).name
    let value = ColumnReference(given.value, at: given.place(of: \.value)).name
    for (typed, other, place) in [
      (name, value, given.place(of: \.name)), (value, name, given.place(of: \.value)),
    ] where typed.isEmpty || typed == other || kept.contains(where: { table.columns[$0].name == typed }) {
      throw Self.taken(typed, place)
    }
    try context.checkInterrupt()
    let rows = (0..<table.rowCount).flatMap { [Int](repeating: $0, count: stacked.count) }
    var values = stack.values
    values.name = value
    let heads = columns.map(\.name)
    let names = (0..<table.rowCount).flatMap { _ in heads }
    var long = Table(
      title: table.title,
      // A column that is named is shown, as elsewhere.
      columns: kept.map { table.columns[$0].rows(rows).asDetail(given.keep.isEmpty && table.columns[$0].isDetail) } + [
        .texts(name, names), values,
      ])
    long.persons = table.persons?.rows(rows)
    if given.dropMissing {
      long = long.rows((0..<long.rowCount).filter { !values.isMissing($0) || values.withheld[$0] != nil })
    }
    return input.replacing(long, adding: stack.notices)
  }

  /// The columns that stay and those that become rows.
  ///
  /// - Throws: `argument.missing`, `argument.clash`, `column.unknown`, `unpivot.none`.
  private func parts(_ given: Given<Arguments>, _ table: Table) throws -> (kept: [Int], stacked: [Int]) {
    let (named, kept) = (try given.columns.indices(in: table), try given.keep.indices(in: table))
    guard named.isEmpty != kept.isEmpty else {
      throw Diagnostic(
        named.isEmpty ? "argument.missing" : "argument.clash",
        Text(
          nl: "noem óf de kolommen die rijen worden, óf met --keep die welke blijven",
          en: "name either the columns that become rows, or with --keep those that stay"),
        wayOut: Text(nl: "zoals: unpivot 2023 2024", en: "such as: unpivot 2023 2024"), place: given.place)
    }
    func others(_ indices: [Int]) -> [Int] { table.columns.indices.filter { !indices.contains($0) } }
    guard named.isEmpty else { return (others(named), named) }
    guard kept.count < table.columns.count else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "er blijft geen kolom over die rijen kan worden", en: "no column is left to become rows"),
        place: given.place)
    }
    return (kept, others(kept))
  }

  private static func taken(_ name: String, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "column.taken",
      Text(nl: "'\(name)' kan de nieuwe kolom niet heten", en: "the new column cannot be called '\(name)'"),
      wayOut: Text(
        nl: "kies andere namen met --name en --value", en: "choose other names with --name and --value"), place: place)
  }
}
