import Files
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

/// What a version 0 could have been: the title under another name.
private struct FromZero: FormatMigration {
  let from = 0

  func file(_ json: JSON) throws -> JSON {
    guard case .object(var members) = json else { return json }
    members["title"] = members["name"]
    members["name"] = nil
    return .object(members)
  }

  func operation(_ json: JSON) throws -> JSON {
    guard let name = json["rename"]?.string else { return json }
    return [
      "step": ["changes": ["about/title": .string(name)], "line": "rename", "time": "2026-01-02T03:04:05Z"]
    ]
  }
}

private struct Need: Document {
  let schemaVersion = 3
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] {
    var pieces = pieces
    pieces["v\(version + 1)"] = pieces.removeValue(forKey: "v\(version)")
    return pieces
  }
}

@Suite struct MigrationTests {
  let folder = TemporaryFolder()
  private let old = """
    {"format":"leerkring-workspace","lineage":"abc","log":{"done":[],"next":1,"undone":[]},"name":"Oud","serial":4,"version":0}
    """
  private let migrations = FormatMigrations([FromZero(), FromVersion1()])

  private func title(_ workspace: Workspace) throws -> String? {
    try workspace.parts[PartName(.about, "title")]?.part.json().string
  }

  @Test func `an older file is brought to the present version after a numbered backup`() throws {
    folder.write(old, to: "w.json")
    folder.write("taken", to: "w.json.1.bak")
    let opened = try Keeper.open(folder("w.json"), migrations: migrations)
    #expect(try title(opened.workspace) == "Oud")
    #expect(opened.notices.map(\.level) == [.info])
    #expect(
      opened.notices.first?.text.en.contains("from version 0 to 2; the old file is '\(folder("w.json.2.bak"))'") == true
    )
    #expect(folder.text("w.json.2.bak") == old)
    #expect(folder.text("w.json.1.bak") == "taken")
    #expect(Samples.content(folder.read("w.json")) == SnapshotWriter.encode(opened.workspace))
    opened.keeper.close()
  }

  @Test func `the steps of an older journal come along, and are in the backup`() throws {
    folder.write(old, to: "w.json")
    let lines = [
      "{\"format\":\"leerkring-journal\",\"lineage\":\"abc\",\"serial\":4,\"version\":0}",
      "{\"operation\":{\"rename\":\"Nieuw\"},\"serial\":5}",
    ].map { "\(SHA256.hex(Array($0.utf8)).prefix(16)) \($0)\n" }
    folder.write(lines.joined(), to: "w.json.journal")
    let opened = try Keeper.open(folder("w.json"), migrations: migrations)
    #expect(try title(opened.workspace) == "Nieuw")
    #expect(opened.workspace.serial == 5)
    #expect(folder.text("w.json.1.bak.journal") == lines.joined())
    opened.keeper.close()
    #expect(folder.names() == ["w.json", "w.json.1.bak", "w.json.1.bak.journal"])
  }

  @Test func `for reading an older file is migrated in memory only`() throws {
    folder.write(old, to: "w.json")
    let opened = try Keeper.open(folder("w.json"), readOnly: true, migrations: migrations)
    #expect(try title(opened.workspace) == "Oud")
    #expect(folder.names() == ["w.json"])
    #expect(folder.text("w.json") == old)
  }

  @Test func `a version that nobody knows is refused untouched`() {
    folder.write(old, to: "w.json")
    let error = #expect(throws: Diagnostic.self) { try Keeper.open(folder("w.json")) }
    #expect(error?.code == "workspace.damaged")
    #expect(error?.message.en.hasSuffix("says that it is of version 0, which is not known") == true)
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a plugin's documents are brought to its version one by one`() throws {
    let workspace = try Samples.workspace([
      .step(Samples.record("x"), changes: [PartName(.documents, "need/v1"): Part("kept")])
    ])
    let changes = try DocumentMigration.changes(in: workspace, plugin: "need", to: Need())
    #expect(Set(changes.keys.map(\.text)) == ["documents/need/v1", "documents/need/v3", "schemas/need"])
    let next = try workspace.applying(.step(Samples.record("migrate"), changes: changes))
    #expect(try next.parts[PartName(.documents, "need/v3")]?.part.json() == "kept")
    #expect(next.parts[PartName(.documents, "need/v1")] == nil)
    #expect(try DocumentMigration.changes(in: next, plugin: "need", to: Need()).isEmpty)
    #expect(try DocumentMigration.changes(in: next, plugin: "other", to: Need()).isEmpty)
  }

  @Test func `documents of a newer plugin are refused`() throws {
    let workspace = try Samples.workspace([
      .step(Samples.record("x"), changes: [PartName(.schemas, "need"): Part(4)])
    ])
    let error = #expect(throws: Diagnostic.self) {
      try DocumentMigration.changes(in: workspace, plugin: "need", to: Need())
    }
    #expect(error?.code == "document.newer")
  }
}
