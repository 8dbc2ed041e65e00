import Files
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct SchemaTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    + "/Sources/Store/Schema/workspace-2.schema.json"

  private func schema() throws -> JSONSchema {
    JSONSchema(root: try JSONReader.parse(DiskFiles().bytes(of: Self.path)))
  }

  private func workspaces() throws -> [[UInt8]] {
    [
      SnapshotWriter.encode(Workspace(lineage: "a")),
      SnapshotWriter.encode(try Samples.workspace()),
      SnapshotWriter.encode(try Samples.workspace().applying(.compact)),
      SnapshotWriter.encode(
        try Samples.workspace([
          .step(Samples.mergedRecord, changes: [PartName(.settings, "seed"): Part(2)]), .branchNew("x"),
        ])),
      SnapshotWriter.encode(
        try Samples.workspace(
          Samples.operations + [
            .branchNew("één-2"), Samples.title("W"), .branchNew("heet"), .compact, Samples.title("H"),
          ])),
      SnapshotWriter.encode(
        try Samples.workspace([
          .step(
            Samples.record("x"),
            changes: [
              PartName(.about, "language"): Part("nl"), PartName(.about, "purpose"): Part("x"),
              PartName(.documents, "whole"): Part([1, 2]),
              PartName(.tables, "t"): Part(
                Table(columns: [
                  Column("a", .numbers([1, .nan]), format: .decimals(2), withheld: [1: "<5"])
                ])),
            ])
        ])),
    ]
  }

  @Test func `what is written is as the published schema says`() throws {
    let schema = try schema()
    for bytes in try workspaces() { #expect(schema.problems(try JSONReader.parse(bytes)) == []) }
  }

  @Test func `the schema refuses what is not a workspace`() throws {
    let schema = try schema()
    let good = try #require(try JSONReader.parse(SnapshotWriter.encode(try Samples.workspace())).object)
    var strange = good
    strange["strange"] = 1
    #expect(schema.problems(.object(strange)) == ["$.strange: not allowed"])
    var newer = good
    newer["version"] = 3
    #expect(schema.problems(.object(newer)) == ["$.version: is not 2"])
    var forked = good
    forked["branches"] = ["current": "a b", "others": [:]]
    #expect(schema.problems(.object(forked)).map { String($0.prefix(26)) } == ["$.branches.current: does n"])
    var lacking = good
    lacking["log"] = nil
    #expect(schema.problems(.object(lacking)) == ["$: lacks 'log'"])
    var wrong = good
    wrong["tables"] = ["t": ["columns": [["name": "a", "type": "texts", "values": []]]]]
    #expect(
      schema.problems(.object(wrong)) == [
        "$.tables.t.columns[0].type: is not one of [\"boolean\",\"date\",\"number\",\"text\"]"
      ]
    )
  }

  @Test func `another validator agrees`() throws {
    let folder = TemporaryFolder()
    for (index, bytes) in try workspaces().enumerated() { folder.write(bytes, to: "\(index).json") }
    let script = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit(77)
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for name in sys.argv[2:]:
          jsonschema.validate(json.load(open(name)), schema, cls=jsonschema.Draft202012Validator)
      """
    let names = folder.names().map { folder($0) }
    guard let child = ChildRun.spawn("/usr/bin/python3", ["python3", "-c", script, Self.path] + names),
      child.status != 77 << 8
    else {
      print("skipped: python3 with jsonschema is not here")
      return
    }
    #expect(child.status == 0, "\(child.output)")
  }
}
