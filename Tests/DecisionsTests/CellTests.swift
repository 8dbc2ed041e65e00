import Testing
import WorkbenchKit

@testable import Decisions

/// Cells that compare with days, texts, lists, null, other inputs, or work something out.
@Suite struct CellTests {
  private func verdict(
    _ cell: String, _ type: ValueType, _ value: Literal, _ known: [String: Literal] = [:], names: [String]? = nil
  ) throws -> Verdict {
    let names = KnownNames(names ?? known.keys.sorted())
    return try UnaryParser(type: type, takesBareWords: false, names: names).tests(cell).verdict(on: value, Scope(known))
  }

  @Test(arguments: [
    (">= date(\"2026-01-01\")", "2026-01-01", Verdict.yes), ("< date(\"2026-01-01\")", "2026-01-01", .no),
    ("[date(\"2026-01-01\")..date(\"2026-12-31\")]", "2026-07-01", .yes),
    ("not(date(\"2026-07-01\"))", "2026-07-01", .no),
    ("? > date(\"2026-01-01\") and ? < date(\"2026-02-01\")", "2026-01-15", .yes),
    ("?.year = 2026", "2026-01-15", .yes),
    ("@\"2026-01-15\", @\"2026-01-16\"", "2026-01-16", .yes),
  ]) func `a test on a day`(cell: String, day: String, said: Verdict) throws {
    #expect(try verdict(cell, .date, ExpressionTests.day(day)) == said)
  }

  @Test func `texts have an order where the ends are texts`() throws {
    #expect(try verdict("[\"a\"..\"m\"]", .text, .text("kees")) == .yes)
    #expect(try verdict("[\"a\"..\"m\"]", .text, .text("mees")) == .no)
    #expect(try verdict("> \"m\"", .text, .text("zoë")) == .yes && verdict("> \"m\"", .text, .text("Zoë")) == .no)
    #expect(throws: CellProblem.empty("[\"m\"..\"a\"]")) { try verdict("[\"m\"..\"a\"]", .text, .text("x")) }
  }

  @Test func `null is no value, and its opposite and its order are none either`() throws {
    #expect(try verdict("null", .number, .null) == .yes && verdict("null", .number, .number(1)) == .no)
    #expect(try verdict("not(null)", .number, .number(1)) == .yes && verdict("not(null)", .number, .null) == .no)
    #expect(try verdict("not(5)", .number, .null) == .yes)
    #expect(try verdict("> 5", .number, .null) == .void && verdict("not(> 5)", .number, .null) == .void)
    #expect(try verdict("-", .number, .null) == .yes && verdict("5, null", .number, .null) == .yes)
  }

  @Test func `values of different kinds cannot be compared, and that is no yes either way`() throws {
    #expect(try verdict("5", .any, .text("5")) == .void && verdict("not(5)", .any, .text("5")) == .void)
    #expect(try verdict("5, \"5\"", .any, .text("5")) == .yes && verdict(">= 65", .any, .text("70")) == .void)
  }

  @Test func `another input is compared with by name`() throws {
    let known: [String: Literal] = [
      "grens": .number(10), "Laagste prijs": .number(3), "wijken": .list([.text("Noord")]),
    ]
    #expect(try verdict("< grens", .number, .number(9), known) == .yes)
    #expect(try verdict("grens", .number, .number(10), known) == .yes)
    #expect(try verdict("not(grens)", .number, .number(10), known) == .no)
    #expect(try verdict("[Laagste prijs..grens)", .number, .number(10), known) == .no)
    #expect(try verdict("> grens * 2, 5", .number, .number(21), known) == .yes)
    #expect(try verdict("? + 1 > grens", .number, .number(10), known) == .yes)
    #expect(try verdict("wijken", .text, .text("Noord"), known) == .yes)
    #expect(try verdict("not(wijken)", .text, .text("Noord"), known) == .no)
    #expect(try verdict("[\"Noord\", \"West\"]", .text, .text("West")) == .yes)
    #expect(try verdict("list contains(?, \"a\")", .list, .list([.text("a"), .text("b")])) == .yes)
  }

  @Test func `without the other input it is open, unless what is known decides`() throws {
    #expect(try verdict("< grens", .number, .number(9), names: ["grens"]) == .open)
    #expect(try verdict("9, grens", .number, .number(9), names: ["grens"]) == .yes)
    #expect(try verdict("not(9, grens)", .number, .number(9), names: ["grens"]) == .no)
    #expect(try verdict("[1..grens]", .number, .number(0), names: ["grens"]) == .no)
    #expect(UnaryTests(unread: "#{x}", .expression("#{x}")).verdict(on: .number(1), Scope([:])) == .open)
  }

  @Test func `what is typed in a sheet: a bare word is a text, a name in brackets is a name`() throws {
    let parser = UnaryParser(type: .text, takesBareWords: true, names: KnownNames(["stad"]))
    #expect(try parser.tests("stad").verdict(on: .text("stad"), Scope([:])) == .yes)
    #expect(try parser.tests("(stad)").verdict(on: .text("Arnhem"), Scope(["stad": .text("Arnhem")])) == .yes)
    #expect(try parser.tests("18/19, a-b").verdict(on: .text("a-b"), Scope([:])) == .yes)
    let days = UnaryParser(type: .date, takesBareWords: true)
    #expect(try days.tests(">= 2026-01-31").verdict(on: ExpressionTests.day("2026-01-31"), Scope([:])) == .yes)
    let numbers = UnaryParser(type: .number, takesBareWords: true, names: KnownNames(["grens"]))
    #expect(try numbers.tests("< grens").verdict(on: .number(3), Scope(["grens": .number(4)])) == .yes)
    let any = UnaryParser(type: .any, takesBareWords: true)
    #expect(try any.tests("18").verdict(on: .number(18), Scope([:])) == .yes)
    #expect(try any.tests("laag").verdict(on: .text("laag"), Scope([:])) == .yes)
  }

  @Test(arguments: [
    "< grens", "grens", "!= grens", "[laag..grens)", "not(grens, 5)", "date(\"2026-01-01\")", "> date(\"2026-01-01\")",
    "[\"a\"..\"m\"]", "? * 2 > grens", "null", "not(null)", "> grens * 2", "[1, 2]",
  ]) func `a cell is written as it is read, with brackets where a name could be a word`(cell: String) throws {
    let strict = UnaryParser(type: .any, takesBareWords: false, names: KnownNames(["grens", "laag"]))
    let bare = UnaryParser(type: .any, takesBareWords: true, names: KnownNames(["grens", "laag"]))
    let tests = try strict.tests(cell)
    #expect(tests.feel == cell)
    for number in 0..<12 {
      let scope = Scope(["grens": .number(5), "laag": .number(2)])
      let value = Literal.number(Double(number))
      #expect(try bare.tests(tests.bracketed).verdict(on: value, scope) == tests.verdict(on: value, scope))
    }
  }
}
