import Language
import Session
import TestSupport
import Testing
import WorkbenchKit

/// Arguments as a command declares them, bound from a typed line.
@Suite struct TypedArgumentTests {
  private let bench: Workbench

  init() throws { bench = try Workbench(EchoPlugin(), data: "", language: .en, files: ["t.csv": "a;b\n1;2\n"]) }

  private func echo(_ words: String) throws -> [String: Value] { try bench.run("echo say \(words)").facts }
  private func error(_ words: String) -> Diagnostic? { bench.error("echo say \(words)") }

  @Test func `what is not given has its default, and what may be missing is missing`() throws {
    let facts = try echo("x --by gemeente")
    #expect(facts["count"] == .number(10))
    #expect(facts["share"] == .missing)
    #expect(facts["colour"] == .text("red"))
    #expect(facts["loud"] == .boolean(false))
    #expect(facts["day"] == .missing)
    #expect(facts["pairs"] == .text(""))
    #expect(facts["has_count"] == .boolean(false))
  }

  @Test func `what is given comes in its type`() throws {
    let facts = try echo("x a=1 b=2.5 --count 3 --share 40% --colour blue --loud --day 28-11-2026 --by 'De Gemeente'")
    #expect(facts["count"] == .number(3))
    #expect(facts["share"] == .number(0.4))
    #expect(facts["colour"] == .text("blue"))
    #expect(facts["loud"] == .boolean(true))
    #expect(facts["day"] == .text("2026-11-28"))
    #expect(facts["pairs"] == .text("a=1.0 b=2.5"))
    #expect(facts["role"] == .text("de gemeente"))
    #expect(facts["has_count"] == .boolean(true))
  }

  @Test(arguments: [
    ("--by g", "argument.missing"), ("x", "argument.missing"), ("x --by g --count 0", "argument.range"),
    ("x --by g --count 101", "argument.range"), ("x --by g --count 1.5", "argument.number"),
    ("x --by g --share 1.01", "argument.range"), ("x --by g --share 101%", "argument.range"),
    ("x --by g --share -1%", "argument.range"), ("x --by g --colour green", "argument.choice"),
    ("x --by g --day 30-2-2026", "date.format"), ("x --by g --day morgen", "date.format"),
    ("x a=b --by g", "argument.number"), ("x a --by g", "argument.pair"), ("x --by g --many", "argument.unknown"),
    ("x --by ''", "role.name"), ("x --by \(String(repeating: "a", count: 61))", "role.name"),
    ("x --by g --even 3", "echo.odd"),
  ]) func `what cannot be is refused at the word`(_ words: String, _ code: String) {
    let error = error(words)
    #expect(error?.code == code)
    #expect(error?.place?.source == "test")
  }

  @Test func `edges of a range belong to it`() throws {
    #expect(try echo("x --by g --count 1")["count"] == .number(1))
    #expect(try echo("x --by g --count 100")["count"] == .number(100))
    #expect(try echo("x --by g --share 1")["share"] == .number(1))
    #expect(try echo("x --by g --share 100%")["share"] == .number(1))
    #expect(try echo("x --by \(String(repeating: "a", count: 60))")["role"]?.text?.count == 60)
  }

  @Test func `the place of a conversion's error is that of its argument`() {
    let error = error("x --by g --even 3")
    #expect(error?.place?.column == 26)
    #expect(error?.place?.length == 1)
  }

