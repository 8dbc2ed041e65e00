import WorkbenchKit

/// What the circle and its administrators talk of: dilemmas, scales of arrangement, priorities.
enum AgendaTopic {
  static func dilemmas(_ library: Library, _ context: Context) throws -> TopicPage {
    let rows = try library.file("agenda", context)["dilemmas"]?.array ?? []
    return page(
      Text(nl: "Dilemma's", en: "Dilemmas"), "dilemma",
      rows.map { ($0, label($0), $0["text"].flatMap(Text.init(json:))) }, Text(nl: "vraag", en: "question"), context)
  }

  static func scales(_ library: Library, _ context: Context) throws -> TopicPage {
    let rows = try library.file("agenda", context)["scales"]?.array ?? []
    return page(
      Text(nl: "Schalen van arrangement", en: "Scales of arrangement"), "scale",
      rows.flatMap { row -> [(JSON, Text, Text?)] in
        let dilemmas = (row["dilemmas"]?.array ?? []).compactMap(Text.init(json:))
        let advantage = row["advantage"].flatMap(Text.init(json:)).map {
          Text(nl: "voordeel: \($0.nl)", en: "advantage: \($0.en)")
        }
        return (dilemmas + (advantage.map { [$0] } ?? [])).map { (row, label(row), $0) }
      }, Text(nl: "dilemma of voordeel", en: "dilemma or advantage"), context)
  }

  static func priorities(_ library: Library, _ context: Context) throws -> TopicPage {
    let rows = try library.file("agenda", context)["priorities"]?.array ?? []
    return page(
      Text(nl: "Bestuurlijke prioriteiten", en: "Administrative priorities"), "priority",
      rows.flatMap { row -> [(JSON, Text, Text?)] in
        let question = row["question"].flatMap(Text.init(json:)).map {
          Text(nl: "kernvraag: \($0.nl)?", en: "core question: \($0.en)?")
        }
        let points = (row["points"]?.array ?? []).compactMap(Text.init(json:))
        return ((question.map { [$0] } ?? []) + points).map { (row, label(row), $0) }
      }, Text(nl: "vraag of punt", en: "question or point"), context)
  }

  private static func label(_ row: JSON) -> Text { row["label"].flatMap(Text.init(json:)) ?? .verbatim("") }

  private static func page(
    _ title: Text, _ name: String, _ rows: [(item: JSON, label: Text, text: Text?)], _ what: Text, _ context: Context
  ) -> TopicPage {
    let citations = rows.map { Citation($0.item["source"]) }
    let table = Table(
      title: title,
      columns: [
        .texts(name, rows.map { $0.item["id"]?.string }).asDetail(),
        LibraryColumns.text("label", rows.map(\.label), Text(nl: "onderwerp", en: "subject"), context),
        LibraryColumns.text("text", rows.map(\.text), what, context), LibraryColumns.place(citations, context),
      ])
    return TopicPage(blocks: [.table(table)], citations: citations.compactMap { $0 })
  }
}
