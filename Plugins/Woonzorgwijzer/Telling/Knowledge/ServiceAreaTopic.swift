import WorkbenchKit

/// The woonservicegebied: what it is, what it is built of, what came of it.
enum ServiceAreaTopic {
  static func show(_ library: Library, _ context: Context) throws -> TopicPage {
    let file = try library.file("woonservicegebied", context)
    var page = TopicPage()
    if let definition = file["definition"], let said = Statement(definition),
      let low = definition["inhabitants"]?["from"]?.int, let high = definition["inhabitants"]?["to"]?.int
    {
      let size = Text(
        nl: " (\(Shown.count(low).nl) tot \(Shown.count(high).nl) inwoners)",
        en: " (\(Shown.count(low).en) to \(Shown.count(high).en) inhabitants)")
      page.blocks.append(.paragraph(said.text + size))
      page.citations.append(said.source)
    }
    let blocks = file["blocks"]?.array ?? []
    page.citations += blocks.compactMap { Citation($0["source"]) }
    page.blocks.append(
      .table(
        Table(
          title: Text(nl: "Bouwstenen", en: "Building blocks"),
          columns: [
            .texts("block", blocks.map { $0["id"]?.string }, label: Text(nl: "bouwsteen", en: "block")),
            .texts("kind", blocks.map { $0["kind"]?.string }, label: Text(nl: "soort", en: "kind")),
            LibraryColumns.text(
              "label", blocks.map { $0["label"].flatMap(Text.init(json:)) },
              Text(nl: "omschrijving", en: "description"),
              context), LibraryColumns.place(blocks.map { Citation($0["source"]) }, context),
          ])))
    let lists: [(String, Text)] = [
      ("effects", Text(nl: "Gevonden effecten", en: "Effects found")),
      ("conclusions", Text(nl: "Conclusies", en: "Conclusions")),
      ("lessons", Text(nl: "Lessen", en: "Lessons")),
    ]
    for (key, title) in lists {
      let items = Statement.list(file[key])
      page.blocks.append(LibraryColumns.statements(title, "text", items, context))
      page.citations += items.map(\.source)
    }
    return page
  }
}
