import Testing
import WorkbenchKit

@testable import Decisions

/// FEEL as far as decision tables need it.
@Suite struct ExpressionTests {
  private static let known: [String: Literal] = [
    "uren": .number(6), "tarief": .number(42.5), "naam": .text("Bea"), "begin": day("2026-01-31"),
    "thuis": .boolean(true),
    "Aantal kamers": .number(3), "wijken": .list([.text("Noord"), .text("Zuid")]), "grens-laag": .number(2),
    "niets": .null,
  ]

  static func day(_ text: String) -> Literal { CalendarDate(text).map(Literal.date) ?? .null }

  private func value(_ text: String) throws -> Literal {
    let formula = try ExpressionParser.formula(text, names: KnownNames(Self.known.keys))
    return try formula.expression.value(in: Scope(Self.known))
  }

  @Test(arguments: [
    ("uren * tarief", "255"), ("uren*tarief+1", "256"), ("(uren + 1) * 2", "14"), ("2 ** 3 ** 2", "64"),
    ("-2 ** 2", "4"),
    ("0.1 + 0.2", "0.3"), ("0.3 / 0.1", "3"), ("1.1 * 1.1", "1.21"), ("1 / 0", "null"), ("98.83 + 150.21", "249.04"),
    ("1 - 0.9 = 0.1", "true"), ("\"a\" + \"b\"", "\"ab\""), ("\"a\" + 1", "null"), ("\"a\" = 1", "null"),
    ("if uren > 5 then \"veel\" else \"weinig\"", "\"veel\""), ("if niets then 1 else 2", "2"),
    ("niets = null", "true"),
    ("naam + \" (\" + string(uren) + \")\"", "\"Bea (6)\""), ("Aantal kamers - grens-laag", "1"),
    ("Aantal  kamers>=3 and thuis", "true"), ("false and niets", "false"), ("true or niets", "true"),
    ("true and niets", "null"),
    ("uren between 5 and 6", "true"), ("not(thuis)", "false"), ("list contains(wijken, \"Zuid\")", "true"),
    ("[uren, 7]", "[6, 7]"), ("max(uren, 7, 3)", "7"), ("min([4, 2])", "2"), ("sum(0.1, 0.2, 0.3)", "0.6"),
    ("mean(1, 2)", "1.5"), ("count(wijken)", "2"), ("decimal(2.5, 0)", "2"), ("decimal(3.5, 0)", "4"),
    ("decimal(1.115, 2)", "1.12"), ("floor(-1.5)", "-2"), ("ceiling(-1.5)", "-1"), ("round half up(2.5, 0)", "3"),
    ("round up(-1.1, 0)", "-2"), ("round down(-1.9, 0)", "-1"), ("modulo(-12, 5)", "3"), ("modulo(12, -5)", "-3"),
    ("abs(-4)", "4"), ("sqrt(16)", "4"), ("sqrt(-1)", "null"), ("number(\"12.5\")", "12.5"),
    ("string length(\"één\")", "3"),
    ("substring(\"wonen\", 2, 3)", "\"one\""), ("substring(\"wonen\", -2)", "\"en\""), ("upper case(naam)", "\"BEA\""),
    ("contains(naam, \"e\")", "true"), ("starts with(naam, \"b\")", "false"), ("ends with(naam, \"a\")", "true"),
    ("\"zeg \\\"ja\\\"\"", "\"zeg \\\"ja\\\"\""), ("1e2", "100"), (".5", "0.5"), ("- uren", "-6"),
    ("uren != 6", "false"),
  ]) func `what is worked out`(text: String, feel: String) throws {
    #expect(try value(text).feel == feel)
  }

