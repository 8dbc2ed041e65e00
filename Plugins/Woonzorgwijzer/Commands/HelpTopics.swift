import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var woonzorgwijzerTopics: [HelpTopic] {
    get throws {
      let area = try serviceArea.definition.said
      return try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self).map(\.topic) + [
        HelpTopic(
          kind: Text(nl: "begrip", en: "term"), label: .verbatim("woonservicegebied"), names: ["woonzorgzone"],
          meaning: area, line: "wzw knowledge woonservicegebied")
      ]
        + codebook.indicators.values.sorted { $0.stem < $1.stem }.map {
          HelpTopic(
            kind: Text(nl: "percentage", en: "percentage"), label: $0.label, names: [$0.stem],
            line: "wzw map \($0.stem)")
        }
        + groups.map {
          HelpTopic($0, kind: Text(nl: "doelgroep", en: "target group"), line: "wzw group \($0.id)")
        }
        + startingFigures.groups.map {
          HelpTopic(
            $0, kind: Text(nl: "groep met landelijke kansen", en: "group with national rates"),
            line: "wzw group \($0.id)")
        }
        + preconditions.map {
          HelpTopic(
            $0, kind: Text(nl: "randvoorwaarde", en: "precondition"), line: "wzw preconditions --family \($0.family)")
        }
        + cases.map {
          HelpTopic($0, kind: Text(nl: "voorbeeld", en: "example"), meaning: $0.what, line: "wzw cases \($0.id)")
        }
    }
  }
}
