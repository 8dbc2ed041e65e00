import Glibc
import Session
import Store
import Synchronization
import TestSupport
import Testing
import WorkbenchKit

/// What several tasks tell each other.
private final class Progress: Sendable {
  let isDone = Atomic(false)
  let recorded = Atomic(0)
}

@Suite struct ConcurrencyTests {
  let folder = TemporaryFolder()

  @Test func `who reads while somebody records and saves always gets a whole state, and never goes back`() async throws
  {
    let path = folder("w.json")
    let progress = Progress()
    try Keeper.open(path).keeper.close()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { progress.isDone.store(true, ordering: .releasing) }
        let opened = try Keeper.open(path)
        var workspace = opened.workspace
        for number in 1...300 {
          let operation = Samples.title("\(number)")
          workspace = try workspace.applying(operation)
          try opened.keeper.record(operation, serial: workspace.serial)
          progress.recorded.store(number, ordering: .releasing)
          if number % 7 == 0 { try opened.keeper.save(workspace) }
        }
        opened.keeper.close()
      }
      group.addTask {
        while !progress.isDone.load(ordering: .acquiring) {
          let before = progress.recorded.load(ordering: .acquiring)
          let opened = try Keeper.open(path, readOnly: true)
          #expect(opened.notices == [])
          #expect(opened.workspace.serial >= before)
          let title = try opened.workspace.parts[PartName(.about, "title")]?.part.json().string
          #expect(title == (opened.workspace.serial == 0 ? nil : "\(opened.workspace.serial)"))
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `of many that open at once one at a time writes, and no step is lost`() async throws {
    let path = folder("w.json")
    let progress = Progress()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            do {
              let opened = try Keeper.open(path)
              #expect(opened.notices == [])
              let next = try opened.workspace.applying(Samples.title("x"))
              try opened.keeper.record(Samples.title("x"), serial: next.serial)
              progress.recorded.add(1, ordering: .relaxed)
              opened.keeper.close()
            } catch let error as Diagnostic {
              #expect(error.code == "workspace.locked")
            } catch {
              Issue.record(error)
            }
          }
        }
      }
    }
    #expect(progress.recorded.load(ordering: .relaxed) > 0)
    #expect(try Keeper.open(path, readOnly: true).workspace.serial == progress.recorded.load(ordering: .relaxed))
    #expect(folder.names() == ["w.json", "w.json.journal"])
  }
}
