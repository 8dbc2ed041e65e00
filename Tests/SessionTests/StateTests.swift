import Session
import Testing
import WorkbenchKit

@Suite struct StateTests {
  private let fixture: SessionFixture

  init() throws { fixture = try SessionFixture() }

  @Test func `after work in another workspace all is as it was, also where that work failed`() throws {
    let session = fixture.session
    _ = try fixture.run("put a 1")
    _ = try fixture.run("let x = 5")
    session.aliases["zet"] = ["put", "b"]
    session.isReadOnly = true
    session.refusal = { _ in nil }
    session.footprint = Footprint()
    session.footprint?.reads.insert("settings/a")
    let last = session.last?.line
    #expect(throws: Diagnostic.self) {
      try session.apart(in: Workspace(lineage: "1"), surroundings: session.surroundings) {
        #expect(session.workspace.isEmpty && session.baseline.lineage == "1")
        #expect(session.remembered.isEmpty && session.aliases.isEmpty && session.last == nil)
        #expect(!session.isReadOnly && session.refusal == nil && session.footprint == nil)
        _ = try fixture.run("put c 3")
        session.aliases["tel"] = ["tell", "all"]
        _ = try fixture.run("fail")
      }
    }
    #expect(session.workspace.lineage == "0" && session.workspace.log.done.map(\.record.line) == ["put a 1"])
    #expect(session.remembered.keys.sorted() == ["x"])
    #expect(session.aliases == ["zet": ["put", "b"]])
    #expect(session.isReadOnly && session.refusal != nil)
    #expect(session.footprint?.reads == ["settings/a"])
    #expect(session.last?.line == last)
  }

  @Test(arguments: ["overview", "overzicht", "o"])
  func `a command that looks at the whole workspace says so by whatever name it is called`(line: String) throws {
    let session = fixture.session
    try session.add(OverviewCommand())
    session.aliases["o"] = ["overview"]
    session.footprint = Footprint()
    _ = try fixture.run("tell all a")
    #expect(session.footprint?.reads.contains("*") == false)
    _ = try fixture.run(line)
    #expect(session.footprint?.reads.contains("*") == true)
  }

  @Test func `who asks for files only is told of no names`() throws {
    let session = fixture.session
    session.footprint = Footprint(ofFilesOnly: true)
    _ = try fixture.run("let x = 5")
    _ = try fixture.run("tell all $x")
    #expect(session.footprint?.reads.contains("$x") == false && session.footprint?.writes.isEmpty == true)
    session.footprint = Footprint()
    _ = try fixture.run("let y = $x")
    #expect(session.footprint?.reads.contains("$x") == true && session.footprint?.writes == ["$y"])
  }
}

/// Looks at the session's workspace past the handle.
private struct OverviewCommand: HostCommand {
  let signature = Signature(
    "overview", aliases: ["overzicht"], summary: .verbatim("iets"), readsWholeWorkspace: true, examples: [])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    Output([.paragraph(.verbatim("\(session.workspace.parts.count)"))])
  }
}
