import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct BranchTests {
  /// Everything that a workspace holds, but for how its parts are shared.
  private func state(_ workspace: Workspace) -> [String: [String]] {
    workspace.branches.mapValues { branch in
      (0...branch.stepCount).flatMap { done -> [String] in
        guard let there = branch.at(done) else { return [] }
        return there.parts.sorted { $0.key < $1.key }.map {
          "\(done) \($0.key.text) \($0.value.step) " + String(decoding: $0.value.part.canonical(), as: UTF8.self)
        }
      } + ["done \(branch.log.done.count), next \(branch.log.nextNumber)"]
        + (branch.log.done + branch.log.undone).map { "\($0.number) \($0.record)" }
    }
  }

  private func text(_ workspace: Workspace) -> String {
    String(decoding: SnapshotWriter.encode(workspace), as: UTF8.self)
  }

  @Test func `with main alone the file says nothing of branches`() throws {
    let workspace = try Samples.workspace()
    #expect(!text(workspace).contains("branches"))
    let again = try Samples.workspace(
      Samples.operations + [.branchNew("warm"), .branchUse("main"), .branchDrop("warm")])
    #expect(text(again) == text(workspace).replacing("\"serial\": 9", with: "\"serial\": 12"))
  }

  @Test func `a branch stands in the file as its own steps`() throws {
    let workspace = try Samples.workspace([
      Samples.title("A"), .branchNew("warm"), Samples.title("B"), Samples.title("C"), .undo(1), .branchUse("main"),
    ])
    #expect(
      text(workspace).hasPrefix(
        """
        {
          "branches": {
            "current": "main",
            "others": {
              "warm": {
                "after": 1,
                "done": 2,
                "from": "main",
                "next": 4,
                "steps": [
                  {
                    "changes": {
                      "about/title": "B"
                    },
                    "line": "set title B",
                    "number": 2,
                    "time": "2026-01-02T03:04:05Z"
                  },
                  {
                    "changes": {
                      "about/title": "C"
                    },
                    "line": "set title C",
                    "number": 3,
                    "time": "2026-01-02T03:04:05Z"
                  }
                ]
              }
            }
          },
          "documents": {},
        """))
  }

  @Test func `a table that branches share stands in the file once, wherever it is from`() throws {
    func put(_ name: String, _ table: Table) -> Operation {
      .step(Samples.record("read \(name)"), changes: [PartName(.tables, name): Part(table)])
    }
    func other(_ mark: String) -> Table { Table(columns: [.texts("area", [mark])]) }
    let cases: [(String, [Operation])] = [
      ("shared from before", [put("t", other("EENMALIG")), .branchNew("b"), Samples.title("x")]),
      ("only elsewhere", [.branchNew("b"), put("t", other("EENMALIG")), .branchUse("main")]),
      (
        "shared by two that are elsewhere",
        [.branchNew("b"), put("t", other("EENMALIG")), .branchNew("a"), Samples.title("y"), .branchUse("main")]
      ),
      ("replaced here", [put("t", other("EENMALIG")), .branchNew("b"), put("t", other("ander")), .branchUse("main")]),
      ("replaced there", [put("t", other("EENMALIG")), .branchNew("b"), put("t", other("ander"))]),
      ("taken back here", [put("t", other("EENMALIG")), .branchNew("b"), .undo(1)]),
      (
        "compacted here",
        [put("t", other("EENMALIG")), Samples.title("x"), .branchNew("b"), .compact, Samples.title("z")]
      ),
      (
        "compacted there",
        [
          put("t", other("EENMALIG")), .branchNew("b"), .compact, Samples.title("z"), .branchUse("main"),
          Samples.title("x"),
        ]
      ),
      (
        "compacted here and replaced",
        [put("t", other("EENMALIG")), .branchNew("b"), .compact, put("t", other("ander"))]
      ),
      (
        "both compacted",
        [
          put("t", other("EENMALIG")), .branchNew("b"), Samples.title("z"), .compact, .branchUse("main"),
          Samples.title("x"), .compact,
        ]
      ),
    ]
    for (name, operations) in cases {
      let workspace = try Samples.workspace(operations)
      #expect(text(workspace).matches(of: /EENMALIG/).count == 1, "\(name)")
      let read = SnapshotReader.read(SnapshotWriter.encode(workspace))
      #expect(read.damage == nil, "\(name)")
      #expect(state(read.workspace) == state(workspace), "\(name)")
    }
  }

  @Test func `whatever was done on whatever branches, what is read is what was written, to the byte`() throws {
    var generator = SeededGenerator(7)
    let names = ["main", "a", "b", "c"]
    for _ in 0..<300 {
      var workspace = Workspace(lineage: "0123456789abcdef")
      for number in 0..<Int.random(in: 1...30, using: &generator) {
        let name = names.randomElement(using: &generator) ?? ""
        let operation: Operation =
          switch Int.random(in: 0..<20, using: &generator) {
          case 0...2: .branchNew(name)
          case 3...5: .branchUse(name)
          case 6: .branchDrop(name)
          case 7: .compact
          case 8...10: .undo(Int.random(in: 1...3, using: &generator))
          case 11...12: .redo(Int.random(in: 1...2, using: &generator))
          case 13: .step(Samples.record("forget"), changes: [PartName(.about, "title"): nil])
          case 14:
            .step(
              Samples.record("t"),
              changes: [PartName(.tables, "t"): Part(Table(columns: [.numbers("n", [Double(number)])]))])
          default: Samples.title("\(number % 5)")
          }
        // Some of them cannot be.
        guard let next = try? workspace.applying(operation) else { continue }
        let replayed = try workspace.applying(OperationForm.decode(OperationForm.encode(operation)))
        workspace = next
        #expect(state(replayed) == state(workspace))
      }
      let bytes = SnapshotWriter.encode(workspace)
      let read = SnapshotReader.read(bytes)
      #expect(read.damage == nil)
      #expect(read.workspace.branch == workspace.branch)
      #expect(SnapshotWriter.encode(read.workspace) == bytes)
      #expect(state(read.workspace) == state(workspace).mapValues { $0 })
      // What is read goes on as what was written.
      for name in workspace.branchNames where name != workspace.branch {
        let there = try workspace.applying(.branchUse(name))
        let readThere = try read.workspace.applying(.branchUse(name))
        #expect(SnapshotWriter.encode(readThere) == SnapshotWriter.encode(there))
      }
    }
  }

  @Test func `branches survive in the journal and in the file`() throws {
    let folder = TemporaryFolder(inMemory: true)
    let opened = try Keeper.open(folder("w.json"))
    var workspace = opened.workspace
    func carry(_ operation: Operation) throws {
      workspace = try workspace.applying(operation)
      try opened.keeper.record(operation, serial: workspace.serial)
    }
    for operation in Samples.operations + [.branchNew("warm"), Samples.title("W"), .branchUse("main"), .undo(1)] {
      try carry(operation)
    }
    #expect(state(try Keeper.open(folder("w.json"), readOnly: true).workspace) == state(workspace))
    try opened.keeper.save(workspace)
    try carry(.branchUse("warm"))
    try carry(.branchNew("heet"))
    try carry(.branchDrop("warm"))
    opened.keeper.close()
    let again = try Keeper.open(folder("w.json"))
    #expect(state(again.workspace) == state(workspace))
    #expect(again.workspace.branch == "heet")
    #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(workspace))
    again.keeper.close()
  }

  @Test func `operations on branches stand in the journal by name`() {
    let operations: [Operation] = [.branchNew("warm"), .branchUse("main"), .branchDrop("één")]
    #expect(
      operations.map { String(decoding: OperationForm.encode($0), as: UTF8.self) } == [
        "{\"branch_new\":\"warm\"}", "{\"branch_use\":\"main\"}", "{\"branch_drop\":\"één\"}",
      ])
  }

  @Test(arguments: [
    ("\"current\": \"main\"", "\"current\": \"a b\""),
    ("\"current\": \"main\"", "\"current\": \"warm\""),
    ("\"warm\": {", "\"wa/rm\": {"),
    ("\"from\": \"main\"", "\"from\": \"warm\""),
    ("\"from\": \"main\"", "\"from\": \"nergens\""),
    ("\"after\": 1", "\"after\": 9"),
    ("\"done\": 2", "\"done\": 9"),
    ("\"others\": {", "\"others\": [{"),
  ])
  func `branches that make no sense are damage, and said where`(_ good: String, _ bad: String) throws {
    let workspace = try Samples.workspace([
      Samples.title("A"), .branchNew("warm"), Samples.title("B"), .branchUse("main"),
    ])
    let snapshot = SnapshotReader.read(Array(text(workspace).replacing(good, with: bad).utf8))
    #expect(snapshot.damage?.message.en.contains("(line ") == true)
  }

  @Test func `a file that is cut off anywhere is read as far as it goes, branches too`() throws {
    let bytes = SnapshotWriter.encode(
      try Samples.workspace(Samples.operations + [.branchNew("warm"), Samples.title("W"), .branchNew("heet")]))
    for length in 0..<(bytes.count - 1) { #expect(SnapshotReader.read(Array(bytes[..<length])).damage != nil) }
  }

  @Test(arguments: 0..<20) func `each of many branches is told from the first that shares most steps with it`(seed: Int)
    throws
  {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ below: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(below))
    }
    // A name for each branch so that their order is not that of their making.
    let names = (0..<25).map { "b\(($0 * 7) % 25)" }
    var operations: [Operation] = [Samples.title("A")]
    var made = ["main"]
    for name in names {
      // A new branch is worked on at once.
      let from = made[random(made.count)]
      if from != made.last { operations.append(.branchUse(from)) }
      operations.append(.branchNew(name))
      made.append(name)
      for _ in 0..<random(4) { operations.append(Samples.title("T\(random(3))")) }
      if random(4) == 0 { operations += [Samples.title("U"), .undo(1)] }
    }
    let workspace = try Samples.workspace(operations)
    let file = try JSONReader.parse(Array(text(workspace).utf8))
    let others = try #require(file["branches"]?["others"]?.object)
    var written = [workspace.branch]
    for name in workspace.others.keys.sorted() {
      let branch = try #require(workspace.branches[name])
      let shared = written.map { other in workspace.branches[other].flatMap(branch.sharedSteps) }
      let most = try #require(shared.compactMap { $0 }.max())
      #expect(others[name]?["from"]?.string == written[shared.firstIndex(of: most) ?? 0], "\(name)")
      #expect(others[name]?["after"]?.int == most, "\(name)")
      written.append(name)
    }
    let read = SnapshotReader.read(SnapshotWriter.encode(workspace))
    #expect(read.damage == nil && self.state(read.workspace) == self.state(workspace))
  }
}
