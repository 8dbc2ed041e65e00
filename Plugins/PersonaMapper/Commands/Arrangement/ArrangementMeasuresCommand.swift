import WorkbenchKit

/// `arrangement measures [PILLAR]`: the catalogue of measures.
struct ArrangementMeasuresCommand: UntypedCommand {
  let catalogue: Catalogue

  var signature: Signature {
    Signature(
      "arrangement measures", aliases: ["arrangement maatregelen"],
      summary: Text(nl: "noem de maatregelen van de bron per pijler", en: "list the measures of the source by pillar"),
      parameters: [
        .argument(
          "pillar", required: false, about: Text(nl: "alleen deze pijler", en: "this pillar only"),
          candidates: { [catalogue] context in
            ((try? catalogue.pillars(context)) ?? []).map { Candidate($0.id, $0.label) }
          })
      ],
      examples: [
        .init("arrangement measures netwerk", Text(nl: "een vitaal netwerk", en: "a lively network")),
        .init(
          "arrangement measures zorg", Text(nl: "geen van de vier", en: "none of the four"), failsWith: "pillar.unknown"
        ),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let pillars = try catalogue.pillars(context)
    var measures = try catalogue.measures(context)
    if call.has("pillar") {
      let pillar = pillars[try call.one("pillar", .pillar, in: pillars)]
      measures = measures.filter { $0.pillar == pillar.id }
    }
    let none = Text(nl: "niet genoemd", en: "not given")
    return Output(
      [
        .table(
          Table(
            title: Text(nl: "Maatregelen", en: "Measures"),
            columns: [
              .texts("measure", measures.map(\.id), label: Text(nl: "maatregel", en: "measure")),
              Shown.text(
                "pillar", measures.map { measure in pillars.first { $0.id == measure.pillar }?.label ?? none },
                Text(nl: "pijler", en: "pillar"), context),
              Shown.text("label", measures.map(\.label), Text(nl: "wat", en: "what"), context),
              Shown.text(
                "examples", measures.map { $0.examples.isEmpty ? nil : Shown.joined($0.examples, by: "; ") },
                Text(nl: "zoals", en: "such as"), context),
              Shown.text("source", measures.map { $0.source?.shown }, Text(nl: "bron", en: "source"), context)
                .asDetail(),
            ]))
      ] + (try catalogue.sources(measures.compactMap(\.source), context)))
  }
}
