import WorkbenchKit

/// The woonservicegebied: what it is, what it is built of, what came of it.
enum ServiceAreaTopic {
  static func show(_ context: Context) throws -> TopicPage {
    let area = try context.serviceArea
    let (low, high) = (
      Text.count(area.definition.inhabitants.lowerBound), Text.count(area.definition.inhabitants.upperBound)
    )
    let size = Text(
      nl: " (\(low.nl) tot \(high.nl) inwoners)", en: " (\(low.en) to \(high.en) inhabitants)")
    let blocks = area.blocks
    var page = TopicPage(
      blocks: [
        .paragraph(area.definition.said.text + size),
        .table(
          Table(
            title: Text(nl: "Bouwstenen", en: "Building blocks"),
            columns: [
              .texts("block", blocks.map(\.id), label: Text(nl: "bouwsteen", en: "block")),
              .texts("kind", blocks.map(\.kind)).asDetail(),
              .texts("kind_label", blocks.map(\.kindLabel), label: Text(nl: "soort", en: "kind"), in: context),
              .texts("label", blocks.map(\.label), label: Text(nl: "omschrijving", en: "description"), in: context),
              .placesInSource(blocks.map(\.source), in: context),
            ])),
      ], citations: [area.definition.said.source] + blocks.map(\.source))
    for (items, title) in [
      (area.effects, Text(nl: "Gevonden effecten", en: "Effects found")),
      (area.conclusions, Text(nl: "Conclusies", en: "Conclusions")),
      (area.lessons, Text(nl: "Lessen", en: "Lessons")),
    ] {
      page.blocks.append(.statements(title, "text", items, in: context))
      page.citations += items.map(\.source)
    }
    return page
  }
}
