import Testing

@testable import Decisions

/// Unary tests as DMN 1.5 writes them.
@Suite struct UnaryTestTests {
  private func holds(_ cell: String, _ value: Literal, _ type: ValueType = .number, bare: Bool = false) throws -> Bool {
    try UnaryParser(type: type, takesBareWords: bare).tests(cell).holds(value)
  }

  private func problem(_ cell: String, _ type: ValueType = .number, bare: Bool = false) -> CellProblem? {
    do {
      _ = try UnaryParser(type: type, takesBareWords: bare).tests(cell)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("-", 7.0, true), ("", 7, true), ("7", 7, true), ("7", 8, false), ("1, 7, 9", 7, true), ("< 18", 18, false),
    ("<= 18", 18, true), ("> 18", 18, false), (">= 18", 18, true), ("[18..65)", 18, true), ("[18..65)", 65, false),
    ("]18..65]", 18, false), ("]18..65]", 65, true), ("(18..65[", 65, false), ("not(7)", 7, false), ("not(7)", 8, true),
    ("not(< 5, > 10)", 7, true), ("not( [1..3] )", 2, false), ("-5", -5, true), ("[-5..-1]", -3, true),
    ("= 7", 7, true), ("!= 7", 7, false), ("[1..5), 9", 9, true), (".5", 0.5, true), ("[1..1]", 1, true),
  ]) func `a test on a number`(cell: String, number: Double, holds: Bool) throws {
    #expect(try self.holds(cell, .number(number)) == holds)
  }

  @Test func `texts and truths are tested for what they are`() throws {
    #expect(try holds("\"hoog\", \"laag\"", .text("laag"), .text))
    #expect(try !holds("not(\"a, b\", \"c\")", .text("a, b"), .text))
    #expect(try holds("\"zeg \\\"ja\\\"\"", .text("zeg \"ja\""), .text))
    #expect(try holds("true", .boolean(true), .boolean) && !holds("not(true)", .boolean(true), .boolean))
    #expect(try holds("hoog, laag", .text("laag"), .text, bare: true))
    #expect(try holds("18", .text("18"), .text, bare: true))
  }

  @Test func `what is more than a test is named, and what does not fit is too`() {
    #expect(problem("today()") == .expression("today()"))
    #expect(problem("date(\"2020-01-01\")") == .type("date(\"2020-01-01\")"))
    #expect(problem("? > date(\"2020-01-01\")") == .type("? > date(\"2020-01-01\")"))
    #expect(problem("[1..x]") == .name("[1..x]", "x"))
    #expect(problem("Age") == .name("Age", "Age"))
    #expect(problem("hoog", .text) == .name("hoog", "hoog"))
    #expect(problem("\"hoog\"") == .type("\"hoog\""))
    #expect(problem("5", .boolean) == .type("5"))
    #expect(problem("1.5", .integer) == .type("1.5"))
    #expect(problem("[5..1]") == .empty("[5..1]"))
    #expect(problem("(5..5]") == .empty("(5..5]"))
    #expect(problem("< 5", .text) == .type("< 5"))
    #expect(problem("\"open") != nil && problem("1,,2") != nil && problem("not(") != nil && problem("1 2") != nil)
  }

  @Test func `a cell is written as it is read`() throws {
    for cell in ["-", "7", "1, 7, 9", "< 18", "[18..65)", "(18..65]", "not(7)", "not(< 5, > 10)", "!= 7"] {
      #expect(try UnaryParser(type: .number, takesBareWords: false).tests(cell).feel == cell)
    }
  }
}
