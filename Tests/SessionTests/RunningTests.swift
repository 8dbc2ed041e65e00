import Session
import Testing
import WorkbenchKit

@Suite struct RunningTests {
  let fixture: SessionFixture
  init() throws { fixture = try SessionFixture() }

  @Test func `a table flows through the stages`() throws {
    #expect(try fixture.run("put a 4 | double | double")?.output.table?.columns.first?.numbers == [16])
  }

  @Test func `a line that changes several parts is one step`() throws {
    _ = try fixture.run("put a 1 | double")
    #expect(fixture.session.workspace.log.done.map(\.record.line) == ["put a 1 | double"])
  }

  @Test func `a command that fails leaves nothing behind`() {
    #expect(fixture.error("fail")?.code == "test.failed")
    #expect(fixture.session.workspace.parts.isEmpty)
    #expect(fixture.session.workspace.serial == 0)
  }

  @Test func `an error in the last stage is found before the first one runs`() {
    #expect(fixture.error("put a 1 | duble")?.suggestion == "double")
    #expect(fixture.session.workspace.parts.isEmpty)
  }

  @Test func `a stage needs something before it and a command nothing`() {
    #expect(fixture.error("double")?.code == "stage.notable")
    #expect(fixture.error("put a 1 | put b 2")?.code == "stage.nopipe")
  }

  @Test func `let remembers a result that can flow on`() throws {
    _ = try fixture.run("let r = put a 4")
    #expect(try fixture.run("$r | double")?.output.table?.columns.first?.numbers == [8])
    #expect(try fixture.run("$r")?.provenance.writes == ["settings/a"])
  }

  @Test func `a word that is twice itself, time and again, ends at a limit`() throws {
    _ = try fixture.run("let a = 'xxxxxxxxxx'")
    var error: Diagnostic?
    var times = 0
    while error == nil, times < 40 {
      error = fixture.error("let a = \"$a$a\"")
      times += 1
    }
    #expect(error?.code == "word.toolong" && times == 14)
    // Nothing of it is half done: what was remembered is what it was, and as long as a word may be.
    #expect(fixture.error("let b = \"$a\"") == nil && fixture.error("let b = \"$b-$a\"")?.code == "word.toolong")
  }

  @Test func `a bare word after let that is no command wants quotes`() {
    let error = fixture.error("let x = hello")
    #expect(error?.code == "command.unknown")
    #expect(error?.wayOut?.en == "a text stands in quotes: 'hello'")
  }

  @Test func `what a command reads is noted with the step that wrote it`() throws {
    _ = try fixture.run("put a 1")
    let result = try fixture.run("put a 2")
    #expect(result?.provenance.reads == ["settings/a": 1])
  }

  @Test func `a read-only session refuses before anything runs`() {
    fixture.session.isReadOnly = true
    #expect(fixture.error("put a 1")?.code == "workspace.readonly")
  }

  @Test func `a step that cannot be made durable has not happened`() {
    final class Full: Recorder {
      func record(_ operation: Operation, serial: Int) throws {
        throw Diagnostic("file.diskfull", Text(nl: "vol", en: "full"))
      }
    }
    let full = Full()
    fixture.session.recorder = full
    #expect(fixture.error("put a 1")?.code == "file.diskfull")
    #expect(fixture.session.workspace.parts.isEmpty)
  }

  @Test func `a kept result comes back with its blocks and where it came from`() throws {
    let result = try #require(try fixture.run("put a 4 | double"))
    let kept = KeptResult(name: "r", time: "2026-01-01T00:00:00Z", result: result)
    let back = try KeptResult(name: "r", json: try JSONReader.parse(try kept.json().canonical))
    #expect(back.result.output == result.output)
    #expect(back.result.provenance == result.provenance)
    #expect(back.result.line == "put a 4 | double")
  }

  @Test(arguments: [nil, [3, 1]] as [[Int]?])
  func `a kept table knows of which rows of which file it is`(rows: [Int]?) throws {
    var result = try #require(try fixture.run("put a 4 | double"))
    var table = Table(columns: [.texts("naam", ["a", "b"])])
    table.origin = RowOrigin(file: "w.csv", sha256: String(repeating: "0", count: 64), rows: rows)
    result.output = Output(table)
    let kept = KeptResult(name: "r", time: "2026-01-01T00:00:00Z", result: result)
    let back = try KeptResult(name: "r", json: try JSONReader.parse(try kept.json().canonical))
    let origin = back.result.output.table?.origin
    #expect(origin == table.origin && origin?.isWhole == (rows == nil))
    #expect((0..<2).map { origin?.number(ofRow: $0) } == (rows ?? [1, 2]))
  }

  @Test func `a remembered result is shown whole where that is asked for`() throws {
    _ = try fixture.run("let r = put a 4")
    #expect(try fixture.run("$r")?.isFull == false && (try fixture.run("$r --full"))?.isFull == true)
    #expect(fixture.error("$r --ful")?.code == "command.unknown")
  }

  @Test func `an alias stands for words and turns in no circles`() throws {
    fixture.session.aliases["p"] = ["put", "a"]
    fixture.session.aliases["put"] = ["put"]
    #expect(try fixture.run("p 3")?.output.table?.columns.first?.numbers == [3])
  }
}
