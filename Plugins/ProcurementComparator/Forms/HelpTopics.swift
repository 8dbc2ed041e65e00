import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var procurementTopics: [HelpTopic] {
    get throws {
      try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self).map(\.topic)
        + forms.map {
          HelpTopic($0, kind: Text(nl: "vorm", en: "form"), meaning: $0.what, line: "procure form \($0.id)")
        }
        + cases.map {
          HelpTopic($0, kind: Text(nl: "case", en: "case"), line: "procure case \($0.id)")
        }
        + legalItems.map {
          HelpTopic($0, kind: Text(nl: "wet", en: "law"), meaning: $0.what, line: "procure law \($0.id)")
        }
    }
  }
}
