import Language
@_spi(Host) import WorkbenchKit

/// Completion behind the words of a command: flags, their values, arguments.
struct StageCompletion {
  let sources: CompletionSources
  let registration: Registration
  /// The whole words behind the path.
  let words: ArraySlice<Word>
  let begun: BegunWord
  /// The text before the cursor.
  let before: String
  /// Those of the table that flows in; asked for where one of them is due.
  let columns: () -> [Column]

  private var signature: Signature { registration.signature }
  private var flags: [Parameter] { signature.parameters.filter { $0.position == .flag } }

  /// What the whole words have used up, as the binder reads them.
  private struct Progress {
    var nextArgument = 0
    var given: Set<String> = []
    /// The flag whose value is due.
    var open: Parameter?
    var flagsEnded = false
    var isInExpression = false
  }

  /// - Parameter verbs: the words that could also follow here.
  func complete(verbs: [CompletionOption]) -> Completion? {
    let progress = progress()
    if let open = progress.open { return value(of: open, begun) }
    if !progress.flagsEnded, begun.quote == nil, begun.text.hasPrefix("-"), !progress.isInExpression {
      return flag(progress)
    }
    let arguments = signature.parameters.filter { $0.position == .argument }
    if arguments.indices.contains(progress.nextArgument) {
      return value(of: arguments[progress.nextArgument], begun, beside: verbs)
    }
    if !verbs.isEmpty { return sources.completion(begun, verbs) }
    return begun.text.isEmpty && !progress.flagsEnded ? sources.completion(begun, flagOptions(progress)) : nil
  }

  private func progress() -> Progress {
    let arguments = signature.parameters.filter { $0.position == .argument }
    var progress = Progress()
    for word in words {
      if progress.open != nil {
        progress.open = nil
      } else if progress.isInExpression {
        continue
      } else if !progress.flagsEnded, let text = Binder.flagText(word) {
        if text == "--" {
          progress.flagsEnded = true
        } else if let parameter = flags.first(where: { $0.isCalled(String(text.prefix { $0 != "=" })) }) {
          progress.given.insert(parameter.name)
          if !text.contains("="), !parameter.isToggle { progress.open = parameter }
        }
      } else if arguments.indices.contains(progress.nextArgument) {
        let argument = arguments[progress.nextArgument]
        if case .expression = argument.kind { progress.isInExpression = true }
        if !argument.isRepeated, !progress.isInExpression { progress.nextArgument += 1 }
      } else {
        progress.nextArgument += 1
      }
    }
    return progress
  }

  // MARK: Flags

  private func flag(_ progress: Progress) -> Completion? {
    let raw = Substring(before.utf8.dropFirst(begun.range.lowerBound))
    guard begun.text.hasPrefix("--"), let sign = raw.firstIndex(of: "="), let valueSign = begun.text.firstIndex(of: "=")
    else { return sources.completion(begun, flagOptions(progress)) }
    guard let parameter = flags.first(where: { $0.isCalled(String(raw[..<sign])) }), !parameter.isToggle else {
      return nil
    }
    let after = raw.index(after: sign)
    let start = begun.range.lowerBound + raw.utf8.distance(from: raw.startIndex, to: after)
    let quote = after < raw.endIndex && (raw[after] == "'" || raw[after] == "\"") ? raw[after] : nil
    let text = String(begun.text[begun.text.index(after: valueSign)...])
    return value(of: parameter, BegunWord(text: text, range: start..<begun.range.upperBound, quote: quote))
  }

  private func flagOptions(_ progress: Progress) -> [CompletionOption] {
    flags.filter { $0.isRepeated || !progress.given.contains($0.name) }
      .map { CompletionOption(word: "--\($0.name)", about: $0.about) }
  }

  // MARK: Values

  private func value(
    of parameter: Parameter, _ begun: BegunWord, beside verbs: [CompletionOption] = []
  ) -> Completion? {
    var begun = begun
    begun.isListItem = parameter.isRepeated
    if parameter.isRepeated, begun.quote == nil, let comma = begun.text.lastIndex(of: ",") {
      // Of a list the last item is completed.
      let item = String(begun.text[begun.text.index(after: comma)...])
      begun.range = (begun.range.upperBound - item.utf8.count)..<begun.range.upperBound
      begun.text = item
    }
    return sources.completion(begun, verbs + options(for: parameter, begun), expected: parameter.hint)
  }

  private func options(for parameter: Parameter, _ begun: BegunWord) -> [CompletionOption] {
    var options: [CompletionOption] = []
    switch parameter.kind {
    case .choice(let words): options = words.map { CompletionOption(word: $0.word, about: $0.about) }
    case .file: options = sources.files(begun.text)
    case .column: options = columnOptions { $0 }
    case .expression: options = columnOptions { $0.contains(" ") ? "`\($0)`" : $0 }
    case .table: options = sources.tables() + sources.names() + sources.files(begun.text)
    case .toggle, .text, .number, .integer, .pair: break
    }
    if case .host(let command) = registration.body {
      let given = command.candidates(parameter, words.compactMap(\.literal))
      options += sources.shown(given.map { CompletionOption(word: $0.word, about: $0.about) })
    }
    let table = parameter.isRole ? sources.session.tableRoles?.roles ?? [] : []
    options += sources.shown(table.map { CompletionOption(word: $0.word, about: $0.about) })
    if let candidates = parameter.candidates {
      let ending = if case .pair = parameter.kind { "" } else { " " }
      let context = sources.session.looking(as: registration.owner?.name)
      options += sources.shown(
        candidates(context).filter { candidate in !table.contains { $0.word == candidate.word } }.map { candidate in
          CompletionOption(word: candidate.word + (ending.isEmpty ? "=" : ""), about: candidate.about, ending: ending)
        })
    }
    return options
  }

  private func columnOptions(_ typed: (String) -> String) -> [CompletionOption] {
    sources.shown(columns().map { CompletionOption(word: typed($0.name), about: $0.label) })
  }
}

extension Parameter {
  var isToggle: Bool { if case .toggle = kind { true } else { false } }
}