  @Test func `the parameters are read from the arguments, groups included, in their order`() throws {
    let signature = try #require(bench.session.registry.registrations.first).signature
    #expect(
      signature.parameters.map(\.name) == [
        "text", "pairs", "count", "share", "colour", "loud", "day", "even", "table", "drop", "pseudonymise", "by",
      ])
    #expect(signature.parameters.first { $0.name == "count" }?.fallback == "10")
  }

  @Test func `a table may be a file, JSON in the order of its keys, or lines of it`() throws {
    bench.file("t.json", #"[{"zeta": 1, "alfa": "x"}, {"zeta": 2, "alfa": "y"}]"#)
      .file("t.jsonl", "{\"zeta\": 1}\n{\"zeta\": 2}\n")
      .file("b.json", #"{"columns": ["b", "a"], "rows": [[1, 2]]}"#)
    #expect(try echo("x --by g --table t.csv")["columns"] == .text("a b"))
    #expect(try echo("x --by g --table t.json")["columns"] == .text("zeta alfa"))
    #expect(try echo("x --by g --table t.jsonl")["columns"] == .text("zeta"))
    #expect(try echo("x --by g --table b.json")["columns"] == .text("b a"))
    try bench.hold(Table(columns: [.numbers("held", [1])]), as: "mine")
    #expect(try echo("x --by g --table mine")["columns"] == .text("held"))
    try bench.run("let t = echo table")
    #expect(try echo("x --by g --table $t")["columns"] == .text("remembered"))
    #expect(error("x --by g --table nowhere.csv")?.code == "file.missing")
    #expect(error("x --by g --table $u")?.code == "variable.unknown")
  }

  @Test func `a guard that was asked for looks at what is held, too`() throws {
    try bench.hold(Table(columns: [.texts("klant", ["111222333", "123456782"]), .numbers("n", [1, 2])]), as: "mine")
    #expect(error("x --by g --table mine")?.code == "personal.found")
    #expect(try echo("x --by g --table mine --drop klant")["columns"] == .text("n"))
  }
}

/// Says back what it was told.
private struct EchoPlugin: Plugin {
  let name = "echo"
  let version = "1.0.0"

  func register(with registrar: inout Registrar) {
    registrar.add(EchoCommand())
    registrar.add(EchoTableCommand())
  }
}

private enum Colour: String, ArgumentChoice {
  case red, blue
  static let usual = Colour.red
}

private struct EchoCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: .verbatim("text"))
    let pairs = Argument(list: "pairs", .pair(.number(0...100)), required: false, about: .verbatim("pairs"))
    let count = Argument(flag: "count", .integer(1...100), default: "10", about: .verbatim("count"))
    let share = Argument(flag: "share", .share, about: .verbatim("share"))
    let colour = Argument(flag: "colour", .choice(Colour.self), default: "red", about: .verbatim("colour"))
    let loud = Argument(toggle: "loud", about: .verbatim("loud"))
    let day = Argument(flag: "day", .day, about: .verbatim("day"))
    let even = Argument(
      flag: "even",
      .integer(0...100).map(or: 0) { number in
        guard number % 2 == 0 else { throw Diagnostic("echo.odd", .verbatim("odd")) }
        return number / 2
      }, about: .verbatim("even"))
    let table = Argument(flag: "table", .table, about: .verbatim("table"))
    let guarding = GuardArguments()
    let by = Argument(requiredFlag: "by", .role, about: .verbatim("by"))
  }

  static let arguments = Arguments()

  var signature: Signature { Signature("echo say", summary: .verbatim("echo"), examples: []) }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var facts = Facts()
    facts.add("text", .text(given.text))
    facts.add("pairs", .text(given.pairs.map { "\($0.key)=\($0.value)" }.joined(separator: " ")))
    facts.add("count", given.count)
    facts.add("share", given.share.map { .number($0) } ?? .missing)
    facts.add("colour", .text(given.colour.rawValue))
    facts.add("loud", .boolean(given.loud))
    facts.add("day", given.day.map { .text($0.text) } ?? .missing)
    facts.add("role", .text(given.by))
    facts.add("has_count", .boolean(given.has(\.count)))
    if let reference = given.table {
      let intake = TableIntake(protection: given.guarding.guarding(in: context))
      let taken = try reference.table(in: context, intake: intake)
      facts.add("columns", .text(taken.table.columnNames.joined(separator: " ")))
    }
    return Output(facts)
  }
}

private struct EchoTableCommand: Command {
  var signature: Signature { Signature("echo table", summary: .verbatim("table"), examples: []) }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    Output(Table(columns: [.numbers("remembered", [1])]))
  }
}
