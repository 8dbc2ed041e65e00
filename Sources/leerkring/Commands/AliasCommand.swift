import Session
import WorkbenchKit

/// `alias [NAME [WORD…]]`
struct AliasCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument(optional: "name", .words, about: Text(nl: "de eigen naam", en: "the name of your own"))
    let words = Argument(
      list: "word", .words, required: false,
      about: Text(nl: "waar hij voor staat; niets haalt hem weg", en: "what it stands for; nothing removes it"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "alias",
    summary: Text(nl: "geef woorden een eigen naam", en: "give words a name of your own"),
    details: Text(
      nl: "Een alias geldt in deze sessie; zet hem in het beginbestand om hem te houden. Een vlag staat erin tussen "
        + "aanhalingstekens.",
      en: "An alias holds in this session; put it into the init file to keep it. A flag stands in it in quotes."),
    examples: [
      Signature.Example("alias h history", Text(nl: "'h' voor 'history'", en: "'h' for 'history'")),
      Signature.Example(
        "alias verschil workspace diff '--steps' 1", Text(nl: "met een vlag erin", en: "with a flag in it")),
      Signature.Example(
        "alias help history", Text(nl: "een naam van de shell zelf", en: "a name of the shell itself"),
        failsWith: "alias.taken"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    guard let name = given.name else {
      let aliases = session.aliases.sorted { $0.key < $1.key }
      return Output(
        Table(columns: [
          .texts("name", aliases.map(\.key), label: Text(nl: "naam", en: "name")),
          .texts("words", aliases.map { $0.value.joined(separator: " ") }, label: Text(nl: "woorden", en: "words")),
        ]))
    }
    if session.registry.following([]).contains(name) || name == "let" {
      throw Diagnostic(
        "alias.taken",
        Text(nl: "'\(name)' is al een opdracht", en: "'\(name)' is a command already"),
        wayOut: Text(nl: "kies een andere naam", en: "choose another name"), place: given.place(of: \.name))
    }
    session.aliases[name] = given.words.isEmpty ? nil : given.words
    return .nothing
  }
}
