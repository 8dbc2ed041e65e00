import WorkbenchKit

/// What 'help WORD' finds of this plugin besides its commands.
extension Context {
  var instrumentTopics: [HelpTopic] {
    get throws {
      try instruments.map {
        HelpTopic(
          $0, kind: Text(nl: "instrument", en: "instrument"), meaning: $0.what, line: "instrument show \($0.id)")
      }
        + styles.map {
          HelpTopic(
            $0, kind: Text(nl: "regiestijl", en: "style of direction"), meaning: $0.what,
            line: "instrument list --style \($0.id)")
        }
        + scans.map {
          HelpTopic($0, kind: Text(nl: "scan", en: "scan"), line: "steer scan \($0.id)")
        }
    }
  }
}
