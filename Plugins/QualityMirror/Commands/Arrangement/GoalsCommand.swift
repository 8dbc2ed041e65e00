import WorkbenchKit

/// `spiegel arrangement goals`: the life domains and results that the sources name.
struct GoalsCommand: Command {
  let signature = Signature(
    "spiegel arrangement goals", aliases: ["spiegel arrangement doelen"],
    summary: Text(
      nl: "toon de leefgebieden, en de resultaten die de bronnen noemen",
      en: "show the life domains, and the results that the sources name"),
    next: [FollowUp("spiegel reason list", Text(nl: "redenen", en: "reasons"))],
    examples: [.init("spiegel arrangement goals", Text(nl: "vier leefgebieden", en: "four life domains"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let (domains, results) = (try context.lifeDomains, try context.namedResults)
    let named = domains.map { domain in
      let found = results.filter { $0.domain == domain.id }.map(\.label)
      return found.isEmpty
        ? Text(nl: "geen in de bronnen", en: "none in the sources") : Text.joined(found, by: "; ")
    }
    let table = Table(
      title: Text(nl: "Leefgebieden en resultaten", en: "Life domains and results"),
      columns: [
        .texts("domain", domains.map(\.id), label: Text(nl: "zo typt u het", en: "as it is typed")),
        .texts("label", domains.map(\.label), label: Text(nl: "leefgebied", en: "life domain"), in: context),
        .texts("results", named, label: Text(nl: "genoemd resultaat", en: "result named"), in: context),
      ])
    return Output([
      .table(table),
      .info(
        nl: "bij welk leefgebied een resultaat hoort, is onze lezing; een volledige lijst geven de bronnen niet",
        en: "which life domain a result belongs to is our reading; the sources give no full list"),
      try context.knowledge.sources(domains.map(\.source) + results.map(\.source), in: context),
    ])
  }
}
