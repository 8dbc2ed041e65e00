import Glibc
import Plugging
import Session
import Store
import TestSupport
import WorkbenchKit

/// Workspaces, journals, operations and manifests that were made worse.
final class InputStore {
  private(set) var snapshots: [[UInt8]] = []
  private(set) var journals: [[UInt8]] = []
  private(set) var operations: [[UInt8]] = []
  /// The workspace on which the journals stand.
  let base: [UInt8]
  private let folder = TemporaryFolder(inMemory: true)

  init() throws {
    var generator = SeededGenerator(16)
    let before = RandomSteps(12, lineage: "0123456789abcdef", using: &generator)
    base = SnapshotWriter.encode(before.states[12])
    for count in [0, 4, 8, 12] { snapshots.append(SnapshotWriter.encode(before.states[count])) }
    operations = before.operations.map(OperationForm.encode)
    for _ in 0..<3 {
      clear()
      folder.write(base, to: "w.json")
      let opened = try Keeper.open(folder("w.json"))
      var workspace = opened.workspace
      for operation in RandomSteps(6, lineage: "0123456789abcdef", using: &generator).operations {
        guard let next = try? workspace.applying(operation) else { continue }
        try opened.keeper.record(operation, serial: next.serial)
        workspace = next
      }
      opened.keeper.close()
      journals.append(folder.read("w.json.journal") ?? [])
    }
  }

  private func clear() { for name in folder.names() { unlink(folder(name)) } }

  /// Opens what is there; where it can be gone on with, a step is made and found again.
  func open(_ bytes: [UInt8], journal: [UInt8]?) throws {
    clear()
    folder.write(bytes, to: "w.json")
    if let journal { folder.write(journal, to: "w.json.journal") }
    let opened: Keeper.Opened
    do { opened = try Keeper.open(folder("w.json")) } catch is Diagnostic { return }
    defer { opened.keeper.close() }
    try decodeAll(opened.workspace)
    guard !opened.keeper.isReadOnly else { return }
    let step = Operation.step(
      Step.Record(line: "next", time: ""), changes: [PartName(.about, "title"): Part(.string("next"))])
    let next = try opened.workspace.applying(step)
    try opened.keeper.record(step, serial: next.serial)
    try opened.keeper.save(next)
    opened.keeper.close()
    let again = try Keeper.open(folder("w.json"), readOnly: true)
    guard SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(next) else {
      throw Finding(kind: .loss, text: "what was opened and saved is not what is there")
    }
  }

  /// Reads every part, as it is read when it is used.
  private func decodeAll(_ workspace: Workspace) throws {
    for (name, held) in workspace.parts {
      do {
        if name.section == .tables { _ = try held.part.table() } else { _ = try held.part.json() }
      } catch is Diagnostic {}
    }
  }

  func decode(_ bytes: [UInt8]) throws {
    let operation: Operation
    do { operation = try OperationForm.decode(bytes) } catch is Diagnostic { return }
    let workspace: Workspace
    do { workspace = try SnapshotReader.read(base).workspace.applying(operation) } catch is Diagnostic { return }
    let snapshot = SnapshotReader.read(SnapshotWriter.encode(workspace))
    guard snapshot.damage == nil, SnapshotWriter.encode(snapshot.workspace) == SnapshotWriter.encode(workspace) else {
      throw Finding(kind: .wrong, text: "an operation that can be carried out cannot be read back")
    }
  }

  func manifest(_ bytes: [UInt8]) throws {
    do { _ = try Manifest(json: bytes, path: "manifest.json") } catch is Diagnostic {}
  }
}
