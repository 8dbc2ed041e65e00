import Language
import Testing
import WorkbenchKit

@Suite struct LineAssemblerTests {
  /// Lines of bare words, which are taken apart in one look, and lines that only look like such.
  private static let lines = [
    "let a = 1", "  wzw\tareas  GM0164 ", "a", "\t", "één 'twee drie' vier", "één twee", "a|b", "a # b", "a#b", "a\\b",
    "$a b",
    "a\"b c\"d", "`a b`", "'s-Gravenhage en foto's", "a\u{301}b  c", "a=b", "--vlag=waarde -x", "a\rb",
  ]

  @Test(arguments: lines) func `a line gives the words that the lexer gives`(line: String) throws {
    var lexer = Lexer(SourceLine(line, source: "test", number: 7))
    let tokens = try lexer.tokens()
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    var assembler = LineAssembler(source: "test", from: 7)
    guard case .whole(let source, let statement) = try assembler.take(line) else {
      Issue.record("not whole")
      return
    }
    #expect(source.text == line && source.number == 7 && !assembler.isPending && assembler.count == 7)
    switch statement {
    case .empty: #expect(words.isEmpty)
    case .pipeline(let pipeline): #expect(pipeline.stages.flatMap(\.words) == words)
    case .binding(let name, let range, let pipeline):
      #expect(name == words[1].bare && range == words[1].range)
      #expect(pipeline.stages.flatMap(\.words) == Array(words.dropFirst(3)))
    }
  }

  @Test func `a bare line within a quote is a part of it`() throws {
    var assembler = LineAssembler(source: "test")
    guard case .more = try assembler.take("a 'b") else {
      Issue.record("whole")
      return
    }
    guard case .whole(let line, .pipeline(let pipeline)) = try assembler.take("c d' e") else {
      Issue.record("not whole")
      return
    }
    #expect(pipeline.stages[0].words.map(\.literal) == ["a", "b\nc d", "e"])
    #expect(line.place(pipeline.stages[0].words[2].range).line == 2)
  }

  @Test(arguments: ["let", "let a", "let 1 = 2", "let =", "let a =", "let a=\u{301} = 1", "let a = "])
  func `what is no binding is told as such`(line: String) {
    var assembler = LineAssembler(source: "test")
    #expect { _ = try assembler.take(line) } throws: { ($0 as? Diagnostic)?.code.hasPrefix("syntax.") == true }
  }

  @Test(arguments: ["let a =5", "let a= 5", "let a=5", "let a = 5"])
  func `a binding needs no blanks around its sign`(line: String) throws {
    var assembler = LineAssembler(source: "test")
    guard case .whole(_, .binding("a", let range, let pipeline)) = try assembler.take(line) else {
      Issue.record("no binding")
      return
    }
    #expect(range == 4..<5 && pipeline.stages[0].words.map(\.bare) == ["5"])
  }
}
