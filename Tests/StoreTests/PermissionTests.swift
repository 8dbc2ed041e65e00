import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct WorkspacesOfOthers {
  @Test func `permissions are respected`() {
    // The superuser may read and write everything.
    let shell = geteuid() == 0 ? ChildRun.asNobody : "exec \"$@\""
    guard access("/usr/bin/setpriv", X_OK) == 0, let child = ChildRun.run("WorkspacesAsNobody", through: shell) else {
      print("skipped: setpriv is not here to run tests as another user")
      return
    }
    #expect(child.isGood, "\(child.output)")
  }

  @Test func `a limit on the size of files refuses the step and leaves every other one`() {
    let child = ChildRun.run("WorkspacesUnderLimit", through: "trap '' XFSZ && ulimit -f 16 && exec \"$@\"")
    #expect(child?.isGood == true, "\(child?.output ?? "no child")")
  }
}

@Suite(.enabled(if: ChildRun.isRunning("WorkspacesAsNobody"))) struct WorkspacesAsNobody {
  let folder = TemporaryFolder()

  private func error(readOnly: Bool = false) -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try Keeper.open(folder("w.json"), readOnly: readOnly) }
  }

  @Test func `in a read-only folder a workspace can be read, and the error says how`() throws {
    let opened = try Keeper.open(folder("w.json"))
    try opened.keeper.record(Samples.title("A"), serial: 1)
    opened.keeper.close()
    chmod(folder.path, 0o555)
    let refused = error()
    #expect(refused?.code == "workspace.unwritable")
    #expect(refused?.wayOut?.en.contains("--readonly") == true)
    #expect(try Keeper.open(folder("w.json"), readOnly: true).workspace.serial == 1)
  }

  @Test func `a file that may not be written is not opened for writing`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    chmod(folder("w.json"), 0o400)
    #expect(error()?.code == "workspace.unwritable")
    #expect(folder.names() == ["w.json"])
    #expect(try Keeper.open(folder("w.json"), readOnly: true).workspace.serial == 0)
  }

  @Test func `a file that may not be read is an error`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    chmod(folder("w.json"), 0)
    #expect(error(readOnly: true)?.code == "file.unreadable")
    #expect(error()?.code == "workspace.unwritable")
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a missing workspace cannot be made in a read-only folder`() {
    chmod(folder.path, 0o555)
    #expect(error()?.code == "workspace.unwritable")
    #expect(folder.names() == [])
  }
}

@Suite(.enabled(if: ChildRun.isRunning("WorkspacesUnderLimit"))) struct WorkspacesUnderLimit {
  @Test func `a journal that would get too large`() throws {
    let folder = TemporaryFolder()
    let opened = try Keeper.open(folder("w.json"))
    var workspace = opened.workspace
    var refused: Diagnostic?
    while refused == nil {
      let operation = Samples.title(String(repeating: "x", count: 600))
      let next = try workspace.applying(operation)
      do {
        try opened.keeper.record(operation, serial: next.serial)
        workspace = next
      } catch let error as Diagnostic {
        refused = error
      }
    }
    #expect(refused?.code == "file.diskfull")
    let reader = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(SnapshotWriter.encode(reader.workspace) == SnapshotWriter.encode(workspace))
    opened.keeper.close()
    let writer = try Keeper.open(folder("w.json"))
    #expect(writer.notices == [])
    writer.keeper.close()
  }
}
