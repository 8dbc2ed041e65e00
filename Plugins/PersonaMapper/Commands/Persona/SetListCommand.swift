import WorkbenchKit

/// `persona set list`: the sets of the source and of the workspace.
struct SetListCommand: Command {
  let signature = Signature(
    "persona set list", aliases: ["persona set lijst"],
    summary: Text(nl: "noem de sets", en: "list the sets"),
    examples: [
      .init("persona set list", Text(nl: "van de bron en van de kring", en: "of the source and of the circle"))
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let held = try context.workspace.personaSets
    let shipped = try context.shippedSets
    let sets =
      shipped.map { set in held.first { $0.id == set.id } ?? set }
      + held.filter { set in !shipped.contains { $0.id == set.id } }
    let current = try context.workspace.currentSetID
    return Output(
      [
        .table(
          Table(
            title: Text(nl: "Sets van persona's", en: "Sets of personas"),
            columns: [
              .texts("set", sets.map(\.id), label: .verbatim("set")),
              .texts("theme", sets.map(\.theme), label: Text(nl: "thema", en: "theme"), in: context),
              .counts("personas", sets.map(\.personas.count), label: Text(nl: "persona's", en: "personas")),
              .counts("moments", sets.map(\.moments.count), label: Text(nl: "momenten", en: "moments")),
              .counts("journeys", sets.map(\.journeys.count), label: Text(nl: "reizen", en: "journeys")),
              Column("current", .booleans(sets.map { $0.id == current }), label: Text(nl: "in gebruik", en: "in use")),
              Column(
                "shipped", .booleans(sets.map { set in shipped.contains { $0.id == set.id } }),
                label: Text(nl: "uit de bron", en: "of the source")
              ).asDetail(),
            ]))
      ] + (try context.sources(shipped.flatMap { $0.evidence.map(\.source) })))
  }
}
