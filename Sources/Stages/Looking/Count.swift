import WorkbenchKit

/// `count`: how many rows there are.
struct Count: StatedStage {
  let signature = Signature(
    "count", aliases: ["tel"],
    summary: Text(nl: "tel de rijen", en: "count the rows"),
    input: .required,
    examples: [
      .init(
        "read buurten.csv | where inwoners > 1000 | count", Text(nl: "hoeveel er overblijven", en: "how many remain")),
      .init(
        "read buurten.csv | count | count", Text(nl: "een telling is geen tabel", en: "a count is no table"),
        failsWith: "stage.notable"),
    ])

  func stated(_ given: Given<NoArguments>, in context: Context) -> SourceStage? { .count }

  func apply(_ given: Given<NoArguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    var facts = Facts()
    facts.add(
      "count", table.tallied.map { $0.sizes.reduce(0, +) } ?? table.rowCount,
      label: Text(nl: "aantal rijen", en: "number of rows"))
    facts.counted = table.persons?.all
    return input.replacingTable(with: [.facts(facts)])
  }
}
