import Language
import Testing
import WorkbenchKit

/// The words of a line, with what is to be looked up shown as `<name>`.
private func words(_ text: String) throws -> [String] {
  var lexer = Lexer(SourceLine(text, source: "test"))
  return try lexer.tokens().map { token in
    switch token {
    case .pipe: "|"
    case .word(let word):
      word.pieces.map { piece in
        switch piece {
        case .literal(let literal): literal
        case .variable(let name, _): "<\(name)>"
        }
      }.joined()
    }
  }
}

@Suite struct LexerTests {
  @Test func `blanks part words and pipes need none`() throws {
    #expect(try words("wzw areas|top 5") == ["wzw", "areas", "|", "top", "5"])
  }

  @Test func `single quotes keep everything as it is`() throws {
    #expect(try words(#"a 'b $c "d" \n | # e'"#) == ["a", #"b $c "d" \n | # e"#])
  }

  @Test func `double quotes know escapes and names`() throws {
    #expect(try words(#""a\"b\\\n\t\u{20AC} $x \$y""#) == ["a\"b\\\n\t€ <x> $y"])
  }

  @Test func `a name is looked up in a bare word too`() throws {
    #expect(try words("--in=$code x$a.y $1") == ["--in=<code>", "x<a>.y", "$1"])
  }

  @Test func `a comment begins at the beginning of a word only`() throws {
    #expect(try words("a#b # c | d") == ["a#b"])
  }

  @Test func `a comment ends with its line and not with the statement`() throws {
    #expect(try words("a \\\n b # c\n d") == ["a", "b", "d"])
  }

  @Test func `backticks protect a column with blanks and pipes`() throws {
    #expect(try words("where `a b|c` > 1") == ["where", "`a b|c`", ">", "1"])
  }

  @Test func `quotes may stand in the midst of a word`() throws {
    #expect(try words(#"--in="a b"c"#) == ["--in=a bc"])
  }

  @Test func `an empty text is a word`() throws {
    #expect(try words("set title ''") == ["set", "title", ""])
  }

  @Test(arguments: ["a 'b", "a \"b", "a `b", "a \\", "a \"b\\"])
  func `an open quote or a last backslash asks for more`(_ text: String) {
    #expect(throws: Lexer.Incomplete.self) { try words(text) }
  }

  @Test func `an unknown escape is an error at its place`() {
    let error = #expect(throws: Diagnostic.self) { try words(#"a "b\q""#) }
    #expect(error?.code == "syntax.escape")
    #expect(error?.place?.column == 5)
    #expect(error?.place?.length == 2)
  }

  @Test func `a place counts characters as a person does`() throws {
    let line = SourceLine("é 日本 👨‍👩‍👧 x", source: "test", number: 7)
    var lexer = Lexer(line)
    guard case .word(let word)? = try lexer.tokens().last else { return #expect(Bool(false)) }
    #expect(line.place(word.range).column == 8)
    #expect(line.place(word.range).line == 7)
  }

  @Test func `a place in a continued line is that of its physical line`() throws {
    let line = SourceLine("a \\\n  b", source: "test", number: 3)
    var lexer = Lexer(line)
    guard case .word(let word)? = try lexer.tokens().last else { return #expect(Bool(false)) }
    let place = line.place(word.range)
    #expect(place.line == 4)
    #expect(place.column == 3)
    #expect(place.text == "  b")
  }
}
