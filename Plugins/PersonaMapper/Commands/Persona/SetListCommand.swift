import WorkbenchKit

/// `persona set list`: the sets of the source and of the workspace.
struct SetListCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "persona set list", aliases: ["persona set lijst"],
    summary: Text(nl: "noem de sets", en: "list the sets"),
    examples: [
      .init("persona set list", Text(nl: "van de bron en van de kring", en: "of the source and of the circle"))
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let held = try Holdings.ids(context).compactMap { try Holdings.set($0, context) }
    let shipped = try catalogue.sets(context)
    let sets =
      shipped.map { set in held.first { $0.id == set.id } ?? set }
      + held.filter { set in !shipped.contains { $0.id == set.id } }
    let current = try Holdings.currentID(context)
    return Output(
      [
        .table(
          Table(
            title: Text(nl: "Sets van persona's", en: "Sets of personas"),
            columns: [
              .texts("set", sets.map(\.id), label: .verbatim("set")),
              Shown.text("theme", sets.map(\.theme), Text(nl: "thema", en: "theme"), context),
              Shown.count("personas", sets.map(\.personas.count), Text(nl: "persona's", en: "personas")),
              Shown.count("moments", sets.map(\.moments.count), Text(nl: "momenten", en: "moments")),
              Shown.count("journeys", sets.map(\.journeys.count), Text(nl: "reizen", en: "journeys")),
              Column("current", .booleans(sets.map { $0.id == current }), label: Text(nl: "in gebruik", en: "in use")),
              Column(
                "shipped", .booleans(sets.map { set in shipped.contains { $0.id == set.id } }),
                label: Text(nl: "uit de bron", en: "of the source")
              ).asDetail(),
            ]))
      ] + (try catalogue.sources(shipped.flatMap { $0.evidence.compactMap(\.source) }, context)))
  }
}
