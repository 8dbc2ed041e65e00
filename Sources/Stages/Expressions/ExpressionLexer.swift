import WorkbenchKit

/// Takes an expression apart (shell.md 1): `"text"` knows escapes and `$name`, `'text'` is literal, a bare word is a
/// column or a keyword, a column with blanks stands in backticks, `12%` and `€1250` are numbers with a unit.
struct ExpressionLexer {
  private let source: ExpressionSource
  private let variables: [String: Value]
  private var offset = 0

  init(_ source: ExpressionSource, variables: [String: Value]) {
    self.source = source
    self.variables = variables
  }

  /// - Throws: `date.format`, `expression.syntax`, `expression.comma`, `expression.number`, `variable.unknown`.
  static func tokens(_ source: ExpressionSource, variables: [String: Value]) throws -> [ExpressionToken] {
    var lexer = ExpressionLexer(source, variables: variables)
    var tokens: [ExpressionToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(ExpressionToken(kind: .end, range: source.characters.count..<source.characters.count))
    return tokens
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    offset + ahead < source.characters.count ? source.characters[offset + ahead] : nil
  }

  private mutating func next() throws -> ExpressionToken? {
    skipBlanks()
    guard let first = peek() else { return nil }
    let start = offset
    let kind: ExpressionToken.Kind
    switch first {
    case "\"": kind = .value(.text(try doubleQuoted()))
    case "'": kind = .value(.text(try literal("'")))
    case "`": kind = .column(try literal("`"))
    case "$":
      offset += 1
      kind = .value(try variable(from: start))
    case "€": kind = .value(try euros())
    case _ where Self.isNameCharacter(first) || first == "." && (peek(1)?.isNumber ?? false): kind = try nameOrNumber()
    default: kind = .sign(try sign())
    }
    return ExpressionToken(kind: kind, range: start..<offset)
  }

  /// Passes over blanks, a backslash that continues a line, and the rest of a line after `#`.
  private mutating func skipBlanks() {
    while let next = peek() {
      if next.isWhitespace {
        offset += 1
      } else if next == "\\", peek(1)?.isNewline == true {
        offset += 2
      } else if next == "#" {
        pass { !$0.isNewline }
      } else {
        return
      }
    }
  }

  private mutating func pass(while belongs: (Character) -> Bool) {
    while let next = peek(), belongs(next) { offset += 1 }
  }

  static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  // MARK: Signs

  private static let foreign: [String: String] = [
    "==": "=", "<>": "!=", "&&": "and", "=<": "<=", "=>": ">=", "!~": "not",
  ]

  private mutating func sign() throws -> String {
    let one = String(source.characters[offset])
    let two = one + (peek(1).map(String.init) ?? "")
    if let ours = Self.foreign[two] {
      throw source.problem(
        "syntax", Text(nl: "'\(two)' is hier geen teken", en: "'\(two)' is no sign here"), at: offset..<offset + 2,
        wayOut: Text(nl: "schrijf: \(ours)", en: "write: \(ours)"), suggestion: ours)
    }
    for known in ["!=", "<=", ">="] where two == known {
      offset += 2
      return two
    }
    guard "=<>~()+-*/,".contains(one) else {
      throw source.problem(
        "syntax", Text(nl: "'\(one)' betekent niets in een expressie", en: "'\(one)' means nothing in an expression"),
        at: offset..<offset + 1,
        wayOut: Text(
          nl: "een tekst staat tussen \"…\", een kolom met zulke tekens tussen `…`",
          en: "a text stands between \"…\", a column with such signs between `…`"))
    }
    offset += 1
    return one
  }

  // MARK: Names and numbers

  private mutating func nameOrNumber() throws -> ExpressionToken.Kind {
    let start = offset
    if let date = try date() { return .value(.date(date)) }
    scanWord()
    let word = String(source.characters[start..<offset])
    guard word.first?.isNumber == true || word.first == "." else { return .word(word) }
    if NumberText.isBeyondWhole(word.utf8) { throw source.tooLong(word, at: start..<offset) }
    guard let number = NumberText.parse(word) else {
      // `65plus`: a name that begins with a digit.
      if word.contains(where: \.isLetter) { return .word(word) }
      throw source.problem(
        "number", Text(nl: "'\(word)' is geen getal", en: "'\(word)' is no number"), at: start..<offset,
        wayOut: Text(
          nl: "zonder teken tussen duizendtallen, met een punt voor de decimalen: 1234.5",
          en: "without a mark between thousands, with a point before the decimals: 1234.5"))
    }
    if peek() == "%" {
      offset += 1
      return .value(.number(number, unit: .percent))
    }
    return .value(.number(number))
  }

  /// Reads `2027-04-01` where nothing stands against it; nil for anything else, `2027 - 4` among it.
  ///
  /// - Throws: `date.format` for a day that there is not.
  private mutating func date() throws -> CalendarDate? {
    let end = offset + 10
    guard end <= source.characters.count else { return nil }
    let text = String(source.characters[offset..<end])
    let isWritten = text.enumerated().allSatisfy { place, sign in
      place == 4 || place == 7 ? sign == "-" : sign.isASCII && sign.isNumber
    }
    guard isWritten, end == source.characters.count || !Self.goesOn(source.characters[end]) else { return nil }
    guard let date = CalendarDate(text) else {
      throw Diagnostic(
        "date.format", Text(nl: "'\(text)' is geen dag", en: "'\(text)' is no day"),
        wayOut: Text(
          nl: "zoals 2027-01-31; is het een aftrekking, zet er dan spaties tussen",
          en: "such as 2027-01-31; if it is a subtraction, put blanks between"),
        place: source.place(offset..<end))
    }
    offset = end
    return date
  }

  private static func goesOn(_ sign: Character) -> Bool {
    isNameCharacter(sign) || sign == "-" || sign == "." || sign == "%"
  }

  /// Letters, digits, `_` and points inside; of a number also the sign of its exponent.
  private mutating func scanWord() {
    let start = offset
    while let next = peek() {
      if Self.isNameCharacter(next) || next == "." {
        offset += 1
      } else if next == "-" || next == "+", offset > start + 1, "eE".contains(source.characters[offset - 1]),
        peek(1)?.isNumber == true, source.characters[start..<offset - 1].allSatisfy({ $0.isNumber || $0 == "." })
      {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func euros() throws -> Value {
    let start = offset
    offset += 1
    let digits = offset
    scanWord()
    let word = String(source.characters[digits..<offset])
    if NumberText.isBeyondWhole(word.utf8) { throw source.tooLong(word, at: start..<offset) }
    guard let number = NumberText.parse(word) else {
      throw source.problem(
        "number", Text(nl: "na € hoort een getal", en: "a number is due after €"), at: start..<max(offset, start + 1),
        wayOut: Text(nl: "zoals: €1250", en: "such as: €1250"))
    }
    return .number(number, unit: .euro)
  }

  // MARK: Texts and variables

  private mutating func literal(_ quote: Character) throws -> String {
    let start = offset
    offset += 1
    pass { $0 != quote }
    guard peek() == quote else { throw unclosed(quote, at: start) }
    offset += 1
    return String(source.characters[(start + 1)..<(offset - 1)])
  }

  private func unclosed(_ quote: Character, at start: Int) -> Diagnostic {
    source.problem(
      "syntax", Text(nl: "\(quote) is niet gesloten", en: "\(quote) is not closed"), at: start..<start + 1,
      wayOut: Text(nl: "sluit het met nog een \(quote)", en: "close it with another \(quote)"))
  }

  private mutating func doubleQuoted() throws -> String {
    let start = offset
    offset += 1
    var text = ""
    while let next = peek() {
      let at = offset
      offset += 1
      switch next {
      case "\"": return text
      case "\\": text += try escape(from: at)
      case "$" where peek().map { $0.isLetter || $0 == "_" } ?? false: text += try variable(from: at).plain
      default: text.append(next)
      }
    }
    throw unclosed("\"", at: start)
  }

  private mutating func escape(from start: Int) throws -> String {
    let next = peek()
    offset += 1
    switch next {
    case "\"", "\\", "$": return next.map(String.init) ?? ""
    case "n": return "\n"
    case "t": return "\t"
    case .some(let sign) where sign.isNewline: return ""
    case "u" where peek() == "{":
      if let end = source.characters[offset...].prefix(10).firstIndex(of: "}"),
        let code = UInt32(String(source.characters[(offset + 1)..<end]), radix: 16), let scalar = Unicode.Scalar(code)
      {
        offset = end + 1
        return String(Character(scalar))
      }
    default: break
    }
    throw source.problem(
      "syntax",
      Text(nl: "'\\' met wat erop volgt betekent hier niets", en: "'\\' with what follows means nothing here"),
      at: start..<min(start + 2, source.characters.count),
      wayOut: Text(
        nl: "er is: \\\" \\\\ \\n \\t \\$ en \\u{…}; of zet de tekst tussen '…'",
        en: "there is: \\\" \\\\ \\n \\t \\$ and \\u{…}; or put the text between '…'"))
  }

  /// Reads the name behind a `$` that is passed already.
  private mutating func variable(from dollar: Int) throws -> Value {
    let start = offset
    pass(while: Self.isNameCharacter)
    let name = String(source.characters[start..<offset])
    if let value = variables[name] { return value }
    throw Diagnostic(
      "variable.unknown",
      Text(nl: "'$\(name)' is geen onthouden waarde", en: "'$\(name)' is no remembered value"),
      wayOut: name.isEmpty
        ? Text(nl: "na $ hoort een naam", en: "a name is due after $")
        : Text(nl: "onthoud er een met: let \(name) = …", en: "remember one with: let \(name) = …"),
      suggestion: NearestWord.best(name, among: variables.keys).map { "$" + $0 },
      place: source.place(dollar..<offset))
  }
}
