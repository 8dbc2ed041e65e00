import Session
import WorkbenchKit

/// `help [WORD…]`
struct HelpCommand: HostCommand {
  struct Arguments: Sendable {
    let words = Argument(
      list: "word", .name, required: false,
      about: Text(nl: "een opdracht, of het begin ervan", en: "a command, or its beginning"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "help",
    aliases: ["hulp"],
    summary: Text(nl: "wat er is en hoe het werkt", en: "what there is and how it works"),
    examples: [
      Signature.Example("help", Text(nl: "alles wat er is", en: "all there is")),
      Signature.Example("help where", Text(nl: "één opdracht", en: "one command")),
      Signature.Example(
        "help helpp", Text(nl: "een woord dat niet bestaat", en: "a word that does not exist"),
        failsWith: "help.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    // A module that cannot be loaded is told of when the line runs.
    if let first = words.first { try? session.registry.redeem(first) }
    return session.registry.candidates(after: words)
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let words = given.words
    guard let first = words.first else { return overview(session, context.language) }
    let registry = session.registry
    try registry.redeem(first)
    if let found = try registry.find(words), found.length == words.count {
      let below = registry.registrations(under: found.registration.signature.path).dropFirst()
      var blocks = HelpPage.command(found.registration, language: context.language)
      if !below.isEmpty {
        blocks.append(
          HelpPage.list(Array(below), language: context.language, title: Text(nl: "en verder", en: "and further")))
      }
      return Output(blocks)
    }
    let under = registry.registrations(under: words)
    guard !under.isEmpty else { throw unknown(words, registry).at(given.place(of: \.words)) }
    let noun = words.joined(separator: " ")
    return Output([
      HelpPage.list(under, language: context.language, title: .verbatim(noun)),
      .info(nl: "'help \(noun) WOORD' vertelt meer", en: "'help \(noun) WORD' tells more"),
    ])
  }

  private func overview(_ session: Session, _ language: Language) -> Output {
    let all = session.registry.registrations
    let promised = session.registry.promisedNouns
    let own = all.filter { $0.owner == nil }
    var blocks: [Block] = []
    let stages = own.filter { $0.signature.input != .none }
    let commands = own.filter { $0.signature.input == .none }
    blocks.append(HelpPage.list(commands, language: language, title: Text(nl: "de shell", en: "the shell")))
    blocks.append(
      HelpPage.list(stages, language: language, title: Text(nl: "wat een tabel neemt", en: "what takes a table")))
    let loaded = all.filter { $0.owner != nil }
    if !loaded.isEmpty {
      blocks.append(HelpPage.list(loaded, language: language, title: Text(nl: "plugins", en: "plugins")))
    }
    if !promised.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "modules", en: "modules"),
            columns: [
              .texts("command", promised.map(\.noun), label: Text(nl: "opdracht", en: "command")),
              .texts("about", promised.map { $0.summary(language) }, label: Text(nl: "wat", en: "what")),
            ])))
    }
    blocks.append(
      .info(nl: "'help WOORD' vertelt meer over een opdracht", en: "'help WORD' tells more about a command"))
    return Output(blocks)
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
