import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var personaTopics: [HelpTopic] {
    get throws {
      try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self).map(\.topic)
        + pillars.map {
          HelpTopic($0, kind: Text(nl: "pijler", en: "pillar"), line: "arrangement measures \($0.id)")
        }
        + measures.map {
          HelpTopic(
            $0, kind: Text(nl: "maatregel", en: "measure"),
            line: $0.pillar.map { "arrangement measures \($0)" } ?? "arrangement measures")
        }
        + shippedSets.map {
          HelpTopic(
            kind: Text(nl: "personaset", en: "persona set"), label: $0.theme, names: [$0.id],
            line: "persona set show \($0.id)")
        }
    }
  }
}
