import Language
@_spi(Host) import WorkbenchKit

/// Binds the words behind a command to its parameters. Knows signatures, no command; the options of the program come
/// through here as well.
struct Binder {
  let signature: Signature
  let line: SourceLine
  let variables: Variables
  /// The plugin whose command it is.
  var plugin: String?
  /// The roles at the table, under whose names others of them count.
  var roles: TableRoles?

  /// - Parameters:
  ///   - words: those behind the path.
  ///   - place: where the command stands.
  /// - Throws: `argument.*`, `variable.*`, `list.comma`.
  func bind(_ words: ArraySlice<Word>, place: Place) throws -> Call {
    var bound: [String: [Call.Argument]] = [:]
    let positional = signature.parameters.filter { $0.position == .argument }
    var next = 0
    var rest = words
    var flagsEnded = false
    var before: Parameter?
    while let word = rest.first {
      rest = rest.dropFirst()
      if !flagsEnded, let bare = Self.flagText(word), !beginsExpression(bare, positional, next) {
        if bare == "--" {
          flagsEnded = true
        } else {
          before = try flag(bare, word, &rest, &bound)
        }
        continue
      }
      guard next < positional.count else { throw surplus(word, after: before) }
      let parameter = positional[next]
      if case .expression = parameter.kind {
        bound[parameter.name] = [try expression(parameter, from: word, to: words.last ?? word)]
        rest = []
        continue
      }
      if case .pair = parameter.kind, Self.pairSign(word) == nil { throw notAPair(word) }
      bound[parameter.name, default: []] += try convert(word, parameter)
      if !parameter.isRepeated { next += 1 }
    }
    try supplement(&bound)
    return Call(path: signature.path, line: line.text, place: place, arguments: bound)
  }

  /// Whether `-a` is a column with its sign and no flag: an expression is due, and no flag is called so.
  private func beginsExpression(_ text: String, _ positional: [Parameter], _ next: Int) -> Bool {
    guard !text.hasPrefix("--"), next < positional.count, case .expression = positional[next].kind else { return false }
    return !signature.parameters.contains { $0.position == .flag && $0.isCalled(text) }
  }

  // MARK: Flags

  /// The text of a word that is a flag: beginning bare, beginning with `--`, or `-x` with one letter.
  static func flagText(_ word: Word) -> String? {
    guard word.beginsBare, case .literal(let text)? = word.pieces.first, text.utf8.first == UInt8(ascii: "-") else {
      return nil
    }
    if text.hasPrefix("--") { return text }
    let letters = text.utf8.dropFirst()
    guard let letter = letters.first, letter | 32 >= 97, letter | 32 <= 122, letters.count == 1 else { return nil }
    return text
  }

  /// - Returns: the parameter that the flag gave a value.
  private func flag(
    _ text: String, _ word: Word, _ rest: inout ArraySlice<Word>, _ bound: inout [String: [Call.Argument]]
  ) throws -> Parameter {
    let sign = text.firstIndex(of: "=")
    let name = String(text[..<(sign ?? text.endIndex)])
    let nameRange = word.range.lowerBound..<word.range.lowerBound + name.utf8.count
    guard let parameter = signature.parameters.first(where: { $0.position == .flag && $0.isCalled(name) }) else {
      throw unknownFlag(name, nameRange)
    }
    if bound[parameter.name] != nil, !parameter.isRepeated {
      throw Diagnostic(
        "argument.repeated",
        Text(nl: "'\(name)' is meer dan eens gegeven", en: "'\(name)' is given more than once"),
        place: line.place(nameRange))
    }
    if case .toggle = parameter.kind {
      if sign != nil { throw toggleWithValue(name, word) }
      bound[parameter.name] = [try parameter.bind(.boolean(true), at: line.place(word.range), of: plugin)]
      return parameter
    }
    let value: Word
    if let sign {
      let after = String(text[text.index(after: sign)...])
      value = Word(
        pieces: (after.isEmpty ? [] : [.literal(after)]) + word.pieces.dropFirst(),
        range: nameRange.upperBound + 1..<word.range.upperBound, isQuoted: word.isQuoted)
    } else {
      guard let following = rest.first, Self.flagText(following)?.hasPrefix("--") != true else {
        throw Diagnostic(
          "argument.value",
          Text(nl: "na '\(name)' hoort een waarde", en: "a value is due after '\(name)'"),
          wayOut: parameter.hint, place: line.place(nameRange))
      }
      rest = rest.dropFirst()
      value = following
    }
    bound[parameter.name, default: []] += try convert(value, parameter)
    return parameter
  }

  // MARK: Values

  private func convert(_ word: Word, _ parameter: Parameter) throws -> [Call.Argument] {
    let place = line.place(word.range)
    if case .pair = parameter.kind { return try pairs(word, parameter, place) }
    if case .table = parameter.kind, let name = word.variable, !variables.isValue(name) {
      return [try parameter.bind(.text("$" + name), at: place, of: plugin)]
    }
    let value = try variables.value(of: word)
    if case .list(let values) = value, parameter.isRepeated {
      return try values.map { try bind($0, parameter, place) }
    }
    if parameter.isRepeated, !word.isQuoted, case .text(let text) = value, text.contains(",") {
      return try text.split(separator: ",", omittingEmptySubsequences: true).map {
        try bind(.text(String($0)), parameter, place)
      }
    }
    return [try bind(value, parameter, place)]
  }

  /// Binds one value; who speaks goes by the name that counts.
  private func bind(_ value: Value, _ parameter: Parameter, _ place: Place) throws -> Call.Argument {
    let meant = parameter.isRole ? roles?.canonical(value) ?? value : value
    return try parameter.bind(meant, at: place, of: plugin)
  }

  private func expression(_ parameter: Parameter, from first: Word, to last: Word) throws -> Call.Argument {
    let utf8 = line.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
    let range = first.range.lowerBound..<last.range.upperBound
    return try parameter.bind(.text(String(line.text[start..<end])), at: line.place(range), of: plugin)
  }

  private static func pairSign(_ word: Word) -> String.Index? {
    guard case .literal(let text)? = word.pieces.first else { return nil }
    return text.firstIndex(of: "=")
  }

  private func pairs(_ word: Word, _ parameter: Parameter, _ place: Place) throws -> [Call.Argument] {
    let text = try variables.text(of: word)
    // A quoted value is one value; a bare `a=1,b=2` is a list.
    let items = word.isQuoted ? [Substring(text)] : text.split(separator: ",", omittingEmptySubsequences: true)
    return try items.map { item in
      guard let sign = item.firstIndex(of: "="), sign > item.startIndex else {
        if NumberText.parse(String(item)) != nil, items.count > 1 { throw commaInList(text, place) }
        throw notAPair(word)
      }
      let value = String(item[item.index(after: sign)...])
      let both: [Value] = [.text(String(item[..<sign])), word.isQuoted ? .text(value) : TypedValue.guess(value)]
      return try parameter.bind(.list(both), at: place, of: plugin)
    }
  }

  private func supplement(_ bound: inout [String: [Call.Argument]]) throws {
    for parameter in signature.parameters where bound[parameter.name] == nil {
      if let fallback = parameter.fallback {
        bound[parameter.name] = [try parameter.bind(.text(fallback), at: nil, of: plugin)]
      } else if parameter.isRequired {
        throw missing(parameter)
      }
    }
  }
}
