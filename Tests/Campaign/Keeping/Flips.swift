import Glibc
import Session
import Store
import TestSupport
import WorkbenchKit

/// Flips a bit anywhere in a snapshot or its journal: nothing is taken in silence, and nothing is thrown away.
struct Flips {
  let page: Page
  private let folder = TemporaryFolder(inMemory: true)

  init(_ page: Page) { self.page = page }

  func round(_ generator: inout SeededGenerator) throws {
    let whole = try made(&generator)
    let content = SnapshotWriter.encode(whole.workspace)
    for _ in 0..<40 {
      var (snapshot, journal) = (whole.snapshot, whole.journal)
      let isJournal = Bool.random(using: &generator) && !journal.isEmpty
      let index = Int.random(in: 0..<(isJournal ? journal.count : snapshot.count), using: &generator)
      let bit: UInt8 = 1 << UInt8.random(in: 0..<8, using: &generator)
      if isJournal { journal[index] ^= bit } else { snapshot[index] ^= bit }
      page[.flips] += 1
      let moment = "byte \(index) of the \(isJournal ? "journal" : "snapshot")"
      for readOnly in [true, false] { try judge(snapshot, journal, content, moment, readOnly: readOnly) }
    }
  }

  /// A workspace that was saved and gone on with.
  private func made(
    _ generator: inout SeededGenerator
  ) throws -> (snapshot: [UInt8], journal: [UInt8], workspace: Workspace) {
    clear()
    let opened = try Keeper.open(folder("w.json"))
    defer { opened.keeper.close() }
    var workspace = opened.workspace
    let steps = RandomSteps(10, lineage: "none", using: &generator).operations
    for (index, operation) in steps.enumerated() {
      guard let next = try? workspace.applying(operation) else { continue }
      try opened.keeper.record(operation, serial: next.serial)
      workspace = next
      if index == 5 { try opened.keeper.save(workspace) }
    }
    return (folder.read("w.json") ?? [], folder.read("w.json.journal") ?? [], workspace)
  }

  private func clear() { for name in folder.names() { unlink(folder(name)) } }

  private func judge(
    _ snapshot: [UInt8], _ journal: [UInt8], _ content: [UInt8], _ moment: String, readOnly: Bool
  ) throws {
    clear()
    folder.write(snapshot, to: "w.json")
    if !journal.isEmpty { folder.write(journal, to: "w.json.journal") }
    let how = readOnly ? "read" : "opened"
    func finding(_ text: String) -> Finding {
      Finding(kind: .wrong, text: "\(moment), \(how): \(text)", files: ["w.json": snapshot, "w.json.journal": journal])
    }
    do {
      let opened = try Keeper.open(folder("w.json"), readOnly: readOnly)
      opened.keeper.close()
      if opened.notices.isEmpty, SnapshotWriter.encode(opened.workspace) != content {
        throw finding("taken in silence")
      }
    } catch let error as Diagnostic {
      // Refused, and said.
      _ = error
    }
    let left = folder.names().filter { !$0.hasSuffix(".lock") }.compactMap { folder.read($0) }
    for bytes in [snapshot, journal] where !bytes.isEmpty && !left.contains(bytes) {
      throw finding("a file was thrown away")
    }
  }
}
