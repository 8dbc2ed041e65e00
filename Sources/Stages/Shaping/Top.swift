@_spi(Host) import WorkbenchKit

/// `top N [--by COL]`: the first rows, or those that are highest.
struct Top: StatedStage, CollectingStage {
  struct Arguments: Sendable {
    let count = Argument(
      "count", .integer(0...1_000_000_000), about: Text(nl: "hoeveel rijen", en: "how many rows"))
    let by = Argument(flag: "by", .column, about: Text(nl: "de kolom die telt", en: "the column that counts"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "top", aliases: ["eerste"],
    summary: Text(
      nl: "houd de eerste rijen, of die met de hoogste waarden",
      en: "keep the first rows, or those with the highest values"),
    details: Text(
      nl:
        "Zonder --by de eerste rijen zoals ze staan; met --by die met de hoogste waarden, de hoogste voorop. Wat ontbreekt telt als "
        + "laagste.",
      en:
        "Without --by the first rows as they stand; with --by those with the highest values, the highest in front. What is missing "
        + "counts as lowest."),
    input: .required,
    examples: [
      .init("read buurten.csv | top 2 --by inwoners", Text(nl: "de twee grootste", en: "the two largest")),
      .init("read buurten.csv | top 3", Text(nl: "de eerste drie rijen", en: "the first three rows")),
      .init(
        "read buurten.csv | top veel", Text(nl: "een aantal is een getal", en: "a count is a number"),
        failsWith: "argument.number"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    given.by.map { .highest(given.count, of: $0.name) } ?? .first(given.count)
  }

  func collector(_ given: Given<Arguments>, in context: Context) -> (any RowCollector)? {
    TopCollector(given.count, by: given.by, { try apply(given, to: $0, in: context) }, context.checkInterrupt)
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let count = min(given.count, table.rowCount)
    guard let index = try given.by?.index(in: table) else {
      return input.replacing(table.rows(Array(0..<count)))
    }
    return input.replacing(try table.highest(count, by: index, context.checkInterrupt).showing([index]))
  }
}
