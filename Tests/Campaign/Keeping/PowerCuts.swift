import Files
import Glibc
import Session
import Store
import TestSupport
import WorkbenchKit

/// Lets the power go after any of what was asked of the disk, with any fate of what nobody waited for.
struct PowerCuts {
  let page: Page
  private let folder = TemporaryFolder(inMemory: true)
  private let wreck = TemporaryFolder(inMemory: true)

  init(_ page: Page) { self.page = page }

  func round(_ generator: inout SeededGenerator) throws {
    for name in folder.names() { unlink(folder(name)) }
    let log = DiskLog()
    // After so many events this state was acknowledged.
    var acknowledged: [(events: Int, workspace: Workspace)] = []
    var opened = try Keeper.open(folder("w.json"), disk: log.disk)
    var workspace = opened.workspace
    acknowledged.append((log.events.count, workspace))
    for operation in RandomSteps(14, lineage: "none", using: &generator).operations {
      guard let next = try? workspace.applying(operation) else { continue }
      try opened.keeper.record(operation, serial: next.serial)
      workspace = next
      acknowledged.append((log.events.count, workspace))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: try opened.keeper.save(workspace)
      case 1:
        opened.keeper.close()
        opened = try Keeper.open(folder("w.json"), disk: log.disk)
      default: break
      }
    }
    opened.keeper.close()
    let events = log.events
    for _ in 0..<20 {
      let count = Int.random(in: acknowledged[0].events...events.count, using: &generator)
      guard let outcome = PowerLoss(events[..<count]).outcomes.randomElement(using: &generator) else { continue }
      page[.cuts] += 1
      let index = acknowledged.lastIndex { $0.events <= count } ?? 0
      // The step that was being written may have reached the disk.
      let due = acknowledged[index..<min(index + 2, acknowledged.count)].map { SnapshotWriter.encode($0.workspace) }
      try judge(outcome, due, "after \(count) of \(events.count) events")
    }
  }

  private func judge(_ outcome: [String: [UInt8]], _ due: [[UInt8]], _ moment: String) throws {
    for name in wreck.names() { unlink(wreck(name)) }
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in outcome {
      files[FilePath.name(of: path)] = bytes
      wreck.write(bytes, to: FilePath.name(of: path))
    }
    do {
      let opened = try Keeper.open(wreck("w.json"))
      defer { opened.keeper.close() }
      guard !opened.keeper.isReadOnly, due.contains(SnapshotWriter.encode(opened.workspace)) else {
        throw Finding(kind: .loss, text: "\(moment): found serial \(opened.workspace.serial)", files: files)
      }
    } catch let error as Diagnostic {
      throw Finding(kind: .loss, text: "\(moment): \(error.code) \(error.message.en)", files: files)
    }
  }
}
