import WorkbenchKit

/// `wzw knowledge`: figures and insights of the source that belong to no group and no area.
struct KnowledgeCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw knowledge",
      aliases: ["wzw kennis"],
      summary: Text(
        nl: "toon landelijke cijfers en inzichten uit de bron, per onderwerp",
        en: "show national figures and insights of the source, by topic"),
      parameters: [
        .argument(
          "topic", required: false,
          about: Text(nl: "extramural, tempo, capacity, dilemmas, …", en: "extramural, tempo, capacity, dilemmas, …"),
          candidates: { _ in Topic.all.map { Candidate($0.id, $0.label) } })
      ],
      examples: [
        .init("wzw knowledge", Text(nl: "de onderwerpen", en: "the topics")),
        .init(
          "wzw knowledge extramural",
          Text(nl: "de aantallen van RIGO en Tabel 1", en: "the counts of RIGO and of table 1")),
        .init(
          "wzw knowledge weer", Text(nl: "een onderwerp dat er niet is", en: "a topic that is not there"),
          failsWith: "topic.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    guard let word = call.text("topic") else {
      return Output(
        Table(
          title: Text(nl: "Onderwerpen", en: "Topics"),
          columns: [
            .texts("topic", Topic.all.map(\.id), label: Text(nl: "onderwerp", en: "topic")),
            LibraryColumns.text("label", Topic.all.map(\.label), Text(nl: "waarover", en: "about"), context),
          ]))
    }
    let page = try Kind.topic.one(word, among: Topic.all, at: call.place(of: "topic")).show(library, context)
    return Output(page.blocks + [try library.sources(page.citations, context)])
  }
}
