import Session
import Testing
@_spi(Host) import WorkbenchKit

private func step(_ line: String, _ changes: [PartName: JSON?]) -> Operation {
  .step(Step.Record(line: line, time: "2026-01-01T00:00:00Z"), changes: changes.mapValues { $0.map { Part($0) } })
}

private let title = PartName(.about, "title")

private func set(_ value: String) -> Operation { step("set title \(value)", [title: .string(value)]) }

private func after(_ operations: [Operation]) throws -> Workspace {
  try operations.reduce(Workspace(lineage: "0")) { try $0.applying($1) }
}

private func shown(_ workspace: Workspace) throws -> String? { try workspace.parts[title]?.part.json().string }

@Suite struct BranchTests {
  @Test func `there is one branch, main, to begin with`() {
    let workspace = Workspace(lineage: "0")
    #expect(workspace.branch == "main")
    #expect(workspace.branchNames == ["main"])
  }

  @Test func `a new branch is a copy that is worked on, and the old one stays as it is`() throws {
    let workspace = try after([set("A"), .branchNew("warm"), set("B")])
    #expect(workspace.branch == "warm")
    #expect(workspace.branchNames == ["main", "warm"])
    #expect(try shown(workspace) == "B")
    let back = try workspace.applying(.branchUse("main"))
    #expect(try shown(back) == "A")
    #expect(back.log.done.map(\.record.line) == ["set title A"])
    #expect(try shown(back.applying(.branchUse("warm"))) == "B")
  }

  @Test func `a copy shares the very parts, so that it costs nothing`() throws {
    let one = try after([step("a", [title: "A", PartName(.tables, "t"): ["columns": []]])])
    let two = try one.applying(.branchNew("warm"))
    for (name, held) in one.parts { #expect(two.parts[name]?.part === held.part) }
    let three = try two.applying(set("B")).applying(.branchUse("main"))
    for (name, held) in one.parts { #expect(three.parts[name]?.part === held.part) }
  }

  @Test func `undo, redo and history are each branch's own`() throws {
    var workspace = try after([set("A"), set("B"), .branchNew("warm"), set("C"), .undo(2)])
    #expect(try shown(workspace) == "A")
    workspace = try workspace.applying(.branchUse("main"))
    #expect(try shown(workspace) == "B")
    #expect(workspace.log.undoneCount == 0)
    workspace = try workspace.applying(.undo(1)).applying(.branchUse("warm")).applying(.redo(2))
    #expect(try shown(workspace) == "C")
    #expect(workspace.log.done.map(\.number) == [1, 2, 3])
    #expect(try shown(workspace.applying(.branchUse("main"))) == "A")
  }

  @Test func `compacting is about the branch that is worked on`() throws {
    let workspace = try after([set("A"), .branchNew("warm"), .compact])
    #expect(workspace.log.done.isEmpty)
    #expect(workspace.parts[title]?.step == 0)
    #expect(try workspace.applying(.branchUse("main")).log.done.count == 1)
  }

  @Test(arguments: [
    (Operation.branchNew("main"), "branch.exists"), (.branchNew("warm"), "branch.exists"),
    (.branchNew(""), "branch.name"), (.branchNew("-x"), "branch.name"), (.branchNew("a b"), "branch.name"),
    (.branchNew("a/b"), "branch.name"), (.branchNew("\u{202E}x"), "branch.name"),
    (.branchNew(String(repeating: "x", count: 41)), "branch.name"),
    (.branchUse("wram"), "branch.unknown"), (.branchUse("warm"), "branch.current"),
    (.branchDrop("koud"), "branch.unknown"), (.branchDrop("warm"), "branch.current"),
    (.branchDrop("main"), "branch.main"),
  ])
  func `what cannot be is refused`(_ operation: Operation, _ code: String) throws {
    let workspace = try after([.branchNew("warm")])
    let error = #expect(throws: Diagnostic.self) { try workspace.applying(operation) }
    #expect(error?.code == code)
    #expect(code == "branch.current" || error?.wayOut != nil)
  }

  @Test func `a command and completion see the names of the branches`() throws {
    let session = try SessionFixture().session
    try session.apply(.branchNew("warm"))
    #expect(session.looking().workspace.branches == ["main", "warm"])
  }

  @Test func `an unknown name gives the nearest`() throws {
    let workspace = try after([.branchNew("warm"), .branchUse("main")])
    #expect(#expect(throws: Diagnostic.self) { try workspace.applying(.branchUse("wram")) }?.suggestion == "warm")
  }

  @Test(arguments: ["warm", "warm-2", "één_optie", "2026"]) func `names of letters, digits, - and _ are good`(
    _ name: String
  ) throws {
    #expect(try after([.branchNew(name)]).branch == name)
  }

  @Test func `what would be lost with a branch is counted`() throws {
    let forked = try after([set("A"), .branchNew("warm"), .branchUse("main")])
    #expect(forked.loss(dropping: "warm") == nil)
    #expect(try forked.applying(set("B")).loss(dropping: "warm") == nil)
    // What main took back and could redo is warm's own once main goes another way.
    #expect(try forked.applying(.undo(1)).loss(dropping: "warm") == nil)
    #expect(try forked.applying(.undo(1)).applying(set("B")).loss(dropping: "warm") == 1)
    let own = try after([set("A"), .branchNew("warm"), set("B"), set("C"), .undo(1), .branchUse("main")])
    #expect(own.loss(dropping: "warm") == 2)
    let twice = try own.applying(.branchUse("warm")).applying(.branchNew("heet"))
    #expect(twice.loss(dropping: "warm") == nil)
    let compacted = try after([set("A"), .branchNew("warm"), set("B"), .compact, .branchUse("main")])
    #expect(compacted.loss(dropping: "warm") == 0)
    #expect(try after([set("A"), .branchNew("warm"), .compact, .branchUse("main")]).loss(dropping: "warm") == nil)
  }

  @Test func `a branch can be put at any of its steps and back`() throws {
    let branch = try after([set("A"), set("B"), set("C"), .undo(1)]).current
    for done in 0...3 {
      let there = try #require(branch.at(done))
      #expect(there.log.done.count == done)
      #expect(there.at(2)?.hasSameParts(as: branch) == true)
    }
    #expect(branch.at(4) == nil)
    #expect(branch.at(-1) == nil)
  }

  @Test func `a workspace is empty where nothing was done on any branch`() throws {
    #expect(try after([.branchNew("warm")]).isEmpty)
    #expect(try !after([.branchNew("warm"), set("A"), .branchUse("main")]).isEmpty)
    #expect(try !after([set("A"), .undo(1)]).isEmpty)
  }

  @Test func `a part that is nested too deep to be read back is refused before anything happens`() throws {
    let session = try SessionFixture().session
    let deep = (0...Part.depthLimit).reduce(JSON.null) { inner, _ in .array([inner]) }
    let error = #expect(throws: Diagnostic.self) {
      try session.apply(step("x", [title: "A", PartName(.documents, "p/deep"): deep]))
    }
    #expect(error?.code == "workspace.toodeep")
    #expect(error?.message.en == "'documents/p/deep' is nested deeper than 240 levels; nothing was changed")
    #expect(session.workspace.serial == 0)
  }
}
