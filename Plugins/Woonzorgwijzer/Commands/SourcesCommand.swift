import WorkbenchKit

/// `wzw sources`: the publications that the plugin's facts and figures come from.
struct SourcesCommand: Command {
  /// The files of the knowledge base whose items carry citations.
  static let files = [
    "groups", "preconditions", "necessity", "extramural", "ageing", "agenda", "woonservicegebied", "cases", "starting",
    "instrument",
  ]

  var signature: Signature {
    Signature(
      "wzw sources",
      aliases: ["wzw bronnen"],
      summary: Text(
        nl: "noem de publicaties waar feiten en cijfers vandaan komen",
        en: "list the publications that facts and figures come from"),
      details: Text(
        nl: "Feiten en cijfers staan er in eigen woorden; 'citations' telt de verwijzingen in de kennisbank.",
        en: "Facts and figures are given in words of our own; 'citations' counts the references in the knowledge base."),
      examples: [
        .init("wzw sources", Text(nl: "alle bronnen", en: "all sources")),
        .init(
          "wzw sources rigo", Text(nl: "de opdracht neemt niets", en: "the command takes nothing"),
          failsWith: "argument.surplus"),
      ])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    var counts: [String: Int] = [:]
    for file in Self.files { Self.count(try context.knowledge.file(file, in: context), &counts) }
    let rows = try context.publications.sorted { ($0.value.title, $0.key) < ($1.value.title, $1.key) }
    return Output(
      Table(
        title: Text(nl: "Bronnen", en: "Sources"),
        columns: [
          .texts("source", rows.map(\.key), label: Text(nl: "bron", en: "source")),
          .texts("title", rows.map(\.value.title), label: Text(nl: "titel", en: "title")),
          .texts("publisher", rows.map(\.value.publisher), label: Text(nl: "uitgever", en: "publisher")),
          .texts(
            "date", rows.map { $0.value.date.isEmpty ? nil : $0.value.date },
            label: Text(nl: "datum", en: "date")),
          .texts("licence", rows.map(\.value.licence), label: Text(nl: "licentie", en: "licence")),
          .numbers(
            "citations", rows.map { Double(counts[$0.key] ?? 0) },
            label: Text(nl: "verwijzingen", en: "citations"), format: .decimals(0)),
        ]))
  }

  private static func count(_ json: JSON, _ counts: inout [String: Int]) {
    switch json {
    case .object(let members):
      if let source = members["source"], let citation = try? Citation(field: source) {
        counts[citation.id, default: 0] += 1
      }
      // Starting values name publications only.
      for id in [members["source"]?.string].compactMap({ $0 }) + (members["sources"]?.array ?? []).compactMap(\.string)
      {
        counts[id, default: 0] += 1
      }
      for member in members.values { count(member, &counts) }
    case .array(let items): for item in items { count(item, &counts) }
    default: break
    }
  }
}
