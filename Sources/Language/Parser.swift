import WorkbenchKit

/// Makes a statement of a line; knows no command.
public enum Parser {
  /// - Throws: `Lexer.Incomplete` where more lines are due, `syntax.*`.
  public static func parse(_ line: SourceLine) throws -> ParsedStatement {
    var lexer = Lexer(line)
    return try statement(lexer.tokens(), line)
  }

  /// Makes a statement of the tokens of a line.
  static func statement(_ tokens: [Lexer.Token], _ line: SourceLine) throws -> ParsedStatement {
    guard let first = tokens.first else { return .empty }
    if case .word(let word) = first, word.bare == "let" { return try binding(tokens.dropFirst(), word, line) }
    return .pipeline(try pipeline(tokens[...], line))
  }

  /// Returns the error that tells why a line that came to its end is not whole.
  public static func diagnostic(_ incomplete: Lexer.Incomplete, in line: SourceLine) -> Diagnostic {
    switch incomplete {
    case .quote(let quote, let offset):
      let sign = String(Unicode.Scalar(quote))
      return Diagnostic(
        "syntax.quote",
        Text(nl: "het aanhalingsteken \(sign) is niet gesloten", en: "the quote \(sign) is not closed"),
        wayOut: Text(nl: "sluit het met nog een \(sign)", en: "close it with another \(sign)"),
        place: line.place(offset..<offset + 1))
    case .backslash(let offset):
      return Diagnostic(
        "syntax.continuation",
        Text(nl: "na \\ hoort nog een regel te komen", en: "another line is due after \\"),
        place: line.place(offset..<offset + 1))
    }
  }

  private static func pipeline(_ tokens: ArraySlice<Lexer.Token>, _ line: SourceLine) throws -> Pipeline {
    var stages: [StageWords] = []
    var words: [Word] = []
    func close(_ place: Range<Int>) throws {
      guard let first = words.first, let last = words.last else {
        throw Diagnostic(
          "syntax.pipe",
          Text(nl: "aan één kant van '|' staat niets", en: "there is nothing on one side of '|'"),
          wayOut: Text(
            nl: "zet voor en na '|' een opdracht, of het teken tussen aanhalingstekens",
            en: "put a command before and after '|', or quote the sign"),
          place: line.place(place))
      }
      stages.append(StageWords(words: words, range: first.range.lowerBound..<last.range.upperBound))
      words = []
    }
    var lastPipe: Range<Int>?
    for token in tokens {
      switch token {
      case .word(let word): words.append(word)
      case .pipe(let range):
        try close(range)
        lastPipe = range
      }
    }
    try close(lastPipe ?? 0..<0)
    return Pipeline(stages: stages)
  }

  private static func binding(
    _ tokens: ArraySlice<Lexer.Token>, _ keyword: Word, _ line: SourceLine
  ) throws -> ParsedStatement {
    func malformed(_ range: Range<Int>) -> Diagnostic {
      Diagnostic(
        "syntax.let",
        Text(nl: "na 'let' hoort NAAM = WAARDE", en: "'let' takes NAME = VALUE"),
        wayOut: Text(
          nl: "zoals: let drempel = 5, of: let lijst = wzw areas",
          en: "such as: let threshold = 5, or: let list = wzw areas"),
        place: line.place(range))
    }
    guard case .word(let first)? = tokens.first else { throw malformed(keyword.range) }
    var rest = tokens.dropFirst()
    var name = first.bare ?? ""
    let hasSign = name.utf8.contains(UInt8(ascii: "=")) && name.contains("=")
    if first.isQuoted || hasSign || first.literal == nil {
      // `let x=5` and `let x="a b"`: the name is what stands before the sign.
      guard case .literal(let text)? = first.pieces.first, let sign = text.firstIndex(of: "=") else {
        throw malformed(first.range)
      }
      name = String(text[..<sign])
      let after = String(text[text.index(after: sign)...])
      let remainder = (after.isEmpty ? [] : [.literal(after)]) + first.pieces.dropFirst()
      if !remainder.isEmpty {
        let start = first.range.lowerBound + name.utf8.count + 1
        rest = [.word(Word(pieces: remainder, range: start..<first.range.upperBound, isQuoted: first.isQuoted))] + rest
      }
    } else if case .word(let sign)? = rest.first, let text = sign.bare, text == "=" || text.hasPrefix("=") {
      rest = rest.dropFirst()
      if text != "=" {
        let word = Word(
          pieces: [.literal(String(text.dropFirst()))], range: sign.range.lowerBound + 1..<sign.range.upperBound)
        rest = [.word(word)] + rest
      }
    } else {
      throw malformed(first.range)
    }
    let bytes = name.utf8
    guard let initial = bytes.first, !(48...57).contains(initial), bytes.allSatisfy(Lexer.isNameByte) else {
      throw Diagnostic(
        "syntax.name",
        Text(nl: "'\(name)' kan geen naam zijn", en: "'\(name)' cannot be a name"),
        wayOut: Text(
          nl: "een naam bestaat uit letters, cijfers en _, en begint niet met een cijfer",
          en: "a name is made of letters, digits and _, and does not begin with a digit"),
        place: line.place(first.range))
    }
    guard !rest.isEmpty else { throw malformed(first.range) }
    let nameRange = first.range.lowerBound..<first.range.lowerBound + name.utf8.count
    return .binding(name: name, nameRange: nameRange, try pipeline(rest, line))
  }
}
