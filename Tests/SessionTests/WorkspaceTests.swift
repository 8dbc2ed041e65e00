import Session
import TestSupport
import Testing
import WorkbenchKit

private func step(_ line: String, _ changes: [PartName: JSON?]) -> Operation {
  .step(Step.Record(line: line, time: "2026-01-01T00:00:00Z"), changes: changes.mapValues { $0.map { Part($0) } })
}

private let title = PartName(.about, "title")
private let other = PartName(.settings, "seed")

private func value(_ workspace: Workspace, _ name: PartName) throws -> JSON? {
  try workspace.parts[name]?.part.json()
}

@Suite struct WorkspaceTests {
  let empty = Workspace(lineage: "0")

  @Test func `a step changes what it names and counts`() throws {
    let after = try empty.applying(step("set title A", [title: "A"]))
    #expect(try value(after, title) == "A")
    #expect(after.serial == 1)
    #expect(after.log.done.map(\.record.line) == ["set title A"])
    #expect(after.parts[title]?.step == 1)
  }

  @Test func `undo gives back the very part that was there`() throws {
    let one = try empty.applying(step("set title A", [title: "A"]))
    let two = try one.applying(step("set title B", [title: "B", other: 7]))
    let back = try two.applying(.undo(1))
    #expect(back.parts[title]?.part === one.parts[title]?.part)
    #expect(back.parts[other] == nil)
    #expect(back.parts[title]?.step == 1)
    #expect(back.log.undone.map(\.record.line) == ["set title B"])
  }

  @Test func `redo gives back what undo took, several steps at once`() throws {
    var workspace = empty
    for number in 1...5 { workspace = try workspace.applying(step("\(number)", [title: .number(Double(number))])) }
    workspace = try workspace.applying(.undo(4))
    #expect(try value(workspace, title) == 1)
    workspace = try workspace.applying(.redo(3))
    #expect(try value(workspace, title) == 4)
    #expect(workspace.parts[title]?.step == 4)
    workspace = try workspace.applying(.redo(1))
    #expect(try value(workspace, title) == 5)
    #expect(workspace.log.undone.isEmpty)
  }

  @Test func `a removed part comes back by undo`() throws {
    let one = try empty.applying(step("a", [title: "A"]))
    let two = try one.applying(step("b", [title: nil]))
    #expect(try value(two, title) == nil)
    #expect(try value(two.applying(.undo(1)), title) == "A")
  }

  @Test func `a new step drops what could be redone`() throws {
    var workspace = try empty.applying(step("a", [title: "A"]))
    workspace = try workspace.applying(.undo(1))
    workspace = try workspace.applying(step("b", [title: "B"]))
    #expect(workspace.log.undone.isEmpty)
    #expect(#expect(throws: Diagnostic.self) { try workspace.applying(.redo(1)) }?.code == "redo.nothing")
  }

  @Test(arguments: [0, 2, 99]) func `more steps than there are cannot be undone`(_ count: Int) throws {
    let one = try empty.applying(step("a", [title: "A"]))
    #expect(#expect(throws: Diagnostic.self) { try one.applying(.undo(count)) }?.code == "undo.nothing")
  }

  @Test func `compacting forgets the steps and keeps the state`() throws {
    var workspace = try empty.applying(step("a", [title: "A"]))
    workspace = try workspace.applying(.compact)
    #expect(workspace.log.done.isEmpty)
    #expect(try value(workspace, title) == "A")
    #expect(workspace.log.nextNumber == 2)
  }

  @Test func `a list of steps holds them in order across its chunks`() {
    let steps = (1...600).map {
      Step(number: $0, record: Step.Record(line: "\($0)", time: "2026-01-01T00:00:00Z"), other: [:])
    }
    for count in [0, 1, 255, 256, 257, 512, 600] {
      let list = StepList(steps.prefix(count))
      #expect(list.map(\.number) == Array(1...600).prefix(count).map { $0 })
      #expect(list.count == count)
      #expect(list.last?.number == (count == 0 ? nil : count))
    }
  }

  @Test func `hundreds of steps go back and forth and give the same`() throws {
    var workspace = empty
    for number in 1...600 { workspace = try workspace.applying(step("\(number)", [title: .number(Double(number))])) }
    let back = try workspace.applying(.undo(500))
    #expect(try value(back, title) == 100)
    #expect(back.log.done.count == 100)
    let forth = try back.applying(.redo(500))
    #expect(try value(forth, title) == 600)
    #expect(forth.log.done.map(\.number) == Array(1...600))
    #expect(try value(workspace.applying(.undo(344)), title) == 256)
  }

  @Test func `the makers of parts are worked out again from a log that was read`() throws {
    var workspace = try empty.applying(step("a", [title: "A"]))
    workspace = try workspace.applying(step("b", [other: 1]))
    workspace = try workspace.applying(step("c", [title: "C"]))
    let read = Workspace(
      lineage: "0", serial: 3, parts: workspace.parts.mapValues(\.part), log: workspace.log)
    #expect(read.parts[title]?.step == 3)
    #expect(read.parts[other]?.step == 2)
  }

  @Test func `undoing everything and redoing it again is no change, whatever the steps`() throws {
    var generator = SeededGenerator(42)
    for _ in 0..<50 {
      var workspace = empty
      let names = (0..<4).map { PartName(.settings, "s\($0)") }
      let count = Int.random(in: 1...20, using: &generator)
      for number in 0..<count {
        let name = names[Int.random(in: 0..<4, using: &generator)]
        let change: JSON? = Bool.random(using: &generator) ? .number(Double(number)) : nil
        workspace = try workspace.applying(step("\(number)", [name: change]))
      }
      let there = try workspace.applying(.undo(count))
      #expect(there.parts.isEmpty)
      let back = try there.applying(.redo(count))
      #expect(back.parts.mapValues { $0.part.canonical() } == workspace.parts.mapValues { $0.part.canonical() })
      #expect(back.parts.mapValues(\.step) == workspace.parts.mapValues(\.step))
    }
  }
}

/// A small generator with a seed, so that a failing case comes back.
