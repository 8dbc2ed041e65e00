import Session
@_spi(Host) import WorkbenchKit

/// `help term [WORD…]`: what a term means, by whom it is said, and the line that uses it.
enum Glossary {
  /// Whether the words ask for a term.
  static func isAsked(_ words: [String]) -> Bool { words.first == "term" || words.first == "begrip" }

  /// - Throws: `help.noterm`, `knowledge.damaged`.
  static func output(_ words: [String], in session: Session, context: Context, at place: Place?) throws -> Output {
    let known = try HelpIndex.topics(session).filter { $0.topic.meaning != nil }
    guard !words.isEmpty else { return list(known.map(\.topic), context.language) }
    let wanted = words.joined(separator: " ")
    let found = known.filter { isCalled($0.topic, wanted) }
    guard !found.isEmpty else { throw unknown(wanted, known.map(\.topic)).at(place) }
    var blocks: [Block] = []
    var sources: [Source] = []
    for (plugin, topic) in found {
      guard let meaning = topic.meaning else { continue }
      blocks.append(.heading(Heading(topic.label)))
      blocks.append(.paragraph(meaning.shown))
      blocks.append(.paragraph(Text(nl: "u typt: ", en: "you type: ") + .verbatim(topic.line)))
      let looking = session.looking(as: plugin)
      for source in try looking.knowledge.publications([meaning.source], in: looking) where !sources.contains(source) {
        sources.append(source)
      }
    }
    return Output(sources.isEmpty ? blocks : blocks + [.sources(sources)])
  }

  private static func isCalled(_ topic: HelpTopic, _ word: String) -> Bool {
    let wanted = word.foldedForLookup
    return (topic.names + [topic.label.nl, topic.label.en]).contains { $0.foldedForLookup == wanted }
  }

  private static func list(_ topics: [HelpTopic], _ language: Language) -> Output {
    let terms = topics.sorted { $0.label(language).lowercased() < $1.label(language).lowercased() }
    return Output([
      .table(
        Table(
          title: Text(nl: "begrippen", en: "terms"),
          columns: [
            .texts("term", terms.map { $0.label(language) }, label: Text(nl: "begrip", en: "term")),
            .texts("kind", terms.map { $0.kind(language) }, label: Text(nl: "soort", en: "kind")),
          ])),
      .info(
        nl: "'help term NAAM' zegt wat het is, en wie dat zegt", en: "'help term NAME' says what it is, and who says so"
      ),
    ])
  }

  private static func unknown(_ word: String, _ topics: [HelpTopic]) -> Diagnostic {
    Diagnostic(
      "help.noterm",
      Text(
        nl: "er is geen begrip '\(word)' waarvan een bron zegt wat het is",
        en: "there is no term '\(word)' of which a source says what it is"),
      wayOut: Text(
        nl: "'help term' noemt de begrippen; 'help \(word)' zoekt overal",
        en: "'help term' lists the terms; 'help \(word)' looks everywhere"),
      suggestion: NearestWord.best(word, among: topics.flatMap { [$0.label.nl, $0.label.en] + $0.names }))
  }
}
