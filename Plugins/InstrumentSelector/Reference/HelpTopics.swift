import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var instrumentTopics: [HelpTopic] {
    get throws {
      try instruments.map {
        HelpTopic(
          kind: Text(nl: "instrument", en: "instrument"), label: $0.label, names: [$0.id] + $0.names, meaning: $0.what,
          line: "instrument show \($0.id)")
      }
        + styles.map {
          HelpTopic(
            kind: Text(nl: "regiestijl", en: "style of direction"), label: $0.label, names: [$0.id] + $0.names,
            meaning: $0.what, line: "instrument list --style \($0.id)")
        }
        + scans.map {
          HelpTopic(
            kind: Text(nl: "scan", en: "scan"), label: $0.label, names: [$0.id] + $0.names,
            line: "steer scan \($0.id)")
        }
    }
  }
}
