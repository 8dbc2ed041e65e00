import Glibc
import Session
import TestSupport
import Testing
import WorkbenchKit

/// Copies of a workspace that went on apart, put together again.
@Suite struct MergeTests {
  private func step(_ line: String, _ changes: [String: JSON?]) -> Operation {
    .step(
      Step.Record(line: line, time: "2026-01-01T00:00:00Z"),
      changes: Dictionary(
        uniqueKeysWithValues: changes.compactMap { name, json in PartName(name).map { ($0, json.map { Part($0) }) } }))
  }

  private func workspace(_ operations: [Operation], from start: Workspace = Workspace(lineage: "0")) throws -> Workspace
  {
    try operations.reduce(start) { try $0.applying($1) }
  }

  private func merged(_ ours: Workspace, _ theirs: Workspace, choosing: [PartName: BranchMerge.Side] = [:]) throws -> (
    workspace: Workspace, merge: BranchMerge
  ) {
    let merge = try #require(BranchMerge(ours.current, theirs.current))
    var record = Step.Record(line: "merge", time: "2026-01-01T00:00:00Z")
    record.merged = merge.steps
    let changes = try merge.changes(choosing, number: ours.log.nextNumber)
    return (changes.isEmpty ? ours : try ours.applying(.step(record, changes: changes)), merge)
  }

