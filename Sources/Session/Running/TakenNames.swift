import Language
import WorkbenchKit

extension Session {
  /// The names that a statement takes up, as `NameOrigins` knows them: `$name`, `@alias`, and `last` for the answer before it.
  func takenNames(by statement: ParsedStatement) -> Set<String> {
    guard !state.origins.isEmpty else { return [] }
    let stages: [StageWords]
    switch statement {
    case .empty: return []
    case .pipeline(let whole), .binding(_, _, let whole): stages = whole.stages
    }
    var names: Set<String> = []
    for stage in stages {
      if !aliases.isEmpty, let first = stage.words.first?.bare, aliases[first] != nil { names.insert("@" + first) }
      for word in stage.words { takeNames(of: word, in: stage, into: &names) }
    }
    return names
  }

  private func takeNames(of word: Word, in stage: StageWords, into names: inout Set<String>) {
    for piece in word.pieces {
      switch piece {
      case .variable(let name, _): names.insert("$" + name)
      // In an expression between '…' a name is looked up all the same.
      case .literal(let text):
        if text.utf8.contains(UInt8(ascii: "$")) { names.formUnion(Self.names(in: text)) }
      }
    }
    guard let bare = word.bare else { return }
    if bare == "--last" { names.insert(NameOrigins.last) }
    if state.remembered[bare] != nil, takesNames(expanded(stage)) { names.insert("$" + bare) }
  }

  private static func names(in text: String) -> [String] {
    text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().map { rest in
      "$" + rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }
  }

  /// The line that gives a name the value that it has, without any other name.
  static func binding(_ name: String, to value: Value) -> String? {
    switch value {
    case .boolean, .number: return "let \(name) = \(value.plain)"
    case .date(let date): return "let \(name) = '\(date.text)'"
    case .text(let text):
      let typed = text.contains("'") || text.contains("\n") ? "\"\(TypedWord.escaped(text))\"" : "'\(text)'"
      return "let \(name) = \(typed)"
    case .missing, .list: return nil
    }
  }

  /// A line as it is kept: a word that names a file by way of a variable, as in `"$folder/figures.csv"`, names it itself, so that its path
  /// can be brought to the form in which paths are kept.
  func told(_ line: SourceLine) -> String {
    guard home != nil, line.text.utf8.contains(UInt8(ascii: "$")) else { return line.text }
    var lexer = Lexer(line)
    guard let tokens = try? lexer.tokens() else { return line.text }
    let variables = Variables(remembered: remembered, line: line)
    var bytes = Array(line.text.utf8)
    for case .word(let word) in tokens.reversed() where word.literal == nil {
      guard let path = try? variables.text(of: word),
        state.touched.places[String(path.prefix { $0 != "!" })] != nil
      else { continue }
      bytes.replaceSubrange(word.range, with: TypedWord.quoted(path).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the session stands, for a line that was run there.
  func needed(_ line: String, since next: Int) -> NeededLine {
    let log = workspace.log
    // A step that the line made is not run once more.
    let made = log.nextNumber > next && log.done.last?.number == log.nextNumber - 1 ? log.done.last?.number : nil
    return NeededLine(line: line, after: log.done.last?.number ?? 0, branch: workspace.branch, step: made)
  }
}
