import Session
import WorkbenchKit

/// `help [WORD…]`
struct HelpCommand: HostCommand {
  struct Arguments: Sendable {
    let words = Argument(
      list: "word", .name, required: false,
      about: Text(
        nl: "een opdracht, het begin ervan, of elk woord waarnaar u zoekt",
        en: "a command, its beginning, or any word that you look for"))
    let all = Argument(
      toggle: "all", about: Text(nl: "alles wat op het woord lijkt", en: "all that is like the word"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "help",
    aliases: ["hulp", "?"],
    summary: Text(nl: "wat er is en hoe het werkt", en: "what there is and how it works"),
    details: Text(
      nl: "Ook achter een opdracht: 'OPDRACHT --help' of 'OPDRACHT ?'. 'help term' noemt de begrippen.",
      en: "Behind a command too: 'COMMAND --help' or 'COMMAND ?'. 'help term' lists the terms."),
    examples: [
      Signature.Example("help", Text(nl: "wat er is, op één scherm", en: "what there is, on one screen")),
      Signature.Example("help where", Text(nl: "één opdracht", en: "one command")),
      Signature.Example("help kaart", Text(nl: "zoek op een woord", en: "look for a word")),
      Signature.Example(
        "help term woonservicegebied", Text(nl: "wat een begrip betekent", en: "what a term means")),
      Signature.Example(
        "help zxcvb", Text(nl: "een woord dat nergens staat", en: "a word that stands nowhere"),
        failsWith: "help.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    // A module that cannot be loaded is told of when the line runs.
    if let first = words.first { try? session.registry.redeem(first) }
    return session.registry.candidates(after: words)
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let words = given.words
    let language = context.language
    let registry = session.registry
    guard let first = words.first else { return HelpOverview.output(session, language) }
    if Glossary.isAsked(words) {
      return try Glossary.output(Array(words.dropFirst()), in: session, context: context, at: given.place(of: \.words))
    }
    if words == ["shell"] { return HelpOverview.shell(session, language) }
    try registry.redeem(first)
    let path = registry.canonicalPath(words) ?? words
    if let found = try registry.find(path), found.length == path.count {
      return Output(HelpPage.command(found.registration, in: registry, language: language))
    }
    let under = registry.registrations(under: path)
    if !under.isEmpty {
      let noun = path.joined(separator: " ")
      return Output([
        HelpPage.index(under, language: language, title: .verbatim(noun)),
        .info(nl: "'help \(noun) WOORD' vertelt meer", en: "'help \(noun) WORD' tells more"),
      ])
    }
    let text = words.joined(separator: " ")
    let found = try HelpIndex(session).find(text)
    guard !found.isEmpty else { throw unknown(words, registry).at(given.place(of: \.words)) }
    return Output(FoundHelp.blocks(found, for: text, all: given.all, language))
  }

  private func unknown(_ words: [String], _ registry: Registry) -> Diagnostic {
    let path = words.dropLast().isEmpty || registry.following(words.dropLast()).isEmpty ? [] : Array(words.dropLast())
    let word = path.isEmpty ? words[0] : words[words.count - 1]
    return Diagnostic(
      "help.unknown",
      Text(
        nl: "er is geen hulp over '\(words.joined(separator: " "))'",
        en: "there is no help about '\(words.joined(separator: " "))'"),
      wayOut: Text(nl: "'help' toont wat er is", en: "'help' shows what there is"),
      suggestion: NearestWord.best(word, among: registry.following(path)))
  }
}
