import Session
import WorkbenchKit

/// `help` alone: what there is, on one screen.
enum HelpOverview {
  /// What a person does with the shell, in a word each, with the commands for it.
  private static let chores: [(word: Text, nouns: [String])] = [
    (Text(nl: "tabellen", en: "tables"), ["read", "where", "group", "sort", "join", "chart", "to"]),
    (Text(nl: "methoden", en: "methods"), ["calc", "rank", "weigh", "cluster", "kano", "ipf", "cohort"]),
    (Text(nl: "bewaren", en: "keeping"), ["keep", "results", "show", "why", "undo", "history", "save"]),
    (Text(nl: "wat als", en: "what if"), ["branch", "compare"]),
    (Text(nl: "samen", en: "together"), ["ballot", "notebook", "redact", "source"]),
    (Text(nl: "de shell", en: "the shell"), ["set", "alias", "open", "new", "workspace", "plugin", "exit"]),
  ]
  /// With more nouns than this the screen is too small for a row each.
  private static let nounLimit = 11

  static func output(_ session: Session, _ language: Language) -> Output {
    let registry = session.registry
    let commands = registry.registrations.filter { $0.owner == nil }.map(\.signature)
    let own = Set(commands.map { $0.path[0] })
    let brought = registry.candidates(after: []).filter { !own.contains($0.word) }
    var rows = [
      (
        Text(nl: "help WOORD", en: "help WORD"),
        Text(
          nl: "zoek op elk woord: help kaart, help risico, help term EMVI",
          en: "look for any word: help map, help risk, help term EMVI")
      )
    ]
    rows += commands.filter { $0.path == ["tour"] }.map { (.verbatim("tour"), $0.summary) }
    if brought.count <= nounLimit {
      rows += brought.map { (.verbatim($0.word), $0.about ?? .verbatim("")) }
    } else {
      rows.append((.verbatim("modules"), .verbatim(brought.map(\.word).joined(separator: ", "))))
    }
    for chore in chores {
      let there = chore.nouns.filter(own.contains)
      if !there.isEmpty { rows.append((chore.word, .verbatim(there.joined(separator: ", ")))) }
    }
    return Output([
      .table(
        Table(columns: [
          .texts("command", rows.map { $0.0(language) }, label: Text(nl: "opdracht", en: "command")),
          .texts("about", rows.map { $0.1(language) }, label: Text(nl: "wat", en: "what")),
        ])),
      .info(
        nl: "'help shell' noemt alles van de shell; OPDRACHT ? vertelt meer",
        en: "'help shell' lists all of the shell; COMMAND ? tells more"),
    ])
  }

  /// `help shell`: every command and stage of the shell itself.
  static func shell(_ session: Session, _ language: Language) -> Output {
    let own = session.registry.registrations.filter { $0.owner == nil }
    return Output([
      HelpPage.index(
        own.filter { $0.signature.input == .none }, language: language, title: Text(nl: "de shell", en: "the shell")),
      HelpPage.index(
        own.filter { $0.signature.input != .none }, language: language,
        title: Text(nl: "wat een tabel neemt", en: "what takes a table")),
    ])
  }
}