  @Test(arguments: [
    ("begin + duration(\"P1M\")", "2026-02-28"), ("begin + duration(\"P1D\")", "2026-02-01"),
    ("date(\"2026-03-01\") - begin", "P29D"), ("begin.month", "1"), ("begin.weekday", "6"),
    ("date(2026, 2, 28)", "2026-02-28"), ("date(\"2026-02-30\")", "null"), ("@\"2026-05-05\"", "2026-05-05"),
    ("time(\"08:30:00\") + duration(\"PT45M\")", "09:15:00"), ("time(\"23:30\") + duration(\"PT1H\")", "00:30:00"),
    ("date and time(\"2026-01-31T23:00:00Z\") + duration(\"PT2H\")", "2026-02-01T01:00:00Z"),
    ("date and time(\"2026-01-01T12:00:00+01:00\") = date and time(\"2026-01-01T11:00:00Z\")", "true"),
    ("date and time(\"2026-01-01T12:00:00\") < date and time(\"2026-01-01T13:00:00Z\")", "null"),
    ("duration(\"P1Y2M\") = duration(\"P14M\")", "true"), ("duration(\"PT36H\")", "P1DT12H"),
    ("duration(\"P1Y\") < duration(\"P400D\")", "null"), ("duration(\"-P3DT4H5M6S\")", "-P3DT4H5M6S"),
    ("years and months duration(date(\"2024-05-31\"), begin)", "P1Y8M"), ("duration(\"P2Y3M\").months", "3"),
    ("duration(\"P1Y1D\")", "null"), ("duration(\"PT\")", "null"), ("date and time(\"2026-01-31\").hour", "0"),
  ]) func `days, times and durations`(text: String, plain: String) throws {
    #expect(try value(text).plain == plain)
  }

  @Test(arguments: [
    "today()", "now()", "for x in wijken return x", "some x in wijken satisfies x = 1", "function(x) x", "wijken[1]",
    "uren >", "(uren", "uren uren", "\"open", "{a: 1}", "uren instance of number", "round(1)", "floor()", "a..b",
    "uren.jaar",
  ]) func `what is more than that is no expression here`(text: String) {
    #expect(throws: CellProblem.self) { try value(text) }
  }

  @Test func `a name that is not known is named, and a known one goes before a word of the language`() throws {
    #expect(throws: CellProblem.name("uren + loon", "loon")) { try value("uren + loon") }
    let formula = try ExpressionParser.formula("date + 1", names: KnownNames(["date"]))
    #expect(try formula.expression.value(in: Scope(["date": .number(4)])) == .number(5))
    let dated = try ExpressionParser.formula("date(\"2026-01-01\")", names: KnownNames(["date"]))
    #expect(dated.literal == Self.day("2026-01-01"))
  }

  @Test func `what hangs on something that is not known stays open, unless the rest decides`() throws {
    let names = KnownNames(["a", "b"])
    let either = try ExpressionParser.formula("a > 1 or b > 1", names: names).expression
    #expect(try either.value(in: Scope(["a": .number(2)])) == .boolean(true))
    #expect(throws: NotKnown.self) { try either.value(in: Scope(["a": .number(0)])) }
  }

  @Test func `neither depth nor length is too much`() {
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
      Array(repeating: "1", count: 50_000).joined(separator: "+"), String(repeating: "if true then ", count: 10_000),
      String(repeating: "[", count: 50_000), String(repeating: "not(", count: 50_000),
    ] {
      _ = try? value(text)
    }
    #expect(throws: CellProblem.self) { try value(String(repeating: "(", count: 1000) + "1") }
    #expect(throws: CellProblem.self) { try value(Array(repeating: "1", count: 5000).joined(separator: "+")) }
  }

  @Test func `sums, products and quotients of decimals are those of whole numbers of cents`() throws {
    var random: UInt64 = 3
    func draw() -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 40) % 2_000_001 - 1_000_000
    }
    for _ in 0..<500 {
      let (one, two) = (draw(), draw())
      let (a, b) = (Literal.number(Double(one) / 100), Literal.number(Double(two) / 100))
      #expect(a.plus(b) == .number(Double(one + two) / 100))
      #expect(a.times(b) == .number(Double(one * two) / 10_000))
      #expect(a.over(b) == (two == 0 ? .null : .number(Double(one) / Double(two))))
    }
    #expect(Literal.number(1e300).plus(.number(1e-300)) == .number(1e300))
    #expect(Literal.number(1e200).times(.number(1e200)) == .null)
  }

  @Test func `a number that is no decimal is worked with as everywhere in the house`() throws {
    #expect(try value("1 / 3 * 3") == .number(1))
    #expect(try value("sum(1 / 3, 1 / 3, 1 / 3)") == .number(1))
    #expect(try value("sum(1 / 3, 1e17, -1e17)") == .number(1 / 3))
    #expect(try value("modulo(0.7, 0.1)") == .number(0))
    #expect(try value("modulo(1, 0)") == .null)
  }
}
