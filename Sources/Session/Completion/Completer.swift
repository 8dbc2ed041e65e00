import Language
import WorkbenchKit

/// Tells what can stand at the cursor, by the same signatures by which lines are bound. Knows no command by its name.
public struct Completer {
  /// A file or folder that a path can lead to.
  public struct FileEntry: Sendable, Hashable {
    public let name: String
    public let isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  let session: Session
  /// Lists a folder; the empty path is the one in which the program runs.
  let entries: (_ folder: String) -> [FileEntry]

  public init(_ session: Session, entries: @escaping (_ folder: String) -> [FileEntry] = { _ in [] }) {
    self.session = session
    self.entries = entries
  }

  /// Returns what can stand at the end of the text, or nil where nothing is known.
  public func complete(_ before: String) -> Completion? {
    guard let context = CompletionContext(before), !context.isNaming else { return nil }
    let begun = BegunWord(text: context.partial, range: context.range, quote: context.quote)
    if begun.text.hasPrefix("$"), begun.quote == nil { return completion(begun, names()) }
    if context.words.isEmpty { return completion(begun, firstWords(context, begun)) }
    let words = expanded(context.words)
    // A module that cannot be loaded is told of when the line runs.
    let found = try? session.registry.find(words.map(\.bare))
    let length = found?.length ?? 0
    var verbs: [CompletionOption] = []
    if length == words.count || found == nil {
      verbs = nextWords(after: words.compactMap(\.bare), begun, count: words.count)
    }
    guard let found else { return completion(begun, verbs) }
    let stage = StageCompletion(
      completer: self, registration: found.registration, words: words[length...], begun: begun, before: before,
      columns: columns(flowingInto: context))
    return stage.complete(verbs: verbs)
  }

  func completion(_ begun: BegunWord, _ options: [CompletionOption], expected: Text? = nil) -> Completion? {
    Completion(begun, among: options, language: session.language, expected: expected)
  }

  // MARK: Words of commands

  /// The words with which a stage can begin: a line begins with a command, and behind `|` what takes a table is due.
  private func firstWords(_ context: CompletionContext, _ begun: BegunWord) -> [CompletionOption] {
    let isFirst = context.earlier.isEmpty
    var options = session.registry.nextWords(after: []).filter { isFirst ? $0.startsLine : $0.takesTable }
    if begun.text.isEmpty { options.removeAll(where: \.isAlias) }
    var found = options.map { CompletionOption(word: $0.word, about: $0.about) }
    found += session.aliases.map { CompletionOption(word: $0.key, about: .verbatim($0.value.joined(separator: " "))) }
    if isFirst {
      let about = Text(nl: "onthoud een waarde of uitkomst onder een naam", en: "remember a value or result by a name")
      found.append(CompletionOption(word: "let", about: about))
    }
    return found.sorted { $0.word < $1.word }
  }

  private func nextWords(after path: [String], _ begun: BegunWord, count: Int) -> [CompletionOption] {
    guard path.count == count else { return [] }
    return session.registry.nextWords(after: path)
      .filter { !$0.isAlias || !begun.text.isEmpty }
      .map { CompletionOption(word: $0.word, about: $0.about) }
  }

  private func expanded(_ words: [Word]) -> [Word] {
    guard let first = words.first?.bare, let meant = session.aliases[first], let range = words.first?.range else {
      return words
    }
    return meant.map { Word(pieces: [.literal($0)], range: range) } + words.dropFirst()
  }

  // MARK: What is there

  /// What `let` and `keep` remember, as it is typed.
  func names() -> [CompletionOption] {
    var options = session.remembered.map { name, remembered in
      switch remembered {
      case .value(let value): CompletionOption(word: "$" + name, about: .verbatim(value.plain))
      case .result(let result): CompletionOption(word: "$" + name, about: .verbatim(result.line))
      }
    }
    let kept = session.workspace.parts.keys.filter { $0.section == .results && session.remembered[$0.name] == nil }
    options += kept.map {
      CompletionOption(word: "$" + $0.name, about: Text(nl: "bewaarde uitkomst", en: "kept result"))
    }
    return options.sorted { $0.word < $1.word }
  }

  func tables() -> [CompletionOption] {
    session.workspace.parts.keys.filter { $0.section == .tables }.map { CompletionOption(word: $0.name) }
      .sorted { $0.word < $1.word }
  }

  /// The files that a begun path can lead to; hidden ones where a dot is typed.
  func files(_ begun: String) -> [CompletionOption] {
    let slash = begun.lastIndex(of: "/")
    let folder = slash.map { String(begun[...$0]) } ?? ""
    let showsHidden = begun[(slash.map { begun.index(after: $0) } ?? begun.startIndex)...].hasPrefix(".")
    return entries(folder).filter { $0.name.hasPrefix(".") == showsHidden }.map { entry in
      CompletionOption(word: folder + entry.name + (entry.isFolder ? "/" : ""), ending: entry.isFolder ? "" : " ")
    }
  }

  /// The columns of the table that flows in, where it is one that is remembered.
  private func columns(flowingInto context: CompletionContext) -> [Column] {
    guard context.earlier.count == 1, context.earlier[0].words.count == 1,
      let name = context.earlier[0].words[0].variable
    else { return [] }
    return (try? session.looking().result(name))?.table?.columns ?? []
  }
}
