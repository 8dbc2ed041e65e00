import Session
import Testing
import WorkbenchKit

/// A step keeps every line that it hangs on.
@Suite struct NeededLineTests {
  private let fixture: SessionFixture

  init() throws { fixture = try SessionFixture() }

  private func needs(_ lines: [String]) throws -> [NeededLine] {
    for line in lines { _ = try fixture.run(line) }
    return try #require(fixture.session.workspace.log.done.last).record.needs
  }

  @Test func `the lines that its names came from, with the state in which they were run`() throws {
    #expect(
      try needs(["put a 1", "let x = put b 2", "let n = 5", "put c $n"]) == [NeededLine(line: "let n = 5", after: 2)])
    // What a step itself gave a name is in the log, and not run again.
    #expect(
      try needs(["let y = $x | double", "let z = $y | double", "let zz = $z | put d 1"].dropLast()) == [
        NeededLine(line: "let n = 5", after: 2)
      ])
  }

  @Test func `a line that hangs on a step, and one that hangs on that`() throws {
    #expect(
      try needs(["let x = put b 2", "let y = $x | double", "let n = 7", "let m = $n", "put c $m"]) == [
        NeededLine(line: "let m = 7", after: 1)
      ])
  }

  @Test func `a value says what it is without the names that it came from`() throws {
    #expect(
      try needs(["let a = 'een twee'", "let b = \"$a drie\"", "let c = 3", "let d = $c", "put x $d"]) == [
        NeededLine(line: "let d = 3", after: 0)
      ])
    _ = try fixture.run("let a = 'it'")
    _ = try fixture.run("tell all $b")
  }

  @Test func `another branch and a parameter of a notebook are named`() throws {
    fixture.session.remember("gebied", .value(.number(4)))
    _ = try fixture.run("let n = 2")
    try fixture.session.apply(.branchNew("warm"))
    #expect(
      try needs(["put x $gebied", "put y $n"]) == [NeededLine(line: "let n = 2", after: 0, branch: "main")])
    #expect(
      fixture.session.workspace.log.done.first?.record.needs == [
        NeededLine(line: "let gebied = 4", after: 0, branch: "main")
      ])
  }

  @Test func `a password is kept in no file`() throws {
    _ = try? fixture.run("let p = 5 # password=geheim")
    #expect(try needs(["put x $p"]).map(\.line).contains { $0.contains("geheim") } == false)
  }

  @Test func `thousands of names in a row cost no more than there are`() throws {
    _ = try fixture.run("let x0 = put a 1")
    for number in 1...1_500 { _ = try fixture.run("let x\(number) = $x\(number - 1) | double") }
    for number in 1...1_500 { _ = try fixture.run("let v = \(number)") }
    #expect(try needs(["put b $v"]) == [NeededLine(line: "let v = 1500", after: 1)])
  }
}
