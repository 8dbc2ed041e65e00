import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var procurementTopics: [HelpTopic] {
    get throws {
      try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self).map(\.topic)
        + forms.map {
          HelpTopic(
            kind: Text(nl: "vorm", en: "form"), label: $0.label, names: [$0.id] + $0.names, meaning: $0.what,
            line: "procure form \($0.id)")
        }
        + cases.map {
          HelpTopic(
            kind: Text(nl: "case", en: "case"), label: $0.label, names: [$0.id] + $0.names,
            line: "procure case \($0.id)")
        }
        + legalItems.map {
          HelpTopic(
            kind: Text(nl: "wet", en: "law"), label: $0.label, names: [$0.id] + $0.names, meaning: $0.what,
            line: "procure law \($0.id)")
        }
    }
  }
}
