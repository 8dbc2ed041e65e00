import Session
import Testing
@_spi(Host) import WorkbenchKit

@Suite struct BindingTests {
  let fixture: SessionFixture
  init() throws { fixture = try SessionFixture() }

  @Test func `arguments are bound in order and the rest is collected`() throws {
    let facts = try fixture.facts("tell all a b 'c d'")
    #expect(facts["first"] == .text("a"))
    #expect(facts["more"] == .list([.text("b"), .text("c d")]))
    #expect(facts["whole"] == .number(3))
  }

  @Test(arguments: ["--number 3,5", "--number=3.5", "-n 3,5", "--number '3,5'"])
  func `a single number may have a comma or a point`(_ flag: String) throws {
    #expect(try fixture.facts("tell all a \(flag)")["number"] == .number(3.5))
  }

  @Test func `a negative number is a value where one is due`() throws {
    #expect(try fixture.facts("tell all -5 --whole -7")["whole"] == .number(-7))
    #expect(try fixture.facts("tell all -5")["first"] == .text("-5"))
  }

  @Test func `percentages and euros are numbers with a unit`() throws {
    #expect(try fixture.facts("tell all a --number 12%")["number"] == .number(12, unit: .percent))
    #expect(try fixture.facts("tell all a --number €99")["number"] == .number(99, unit: .euro))
  }

  @Test func `a list splits on commas and a repeated flag collects`() throws {
    #expect(try fixture.facts("tell all a --list x,y --list z")["list"] == .list([.text("x"), .text("y"), .text("z")]))
    #expect(try fixture.facts("tell all a --list 'x,y'")["list"] == .list([.text("x,y")]))
  }

  @Test func `pairs take a number with a point`() throws {
    let facts = try fixture.facts("tell all a --weights a=.3,b=.4 --weights c=x")
    #expect(facts["weights"] == .list([.text("a"), .number(0.3), .text("b"), .number(0.4), .text("c"), .text("x")]))
  }

  @Test func `a comma inside a number of a list is an error that says so`() {
    #expect(fixture.error("tell all a --weights a=0,3,b=0,4")?.code == "list.comma")
  }

  @Test func `a flag in quotes is a value`() throws {
    #expect(try fixture.facts("tell all '--loud'")["first"] == .text("--loud"))
    #expect(try fixture.facts("tell all -- --loud")["first"] == .text("--loud"))
  }

  @Test func `names are looked up in arguments`() throws {
    _ = try fixture.run("let x = 4,5")
    _ = try fixture.run("let t = 'a b'")
    let facts = try fixture.facts("tell all \"<$t>\" --number $x")
    #expect(facts["first"] == .text("<a b>"))
    #expect(facts["number"] == .number(4.5))
  }

  @Test(arguments: [
    ("tell all", "argument.missing"), ("tell all a --number", "argument.value"),
    ("tell all a --number x", "argument.number"), ("tell all a --number 1.234,5", "argument.number"),
    ("tell all a --number 101", "argument.range"), ("tell all a --whole 1.5", "argument.number"),
    ("tell all a --level stad", "argument.choice"), ("tell all a --loud=yes", "argument.novalue"),
    ("tell all a --loud --loud", "argument.repeated"), ("tell all a --weights x", "argument.pair"),
    ("put a 1 2", "argument.surplus"), ("tell all $nothing", "variable.unknown"),
    ("tell all a --number nan", "argument.number"), ("tell all a --number 1e999", "argument.number"),
  ])
  func `what does not fit is one clear error`(_ line: String, _ code: String) {
    #expect(fixture.error(line)?.code == code)
  }

  @Test func `a wrong flag is named with the right one`() {
    let error = fixture.error("tell all a --levle wijk")
    #expect(error?.code == "argument.unknown")
    #expect(error?.suggestion == "--level")
    #expect(error?.place?.column == 12)
    #expect(error?.place?.length == 7)
  }

  @Test func `a wrong verb is named with the right one`() {
    #expect(fixture.error("tell al")?.suggestion == "all")
    #expect(fixture.error("tel all")?.suggestion == "tell")
    let incomplete = fixture.error("tell")
    #expect(incomplete?.code == "command.incomplete")
    #expect(incomplete?.wayOut?.en == "one of: all")
  }

  @Test func `another name leads to the same command`() throws {
    #expect(try fixture.facts("zeg alles a")["first"] == .text("a"))
  }

  @Test func `options of a program keep their commas and dollars`() throws {
    let given = try OptionBinding.bind(
      ["a,b", "--list=$x,y", "-n", "5"], to: ProgramArguments.signature, as: ProgramArguments())
    #expect(given.first == "a,b")
    #expect(given.list == ["$x,y"])
    #expect(given.number == 5)
  }
}

/// What a program takes behind its name.
private struct ProgramArguments: Sendable {
  static let signature = Signature("", summary: .verbatim("iets"), examples: []).declaring { ProgramArguments() }

  let first = Argument("first", .name, about: .verbatim("iets"))
  let list = Argument(flags: "list", .name, about: .verbatim("iets"))
  let number = Argument(flag: "number", .number(0...100), short: "n", about: .verbatim("iets"))
}