  private func text(_ workspace: Workspace) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: workspace.parts.map {
        ($0.key.text, String(decoding: $0.value.part.canonical(), as: UTF8.self))
      })
  }

  private let title = PartName(.about, "title")

  @Test func `what only one side changed is taken in, also what it removed, as one step`() throws {
    let base = try workspace([step("a", ["about/title": "A", "settings/x": 1, "settings/y": 1])])
    let ours = try workspace([step("b", ["settings/x": 2])], from: base)
    let theirs = try workspace([step("c", ["settings/y": nil]), step("d", ["settings/z": 3])], from: base)
    let (merged, merge) = try merged(ours, theirs)
    #expect(merge.conflicts.isEmpty && merge.steps.map(\.record.line) == ["c", "d"])
    #expect(text(merged) == ["about/title": "\"A\"", "settings/x": "2", "settings/z": "3"])
    #expect(text(try merged.applying(.undo(1))) == text(ours))
    #expect(merged.log.done.last?.record.merged.map(\.number) == [2, 3])
  }

  @Test func `a part that both changed is chosen, and the same change is none`() throws {
    let base = try workspace([step("a", ["about/title": "A", "settings/x": 1])])
    let ours = try workspace([step("b", ["about/title": "B", "settings/x": 2])], from: base)
    let theirs = try workspace([step("c", ["about/title": "C", "settings/x": 2])], from: base)
    let merge = try #require(BranchMerge(ours.current, theirs.current))
    #expect(merge.conflicts.map(\.part) == [title])
    #expect(try merge.conflicts.first?.base?.json() == "A")
    #expect(try text(merged(ours, theirs, choosing: [title: .theirs]).workspace)["about/title"] == "\"C\"")
    #expect(try text(merged(ours, theirs, choosing: [title: .ours]).workspace)["about/title"] == "\"B\"")
  }

  @Test func `a copy that was taken in once and went on gives only what is new`() throws {
    let base = try workspace([step("a", ["about/title": "A", "settings/x": 1])])
    var theirs = try workspace([step("c", ["settings/x": 2])], from: base)
    var ours = try merged(try workspace([step("b", ["about/title": "B"])], from: base), theirs).workspace
    #expect(try #require(BranchMerge(ours.current, theirs.current)).isEmpty)
    theirs = try workspace([step("d", ["settings/x": 3])], from: theirs)
    ours = try merged(ours, theirs).workspace
    #expect(text(ours) == ["about/title": "\"B\"", "settings/x": "3"])
    #expect(ours.log.done.last?.record.merged.map(\.record.line) == ["d"])
    // And back again: there nothing is changed but what was done here.
    let back = try merged(theirs, ours)
    #expect(back.merge.conflicts.isEmpty && text(back.workspace) == text(ours))
    // What they set back to what it was at first is set back here too.
    theirs = try workspace([step("e", ["settings/x": 1])], from: theirs)
    #expect(text(try merged(ours, theirs).workspace)["settings/x"] == "1")
  }

  @Test func `of a result that comes in, what it read goes by the steps that made it here`() throws {
    let result = { (reads: [String: JSON]) -> JSON in
      ["blocks": [], "command": "x", "provenance": ["reads": .object(reads)], "time": "2026-01-01T00:00:00Z"]
    }
    let base = try workspace([step("a", ["settings/x": 1])])
    let ours = try workspace([step("b", ["about/title": "B"]), step("b", ["about/title": "C"])], from: base)
    let theirs = try workspace(
      [
        step("c", ["settings/y": 2]),
        step("d", ["results/r": result(["settings/x": 1, "settings/y": 2, "settings/z": 0])]),
      ],
      from: base)
    let merged = try merged(ours, theirs).workspace
    let reads = try merged.parts[PartName(.results, "r")]?.part.json()["provenance"]?["reads"]
    #expect(reads == ["settings/x": 1, "settings/y": 4, "settings/z": 0])
  }

  @Test func `undone steps are those of nobody`() throws {
    let base = try workspace([step("a", ["about/title": "A"]), step("b", ["settings/x": 1])])
    // Here the last common step was taken back: that is a change of ours.
    let ours = try workspace([.undo(1)], from: base)
    let theirs = try workspace([step("c", ["about/title": "C"]), step("d", ["settings/y": 1]), .undo(1)], from: base)
    let (merged, merge) = try merged(ours, theirs)
    #expect(merge.steps.map(\.record.line) == ["c"])
    #expect(text(merged) == ["about/title": "\"C\""])
  }

  @Test func `branches of both are there, and one that was dropped stays away`() throws {
    let base = try workspace([
      step("a", ["about/title": "A"]), .branchNew("oud"), .branchNew("weg"), .branchUse("main"),
    ])
    let ours = try workspace([.branchDrop("weg"), step("b", ["settings/x": 1])], from: base)
    let theirs = try workspace(
      [
        step("c", ["settings/y": 1]), .branchNew("nieuw"), step("d", ["settings/z": 1]), .branchUse("main"),
        .branchDrop("oud"),
      ],
      from: base)
    let merge = try WorkspaceMerge(ours, theirs, base: base, line: "m", time: "2026-01-01T00:00:00Z")
    #expect(merge.conflicts.isEmpty)
    #expect(merge.workspace.branchNames == ["main", "nieuw"])
    #expect(merge.workspace.branch == "main")
    #expect(text(merge.workspace) == ["about/title": "\"A\"", "settings/x": "1", "settings/y": "1"])
    let strange = Workspace(lineage: "1")
    #expect(throws: Diagnostic.self) { try WorkspaceMerge(ours, strange, base: nil, line: "", time: "") }
  }

  /// `LEERKRING_MERGE_ROUNDS=10000` makes it the long one.
  @Test func `random edits to different parts never conflict, and nothing is lost`() throws {
    let rounds = getenv("LEERKRING_MERGE_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 400
    var generator = SeededGenerator(20_261_130)
    for round in 0..<rounds {
      let names =
        ["about/title", "about/language"]
        + (0..<8).map { ["settings/s\($0)", "documents/p/d\($0)", "results/r\($0)", "tables/t\($0)"][$0 % 4] }
      let base = try random(names, Int.random(in: 0...12, using: &generator), from: Workspace(lineage: "0"), &generator)
      let shuffled = names.shuffled(using: &generator)
      let cut = Int.random(in: 0...names.count, using: &generator)
      let ours = try random(Array(shuffled[..<cut]), Int.random(in: 0...9, using: &generator), from: base, &generator)
      let theirs = try random(Array(shuffled[cut...]), Int.random(in: 0...9, using: &generator), from: base, &generator)
      let (merged, merge) = try merged(ours, theirs)
      #expect(merge.conflicts.isEmpty, "round \(round)")
      var due = text(ours)
      for name in shuffled[cut...] { due[name] = text(theirs)[name] }
      #expect(text(merged) == due, "round \(round)")
      if merged.serial != ours.serial { #expect(text(try merged.applying(.undo(1))) == text(ours), "round \(round)") }
      #expect(try #require(BranchMerge(merged.current, theirs.current)).isEmpty, "round \(round)")
      let other = try self.merged(theirs, merged)
      #expect(other.merge.conflicts.isEmpty && text(other.workspace) == due, "round \(round)")
      let driven = try WorkspaceMerge(ours, theirs, base: base, line: "m", time: "2026-01-01T00:00:00Z")
      #expect(driven.conflicts.isEmpty && text(driven.workspace) == due, "round \(round)")
    }
  }

  /// Steps that set, change and remove some of the parts; with undo and redo of what was done since.
  private func random(
    _ names: [String], _ count: Int, from start: Workspace, _ generator: inout SeededGenerator
  ) throws -> Workspace {
    var workspace = start
    let floor = start.log.done.count
    guard !names.isEmpty else { return start }
    for number in 0..<count {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0 where workspace.log.done.count > floor: workspace = try workspace.applying(.undo(1))
      case 1
      where workspace.log.undoneCount > 0 && workspace.log.done.count >= floor && workspace.serial > start.serial
        && workspace.log.undone.first.map({ $0.number > (start.log.done.last?.number ?? 0) }) == true
        && start.log.undoneCount == 0:
        workspace = try workspace.applying(.redo(1))
      default:
        var changes: [String: JSON?] = [:]
        for name in names.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator)) {
          let isThere = PartName(name).map { workspace.parts[$0] != nil } ?? false
          let value: JSON = .string("\(Int.random(in: 0..<50, using: &generator))")
          changes[name] = isThere && Int.random(in: 0..<4, using: &generator) == 0 ? .some(nil) : value
        }
        workspace = try workspace.applying(step("\(number)", changes))
      }
    }
    return workspace
  }
}
