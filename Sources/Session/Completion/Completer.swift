import Language
import WorkbenchKit

/// Tells what can stand at the cursor, by the same signatures by which lines are bound. Knows no command by its name.
public struct Completer {
  private let session: Session
  private let sources: CompletionSources

  public init(_ session: Session, entries: @escaping (_ folder: String) -> [CompletionFile] = { _ in [] }) {
    self.session = session
    sources = CompletionSources(session: session, entries: entries)
  }

  /// Returns what can stand at the end of the text, or nil where nothing is known.
  public func complete(_ before: String) -> Completion? {
    guard let context = CompletionContext(before), !context.isNaming else { return nil }
    let begun = BegunWord(text: context.partial, range: context.range, quote: context.quote)
    if begun.text.hasPrefix("$"), begun.quote == nil { return sources.completion(begun, sources.names()) }
    if context.words.isEmpty { return sources.completion(begun, firstWords(context, begun)) }
    let words = expanded(context.words)
    // A module that cannot be loaded is told of when the line runs.
    let found = try? session.registry.find(words.map(\.bare))
    let length = found?.length ?? 0
    var verbs: [CompletionOption] = []
    if length == words.count || found == nil {
      verbs = nextWords(after: words.compactMap(\.bare), begun, count: words.count)
    }
    guard let found else { return sources.completion(begun, verbs) }
    let stage = StageCompletion(
      sources: sources, registration: found.registration, words: words[length...], begun: begun, before: before,
      columns: { columns(flowingInto: context, before) })
    return stage.complete(verbs: verbs)
  }

  // MARK: Words of commands

  /// The words with which a stage can begin: a line begins with a command, and behind `|` what takes a table is due.
  private func firstWords(_ context: CompletionContext, _ begun: BegunWord) -> [CompletionOption] {
    let isFirst = context.earlier.isEmpty
    var options = session.registry.nextWords(after: []).filter { isFirst ? $0.startsLine : $0.takesTable }
    Self.leaveOutTwins(&options, begun)
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
    var options = session.registry.nextWords(after: path)
    Self.leaveOutTwins(&options, begun)
    return options.map { CompletionOption(word: $0.word, about: $0.about) }
  }

  /// Leaves out other names beside the word that they stand for: only who begins one is offered it.
  private static func leaveOutTwins(_ options: inout [Registry.NextWord], _ begun: BegunWord) {
    let wanted = begun.text.lowercased()
    options.removeAll { option in
      guard let twin = option.twin else { return false }
      return twin.lowercased().hasPrefix(wanted)
    }
  }

  private func expanded(_ words: [Word]) -> [Word] {
    guard let first = words.first?.bare, let meant = session.aliases[first], let range = words.first?.range else {
      return words
    }
    return meant.map { Word(pieces: [.literal($0)], range: range) } + words.dropFirst()
  }

  /// The columns of the table that flows in: of a result that is remembered, or of what the stages before give.
  private func columns(flowingInto context: CompletionContext, _ before: String) -> [Column] {
    guard let first = context.earlier.first, let last = context.earlier.last else { return [] }
    if context.earlier.count == 1, first.words.count == 1, let name = first.words[0].variable {
      return (try? session.looking().result(name))?.table?.columns ?? []
    }
    var stages = context.earlier
    // `let NAME =` is no part of the stage behind it.
    if first.words.first?.bare == "let" {
      let taken = first.words.dropFirst(first.words.dropFirst().first?.bare?.hasSuffix("=") == true ? 2 : 3)
      guard let start = taken.first else { return [] }
      stages[0] = StageWords(words: Array(taken), range: start.range.lowerBound..<first.range.upperBound)
    }
    return session.columns(
      after: stages, in: String(decoding: before.utf8.prefix(last.range.upperBound), as: UTF8.self))
  }
}
