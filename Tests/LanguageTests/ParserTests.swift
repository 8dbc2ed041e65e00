import Language
import Testing
import WorkbenchKit

private func parse(_ text: String) throws -> ParsedStatement { try Parser.parse(SourceLine(text, source: "test")) }

private func code(_ text: String) -> String? {
  do {
    _ = try parse(text)
    return nil
  } catch { return (error as? Diagnostic)?.code }
}

@Suite struct ParserTests {
  @Test(arguments: ["", "   ", "# only a comment", "\t# x"])
  func `a blank line asks nothing`(_ text: String) throws {
    guard case .empty = try parse(text) else { return #expect(Bool(false)) }
  }

  @Test func `stages are parted by pipes`() throws {
    guard case .pipeline(let pipeline) = try parse("read x | where a > 1 | top 5") else { return #expect(Bool(false)) }
    #expect(pipeline.stages.map(\.words.count) == [2, 4, 2])
  }

  @Test(arguments: ["| a", "a |", "a | | b", "|"])
  func `a pipe with nothing on one side is an error`(_ text: String) {
    #expect(code(text) == "syntax.pipe")
  }

  @Test(arguments: ["let x = 5", "let x=5", "let x =5", "let x= 5"])
  func `let takes a name and a value in any spacing`(_ text: String) throws {
    guard case .binding(let name, _, let pipeline) = try parse(text) else { return #expect(Bool(false)) }
    #expect(name == "x")
    #expect(pipeline.stages.first?.words.first?.literal == "5")
  }

  @Test func `let takes a quoted value without blanks`() throws {
    guard case .binding(let name, _, let pipeline) = try parse("let x='a b'") else { return #expect(Bool(false)) }
    #expect(name == "x")
    #expect(pipeline.stages.first?.words.first?.literal == "a b")
    #expect(pipeline.stages.first?.words.first?.isQuoted == true)
  }

  @Test func `let takes a pipeline`() throws {
    guard case .binding(_, _, let pipeline) = try parse("let x = read a | count") else { return #expect(Bool(false)) }
    #expect(pipeline.stages.count == 2)
  }

  @Test(arguments: ["let", "let x", "let x =", "let x 5", "let = 5", "let 'x' = 5"])
  func `a let that is not whole says what it takes`(_ text: String) {
    #expect(code(text)?.hasPrefix("syntax.") == true)
  }

  @Test func `a name does not begin with a digit`() { #expect(code("let 1x = 5") == "syntax.name") }

  @Test func `lines are put together until they are whole`() throws {
    var assembler = LineAssembler(source: "demo.lk")
    guard case .more = try assembler.take("read 'a") else { return #expect(Bool(false)) }
    guard case .more = try assembler.take("b' \\") else { return #expect(Bool(false)) }
    guard case .whole(let line, .pipeline(let pipeline)) = try assembler.take("| count") else {
      return #expect(Bool(false))
    }
    #expect(line.number == 1)
    #expect(pipeline.stages.count == 2)
    #expect(pipeline.stages[0].words[1].literal == "a\nb")
    #expect(assembler.count == 3)
  }

  @Test(arguments: [
    ("a 's-Gravenhage", ["a", "'s-Gravenhage"]),
    ("a 's-Gravenhage 's-Hertogenbosch", ["a", "'s-Gravenhage", "'s-Hertogenbosch"]),
    ("a 's-Gravenhage | b", ["a", "'s-Gravenhage"]), ("a 'S-Gravenhage\n", ["a", "'S-Gravenhage"]),
    ("a 's-Gravenhage'", ["a", "s-Gravenhage"]), ("a 's-Gravenhage en Ede'", ["a", "s-Gravenhage en Ede"]),
    ("a 't Zand", ["a", "'t", "Zand"]), ("a 't Zand'", ["a", "t Zand"]),
    ("a foto's en auto's", ["a", "foto's", "en", "auto's"]),
    ("a foto's", ["a", "foto's"]), ("a één's", ["a", "één's"]), ("a b'c d'", ["a", "bc d"]),
    ("a --in='b c'", ["a", "--in=b c"]),
    ("a 's'", ["a", "s"]), ("a x='s-b'", ["a", "x=s-b"]),
  ])
  func `an apostrophe of a Dutch word opens no quote`(line: String, words: [String]) throws {
    guard case .pipeline(let pipeline) = try parse(line) else { return #expect(Bool(false)) }
    #expect(pipeline.stages[0].words.map(\.literal) == words)
  }

  @Test(arguments: ["a 'Den Haag", "a 's", "a '", "a '5", "a x='s", "a 'sGravenhage"])
  func `any other quote without a partner waits for its line`(line: String) throws {
    var assembler = LineAssembler(source: "demo.lk")
    guard case .more = try assembler.take(line) else { return #expect(Bool(false)) }
  }

  @Test func `an end inside a quote names the quote`() throws {
    var assembler = LineAssembler(source: "demo.lk")
    _ = try assembler.take("a\u{20}\"b")
    let error = assembler.finish()
    #expect(error?.code == "syntax.quote")
    #expect(error?.place?.column == 3)
  }

  @Test(arguments: [
    "a 'b\nc' d", "a \"b\n$x c\n\\\"d\" e", "a \\\n b\\\nc", "where `a\nb|c\n` > 1", "x='a\n'\"b\n\"`c\n`$d \\\n| e",
    "let x = 'a\n\n\nb'", "a \"b\\\nc\\\n\"", "# 'x", "a \\\n# c 'd",
  ])
  func `a statement over many lines is the same as when it is read at once`(text: String) throws {
    var assembler = LineAssembler(source: "test")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.count > 1, let line = lines.popFirst() {
      guard case .more = try assembler.take(String(line)) else { return #expect(Bool(false), "after '\(line)'") }
    }
    let last = String(lines.first ?? "")
    guard case .whole(let line, let statement) = try assembler.take(last) else { return #expect(Bool(false)) }
    #expect(line.text == text)
    #expect("\(statement)" == "\(try parse(text))")
    #expect(!assembler.isPending)
  }

  @Test func `an unknown escape on a later line is an error there, and the next line begins anew`() throws {
    var assembler = LineAssembler(source: "demo.lk")
    _ = try assembler.take("a \"b")
    let error = #expect(throws: Diagnostic.self) { try assembler.take(#"é c\q"#) }
    #expect(error?.code == "syntax.escape")
    #expect(error?.place?.line == 2)
    #expect(error?.place?.column == 4)
    guard case .whole = try assembler.take("b") else { return #expect(Bool(false)) }
  }

  /// Read anew at each line, 10,000 lines would take a hundred times as long as 1,000; read once, ten times.
  @Test(arguments: [("a \\", "b"), ("set title 'a", "b'"), ("set title \"a", "b\"")])
  func `the time grows with the lines, not with their square`(first: String, last: String) throws {
    func time(_ count: Int) throws -> Duration {
      let clock = ContinuousClock()
      let between = first.hasSuffix("\\") ? "inwoners 65+ \\" : "inwoners 65+"
      return try clock.measure {
        var assembler = LineAssembler(source: "demo.lk")
        _ = try assembler.take(first)
        for _ in 0..<count { _ = try assembler.take(between) }
        guard case .whole = try assembler.take(last) else { return #expect(Bool(false)) }
      }
    }
    func least(_ count: Int) throws -> Duration { try (0..<3).map { _ in try time(count) }.min() ?? .zero }
    #expect(try least(10_000) < least(1_000) * 50)
  }
}
