import Files
import Glibc
import Session
import Store
import Synchronization
import TestSupport
import Testing
import WorkbenchKit

/// A disk of which one call fails, or all from one on.
private final class FaultyDisk: Sendable {
  private let count = Mutex(0)
  private let first: Int
  private let stays: Bool
  private let fault: DiskWatch.Fault

  init(at first: Int, stays: Bool, _ fault: DiskWatch.Fault) {
    self.first = first
    self.stays = stays
    self.fault = fault
  }

  var calls: Int { count.withLock { $0 } }

  var disk: Disk {
    Disk(
      watch: DiskWatch(fault: { event in
        let number = self.count.withLock {
          $0 += 1
          return $0
        }
        guard self.stays ? number >= self.first : number == self.first else { return nil }
        if case .short = self.fault, case .wrote = event { return self.fault }
        if case .short(_, let error) = self.fault { return .refused(error) }
        return self.fault
      }))
  }
}

@Suite struct FaultTests {
  let folder = TemporaryFolder(inMemory: true)

  /// What a session was told: how far its steps were acknowledged, and whether one is not certain.
  private struct Told {
    var acknowledged = 0
    var isUncertain = false
  }

  /// A session that records, saves, undoes, saves again and goes on, whatever fails.
  private func session(on disk: Disk) throws -> Told {
    var told = Told()
    let opened = try Keeper.open(folder("w.json"), disk: disk)
    defer { opened.keeper.close() }
    var workspace = opened.workspace
    for (index, operation) in (Samples.operations + ["Vier", "Vijf", "Zes"].map(Samples.title)).enumerated() {
      guard let next = try? workspace.applying(operation) else { continue }
      do {
        try opened.keeper.record(operation, serial: next.serial)
        workspace = next
        told = Told(acknowledged: next.serial)
      } catch let error as Diagnostic {
        #expect(
          ["file.diskfull", "workspace.unwritable", "workspace.lost", "workspace.uncertain"].contains(error.code))
        if error.code == "workspace.uncertain" { told.isUncertain = true }
      }
      if index % 4 == 3 {
        do {
          try opened.keeper.save(workspace)
          told.isUncertain = false
        } catch let error as Diagnostic {
          // What is in the file is not in doubt any more.
          if error.code == "workspace.uncertain" { told.isUncertain = false }
        }
      }
    }
    return told
  }

  @Test(arguments: [ENOSPC, EIO], [true, false])
  func `whichever call fails, what was acknowledged is there and what was refused is not`(
    number: Int32, stays: Bool
  ) throws {
    let faults: [DiskWatch.Fault] = [.refused(SystemError(number)), .short(7, SystemError(number))]
    for fault in faults {
      var first = 1
      while true {
        for name in folder.names() { unlink(folder(name)) }
        let faulty = FaultyDisk(at: first, stays: stays, fault)
        var told = Told()
        do { told = try session(on: faulty.disk) } catch let error as Diagnostic {
          // It was not opened.
          #expect(["file.diskfull", "file.unwritable", "workspace.unwritable"].contains(error.code), "call \(first)")
        }
        let reopened = try Keeper.open(folder("w.json"))
        #expect(!reopened.keeper.isReadOnly, "call \(first): \(reopened.notices)")
        let due = told.acknowledged...(told.acknowledged + (told.isUncertain ? 1 : 0))
        #expect(due ~= reopened.workspace.serial, "call \(first) of \(faulty.calls), \(fault)")
        let next = try reopened.workspace.applying(Samples.title("next"))
        try reopened.keeper.record(Samples.title("next"), serial: next.serial)
        reopened.keeper.close()
        if faulty.calls < first { break }
        first += 1
      }
      #expect(first > 40)
    }
  }
}
