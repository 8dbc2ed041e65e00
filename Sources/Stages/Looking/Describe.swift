import WorkbenchKit

/// `describe`: what the columns of a table hold.
struct Describe: FigureStage, CollectingStage {
  let signature = Signature(
    "describe", aliases: ["beschrijf"],
    summary: Text(
      nl: "vertel per kolom wat erin staat: soort, bereik, wat ontbreekt",
      en: "tell for each column what it holds: type, range, what is missing"),
    details: Text(
      nl:
        "Een rij voor elke kolom. Van getallen het laagste, het hoogste en het gemiddelde; van teksten en datums de eerste en de laatste op "
        + "volgorde. Wat achtergehouden is voor de privacy telt apart.",
      en:
        "A row for each column. Of numbers the lowest, the highest and the mean; of texts and dates the first and the last in order. What is "
        + "withheld for privacy counts apart."),
    input: .required,
    examples: [
      .init("read buurten.csv | describe", Text(nl: "een eerste blik", en: "a first look")),
      .init(
        "read buurten.csv | count | describe", Text(nl: "een telling is geen tabel", en: "a count is no table"),
        failsWith: "stage.notable"),
    ])

  private static func kind(_ column: Column) -> Text {
    switch column.type {
    case "number": Text(nl: "getal", en: "number")
    case "boolean": Text(nl: "ja of nee", en: "yes or no")
    case "date": Text(nl: "datum", en: "date")
    default: Text(nl: "tekst", en: "text")
    }
  }

  func apply(_ given: Given<NoArguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let portraits = try table.columns.map { column in
      try ColumnPortrait(column, context.checkInterrupt)
    }
    return input.replacing(described(table, portraits, context))
  }

  func collector(_ given: Given<NoArguments>, in context: Context) -> (any RowCollector)? {
    PortraitCollector({ described($0, $1, context) }, context.checkInterrupt)
  }

  /// - Parameter table: of whose rows nothing is looked at.
  private func described(_ table: Table, _ portraits: [ColumnPortrait], _ context: Context) -> Table {
    func counts(_ name: String, _ label: Text, _ count: (ColumnPortrait) -> Int) -> Column {
      .counts(name, portraits.map(count), label: label)
    }
    // Of a table without numbers a screen has no columns for them.
    func figures(_ name: String, _ label: Text, _ figure: (ColumnPortrait) -> Double) -> Column {
      .numbers(name, portraits.map(figure), label: label).asDetail(portraits.allSatisfy { $0.least.isNaN })
    }
    return Table(columns: [
      .texts("column", table.columnNames, label: Text(nl: "kolom", en: "column")),
      .texts("type", table.columns.map(\.type)).asDetail(),
      .texts("type_label", table.columns.map(Self.kind), label: Text(nl: "soort", en: "type"), in: context),
      .texts("unit", table.columns.map { $0.unit?.name }, label: Text(nl: "eenheid", en: "unit"))
        .asDetail(table.columns.allSatisfy { $0.unit == nil }),
      counts("present", Text(nl: "aanwezig", en: "present")) { $0.present }.asDetail(),
      counts("missing", Text(nl: "ontbreekt", en: "missing")) { $0.missing },
      counts("withheld", Text(nl: "achtergehouden", en: "withheld")) { $0.withheld }
        .asDetail(portraits.allSatisfy { $0.withheld == 0 }),
      figures("min", Text(nl: "laagste", en: "lowest"), \.least),
      figures("max", Text(nl: "hoogste", en: "highest"), \.greatest),
      figures("mean", Text(nl: "gemiddelde", en: "mean"), \.mean),
      counts("distinct", Text(nl: "verschillend", en: "distinct")) { $0.distinct },
      .texts("first", portraits.map(\.first), label: Text(nl: "eerste", en: "first")),
      .texts("last", portraits.map(\.last), label: Text(nl: "laatste", en: "last")),
    ])
  }
}
