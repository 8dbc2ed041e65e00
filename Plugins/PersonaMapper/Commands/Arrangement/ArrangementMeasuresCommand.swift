import WorkbenchKit

/// `arrangement measures [PILLAR]`: the catalogue of measures.
struct ArrangementMeasuresCommand: Command {
  struct Arguments: Sendable {
    let pillar = Argument(
      optional: "pillar", .named(.pillar), about: Text(nl: "alleen deze pijler", en: "this pillar only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arrangement measures", aliases: ["arrangement maatregelen"],
    summary: Text(nl: "noem de maatregelen van de bron per pijler", en: "list the measures of the source by pillar"),
    examples: [
      .init("arrangement measures netwerk", Text(nl: "een vitaal netwerk", en: "a lively network")),
      .init(
        "arrangement measures zorg", Text(nl: "geen van de vier", en: "none of the four"), failsWith: "pillar.unknown"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let pillars = try context.pillars
    let pillar = try given.pillar?.item(among: pillars)
    let measures = try context.measures.filter { pillar == nil || $0.pillar == pillar?.id }
    let none = Text(nl: "niet genoemd", en: "not given")
    return Output(
      [
        .table(
          Table(
            title: Text(nl: "Maatregelen", en: "Measures"),
            columns: [
              .texts("measure", measures.map(\.id), label: Text(nl: "maatregel", en: "measure")),
              .texts(
                "pillar", measures.map { measure in pillars.first { $0.id == measure.pillar }?.label ?? none },
                label: Text(nl: "pijler", en: "pillar"), in: context),
              .texts("label", measures.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
              .texts(
                "examples", measures.map { $0.examples.isEmpty ? nil : Text.joined($0.examples, by: "; ") },
                label: Text(nl: "zoals", en: "such as"), in: context),
              .texts("source", measures.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
                .asDetail(),
            ]))
      ] + (try context.sources(measures.map(\.source))))
  }
}
