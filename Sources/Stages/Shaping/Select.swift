import WorkbenchKit

/// `select COL…`: these columns only.
struct Select: RowwiseStage {
  struct Arguments: Sendable {
    let columns = Argument(
      list: "columns", .column, about: Text(nl: "de kolommen die blijven", en: "the columns that stay"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "select", aliases: ["kies"],
    summary: Text(nl: "houd deze kolommen, in deze volgorde", en: "keep these columns, in this order"),
    input: .required,
    examples: [
      .init("read buurten.csv | select naam inwoners", Text(nl: "twee kolommen", en: "two columns")),
      .init(
        "read buurten.csv | select naam inwoner", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "column.unknown"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    .select(given.columns.map(\.name))
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let chosen = table.selecting(try given.columns.indices(in: table))
    return input.replacing(chosen.showing(chosen.columns.indices))
  }
}
