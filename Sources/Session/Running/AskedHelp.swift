import Language
import WorkbenchKit

extension Session {
  /// Returns the statement that asks for help where a line does so behind a command: `wzw map --help`, `wzw map ?`, `kaart ?`.
  ///
  /// Where a command takes what looks like it, as `where` takes an expression, it is no call for help.
  func askingHelp(_ statement: ParsedStatement) -> ParsedStatement {
    guard case .pipeline(let pipeline) = statement else { return statement }
    for stage in pipeline.stages {
      let bare = stage.words.lazy.map(\.bare)
      if bare.dropFirst().contains("--help"), !takesHelp(stage) { return Self.help(commandWords(Array(bare)), stage) }
      if pipeline.stages.count == 1, bare.count > 1, bare.last == "?", isOnlyWords(bare.dropLast()) {
        return Self.help(bare.dropLast().compactMap { $0 }, stage)
      }
    }
    return statement
  }

  private func takesHelp(_ stage: StageWords) -> Bool {
    guard let found = try? registry.find(stage.words.lazy.map(\.bare)) else { return false }
    return found.registration.signature.parameters.contains { parameter in
      if case .expression = parameter.kind { return true }
      return parameter.name == "help"
    }
  }

  /// Whether the words are a command or its beginning and no more, or begin with nothing that is known.
  private func isOnlyWords(_ words: some Collection<String?>) -> Bool {
    let bare = words.compactMap { $0 }
    guard bare.count == words.count, let first = bare.first else { return false }
    try? registry.redeem(first)
    return registry.canonicalPath(bare) != nil || !registry.following([String]()).contains(first)
  }

  /// The leading words that are the command's own.
  private func commandWords(_ words: [String?]) -> [String] {
    var path: [String] = []
    for case let word? in words.prefix(while: { $0 != nil && $0 != "--help" }) {
      guard registry.canonicalPath(path + [word]) != nil || path.isEmpty else { break }
      path.append(word)
      if path.count == 1 { try? registry.redeem(word) }
    }
    return path
  }

  private static func help(_ words: [String], _ stage: StageWords) -> ParsedStatement {
    let asked = (["help"] + words).map { Word(pieces: [.literal($0)], range: stage.range) }
    return .pipeline(Pipeline(stages: [StageWords(words: asked, range: stage.range)]))
  }
}
