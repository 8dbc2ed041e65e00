import Files
import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct PowerLossTests {
  let folder = TemporaryFolder(inMemory: true)
  let log = DiskLog()

  /// What happened on the disk since the last time it was asked, without the bytes and the folder.
  private func told(_ events: some Sequence<DiskEvent>) -> [String] {
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    return events.map { event in
      switch event {
      case .opened(let path): "open \(name(path))"
      case .made(let path): "make \(name(path))"
      case .wrote(let path, _): "write \(name(path))"
      case .cut(let path, _): "cut \(name(path))"
      case .synced(let path): "sync \(name(path))"
      case .renamed(let path, let other): "rename \(name(path)) to \(name(other))"
      case .removed(let path): "remove \(name(path))"
      case .syncedFolder: "sync folder"
      }
    }
  }

  @Test func `a step is one write and one sync, a save three`() throws {
    let opened = try Keeper.open(folder("w.json"), disk: log.disk)
    var workspace = opened.workspace
    var seen = 0
    func since() -> [String] {
      defer { seen = log.events.count }
      return told(log.events[seen...])
    }
    func step(_ title: String) throws {
      workspace = try workspace.applying(Samples.title(title))
      try opened.keeper.record(Samples.title(title), serial: workspace.serial)
    }
    let snapshot = [
      "make .w.json.tmp", "write .w.json.tmp", "sync .w.json.tmp", "rename .w.json.tmp to w.json", "sync folder",
    ]
    #expect(since() == snapshot)
    // The first makes the journal.
    try step("A")
    let made = "w.json.journal"
    #expect(
      since() == [
        "make .\(made).tmp", "write .\(made).tmp", "sync .\(made).tmp", "rename .\(made).tmp to \(made)", "sync folder",
        "cut \(made)",
      ])
    for title in ["B", "C"] {
      try step(title)
      #expect(since() == ["write \(made)", "sync \(made)"])
    }
    try opened.keeper.save(workspace)
    #expect(since() == snapshot + ["remove \(made)", "sync folder"])
    opened.keeper.close()
  }

  @Test func `whenever the power fails, every acknowledged step is there and the next one can be made`() throws {
    // How many events there had been when a serial was acknowledged.
    var acknowledged: [(events: Int, serial: Int)] = []
    var opened = try Keeper.open(folder("w.json"), disk: log.disk)
    var workspace = opened.workspace
    acknowledged.append((log.events.count, 0))
    func carry(_ operation: Operation) throws {
      workspace = try workspace.applying(operation)
      try opened.keeper.record(operation, serial: workspace.serial)
      acknowledged.append((log.events.count, workspace.serial))
    }
    try Samples.operations.forEach(carry)
    try opened.keeper.save(workspace)
    try ["Vier", "Vijf"].map(Samples.title).forEach(carry)
    opened.keeper.close()
    // Gone on with by the next session, and saved twice.
    opened = try Keeper.open(folder("w.json"), disk: log.disk)
    try carry(.undo(1))
    try opened.keeper.save(workspace)
    try carry(Samples.title("Zes"))
    try opened.keeper.save(workspace)
    opened.keeper.close()

    let events = log.events
    let wreck = TemporaryFolder(inMemory: true)
    var tried = 0
    for count in acknowledged[0].events...events.count {
      let due = acknowledged.last { $0.events <= count }?.serial ?? 0
      for outcome in PowerLoss(events[..<count]).outcomes {
        tried += 1
        try check(outcome, in: wreck, due...(due + 1), "after \(count) of \(events.count) events")
      }
    }
    #expect(tried > 200)
  }

  private func check(
    _ outcome: [String: [UInt8]], in wreck: TemporaryFolder, _ due: ClosedRange<Int>, _ moment: String
  ) throws {
    for name in wreck.names() { unlink(wreck(name)) }
    for (path, bytes) in outcome { wreck.write(bytes, to: String(path.split(separator: "/").last ?? "")) }
    let opened = try Keeper.open(wreck("w.json"))
    #expect(!opened.keeper.isReadOnly, "\(moment): \(opened.notices)")
    #expect(due ~= opened.workspace.serial, "\(moment)")
    let next = try opened.workspace.applying(Samples.title("next"))
    try opened.keeper.record(Samples.title("next"), serial: next.serial)
    opened.keeper.close()
    let again = try Keeper.open(wreck("w.json"), readOnly: true)
    #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(next), "\(moment)")
  }
}
