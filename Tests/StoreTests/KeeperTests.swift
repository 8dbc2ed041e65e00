import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct KeeperTests {
  let folder = TemporaryFolder()

  /// Carries operations out as a session does: recorded first.
  private func carry(_ operations: [Operation], on opened: Keeper.Opened) throws -> Workspace {
    try operations.reduce(opened.workspace) { workspace, operation in
      let next = try workspace.applying(operation)
      try opened.keeper.record(operation, serial: next.serial)
      return next
    }
  }

  private func error(_ name: String = "w.json", readOnly: Bool = false) -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try Keeper.open(folder(name), readOnly: readOnly) }
  }

  @Test func `a missing file is made at once, for the owner only, and can be read beside the writer`() throws {
    let opened = try Keeper.open(folder("w.json"))
    #expect(folder.mode("w.json") == 0o600)
    #expect(folder.names() == ["w.json", "w.json.lock"])
    let reader = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(reader.workspace.lineage == opened.workspace.lineage)
    #expect(reader.workspace.lineage.utf8.count == 32)
    opened.keeper.close()
    #expect(folder.names() == ["w.json"])
  }

  @Test func `recorded steps are there again without save, and the file is as it was saved`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let before = folder.read("w.json")
    let after = try carry(Samples.operations, on: opened)
    #expect(folder.read("w.json") == before)
    #expect(folder.mode("w.json.journal") == 0o600)
    #expect(opened.keeper.unsavedCount == 9)
    opened.keeper.close()
    let again = try Keeper.open(folder("w.json"))
    #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(after))
    #expect(again.saved.serial == 0)
    #expect(again.notices == [])
    again.keeper.close()
  }

  @Test func `save puts everything in the file and takes the journal away`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let after = try carry(Samples.operations, on: opened)
    try opened.keeper.save(after)
    #expect(opened.keeper.unsavedCount == 0)
    #expect(Samples.content(folder.read("w.json")) == SnapshotWriter.encode(after))
    #expect(folder.names() == ["w.json", "w.json.lock"])
    let next = try after.applying(Samples.title("Vier"))
    try opened.keeper.record(Samples.title("Vier"), serial: next.serial)
    opened.keeper.close()
    let reader = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(SnapshotWriter.encode(reader.workspace) == SnapshotWriter.encode(next))
    #expect(folder.names() == ["w.json", "w.json.journal"])
  }

  @Test func `two titles, save, and after a restart undo 2 gives what was before, byte for byte`() throws {
    let first = try Keeper.open(folder("w.json"))
    let before = first.workspace
    try first.keeper.save(try carry([Samples.title("A"), Samples.title("B")], on: first))
    first.keeper.close()
    let second = try Keeper.open(folder("w.json"))
    let undone = try carry([.undo(2)], on: second)
    try second.keeper.save(undone)
    second.keeper.close()
    #expect(undone.parts.isEmpty && before.parts.isEmpty)
    let text = try #require(folder.text("w.json"))
    #expect(!text.contains("\"title\""))
    #expect(text.contains("\"serial\": 3"))
  }

  @Test func `a second writer is told who holds it, a reader is let in`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let locked = error()
    #expect(locked?.code == "workspace.locked")
    #expect(locked?.message.en.contains("process \(getpid()) on ") == true)
    #expect(locked?.message.en.contains(", since 20") == true)
    #expect(try Keeper.open(folder("w.json"), readOnly: true).notices == [])
    opened.keeper.close()
    try Keeper.open(folder("w.json")).keeper.close()
  }

  @Test func `the lock of a process that died is taken over with a notice`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    let here = try hostName()
    folder.write(
      "{\"host\":\"\(here)\",\"pid\":99999999,\"program\":\"leerkring\",\"start\":\"2026-01-02T03:04:05Z\"}\n",
      to: "w.json.lock")
    let opened = try Keeper.open(folder("w.json"))
    #expect(
      opened.notices.map(\.text.en).first?.contains("left by process 99999999 on \(here), since 2026-01-02T03:04:05Z")
        == true)
    opened.keeper.close()
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a lock that names another host is respected`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    folder.write(
      "{\"host\":\"elsewhere\",\"pid\":7,\"program\":\"leerkring\",\"start\":\"2026-01-02T03:04:05Z\"}\n",
      to: "w.json.lock")
    let locked = error()
    #expect(locked?.code == "workspace.locked")
    #expect(locked?.message.nl.contains("proces 7 op elsewhere, sinds 2026-01-02T03:04:05Z") == true)
    #expect(locked?.wayOut?.en == "open with --readonly; if that process is gone, remove '\(folder("w.json.lock"))'")
    #expect(folder.names() == ["w.json", "w.json.lock"])
  }

  @Test func `nothing is recorded or saved where it is open for reading only`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    let reader = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(reader.keeper.isReadOnly)
    let recording = #expect(throws: Diagnostic.self) { try reader.keeper.record(Samples.title("A"), serial: 1) }
    #expect(recording?.code == "workspace.readonly")
    let saving = #expect(throws: Diagnostic.self) { try reader.keeper.save(reader.workspace) }
    #expect(saving?.code == "workspace.readonly")
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a missing file cannot be opened for reading`() {
    folder.write("", to: "w.jso")
    #expect(error(readOnly: true)?.code == "workspace.missing")
    #expect(error(readOnly: true)?.suggestion == folder("w.jso"))
    #expect(error("no/w.json", readOnly: true)?.message.en.hasSuffix("there is no folder '\(folder("no"))'") == true)
  }

  @Test func `an empty file, other JSON and no JSON at all are refused and left alone`() throws {
    for text in ["", " \n", "{\"a\":1}", "[1,2]", "a;b\n1;2\n", "\0\0\0"] {
      folder.write(text, to: "w.json")
      #expect(error()?.code == "workspace.damaged", "\(text)")
      #expect(folder.text("w.json") == text)
      #expect(folder.names() == ["w.json"])
    }
  }

  @Test func `a newer format is refused untouched`() {
    let text = "{\"format\":\"leerkring-workspace\",\"version\":3,\"strange\":[]}"
    folder.write(text, to: "w.json")
    #expect(error()?.code == "workspace.newer")
    #expect(error(readOnly: true)?.code == "workspace.newer")
    #expect(folder.text("w.json") == text)
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a damaged file is opened for reading as far as it goes, and not overwritten`() throws {
    let bytes = SnapshotWriter.encode(try Samples.workspace())
    let damaged = Array(bytes[..<(bytes.count - 100)])
    folder.write(damaged, to: "w.json")
    let opened = try Keeper.open(folder("w.json"))
    #expect(opened.keeper.isReadOnly)
    #expect(opened.workspace.parts[PartName(.documents, "woonzorgwijzer/need")] != nil)
    #expect(opened.notices.map(\.level) == [.warning])
    #expect(
      opened.notices.first?.text.en.contains("is damaged: not valid JSON: ") == true)
    #expect(throws: Diagnostic.self) { try opened.keeper.save(opened.workspace) }
    #expect(folder.read("w.json") == damaged)
    #expect(folder.names() == ["w.json"])
    let copy = try opened.keeper.saveAs(folder("copy.json"), opened.workspace)
    #expect(!copy.keeper.isReadOnly)
    copy.keeper.close()
  }

  @Test func `a symbolic link is followed and stays, with lock and journal beside the file itself`() throws {
    mkdir(folder("real"), 0o700)
    symlink("real/w.json", folder("link.json"))
    let opened = try Keeper.open(folder("link.json"))
    let after = try carry(Samples.operations, on: opened)
    #expect(folder.names() == ["link.json", "real"])
    let other = #expect(throws: Diagnostic.self) { try Keeper.open(folder("real/w.json")) }
    #expect(other?.code == "workspace.locked")
    try opened.keeper.save(after)
    opened.keeper.close()
    var status = stat()
    lstat(folder("link.json"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(Samples.content(folder.read("real/w.json")) == SnapshotWriter.encode(after))
  }

  @Test func `save-as makes a copy that goes on by itself`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let after = try carry([Samples.title("A")], on: opened)
    let copy = try opened.keeper.saveAs(folder("copy.json"), after)
    opened.keeper.close()
    let next = try after.applying(Samples.title("B"))
    try copy.keeper.record(Samples.title("B"), serial: next.serial)
    copy.keeper.close()
    #expect(folder.names() == ["copy.json", "copy.json.journal", "w.json", "w.json.journal"])
    #expect(try Keeper.open(folder("w.json"), readOnly: true).workspace.serial == 1)
    #expect(try Keeper.open(folder("copy.json"), readOnly: true).workspace.serial == 2)
  }

  @Test func `save-as does not overwrite a file unless it is told to`() throws {
    let opened = try Keeper.open(folder("w.json"))
    folder.write("precious", to: "other.json")
    let refused = #expect(throws: Diagnostic.self) {
      try opened.keeper.saveAs(folder("other.json"), opened.workspace)
    }
    #expect(refused?.code == "workspace.exists")
    #expect(folder.text("other.json") == "precious")
    let copy = try opened.keeper.saveAs(folder("other.json"), opened.workspace, replacing: true)
    #expect(Samples.content(folder.read("other.json")) == SnapshotWriter.encode(opened.workspace))
    copy.keeper.close()
    let itself = try opened.keeper.saveAs(folder("./w.json"), opened.workspace)
    #expect(itself.keeper === opened.keeper)
    opened.keeper.close()
  }

  @Test func `a journal that is left over from a removed workspace is set aside`() throws {
    let first = try Keeper.open(folder("w.json"))
    _ = try carry([Samples.title("A")], on: first)
    first.keeper.close()
    let left = folder.read("w.json.journal")
    unlink(folder("w.json"))
    let second = try Keeper.open(folder("w.json"))
    #expect(second.workspace.serial == 0)
    #expect(second.notices.map(\.level) == [.warning])
    #expect(folder.read("w.json.journal.1.bak") == left)
    second.keeper.close()
  }

  @Test func `a journal of another workspace is never applied`() throws {
    for name in ["w.json", "v.json"] {
      let opened = try Keeper.open(folder(name))
      _ = try carry([Samples.title(name)], on: opened)
      opened.keeper.close()
    }
    rename(folder("v.json.journal"), folder("w.json.journal"))
    let reader = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(reader.workspace.serial == 0)
    #expect(reader.notices.first?.text.en.contains("does not belong to this state of the workspace") == true)
    let writer = try Keeper.open(folder("w.json"))
    #expect(writer.workspace.serial == 0)
    #expect(writer.notices.first?.text.en.contains("it is now in '\(folder("w.json.journal.1.bak"))'") == true)
    writer.keeper.close()
  }

  @Test func `a crash between snapshot and the end of the journal loses nothing and repeats nothing`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let after = try carry(Samples.operations, on: opened)
    let journal = try #require(folder.read("w.json.journal"))
    try opened.keeper.save(after)
    opened.keeper.close()
    folder.write(journal, to: "w.json.journal")
    let again = try Keeper.open(folder("w.json"))
    #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(after))
    #expect(again.notices == [])
    again.keeper.close()
    #expect(folder.names() == ["w.json"])
  }

  @Test func `what a crash left of a save that was not finished goes with the next save`() throws {
    let opened = try Keeper.open(folder("w.json"))
    folder.write("half", to: ".w.json.tmp")
    try opened.keeper.save(opened.workspace)
    opened.keeper.close()
    #expect(folder.names() == ["w.json"])
  }

  @Test func `a file can be anything but a workspace`() {
    mkdir(folder("folder"), 0o700)
    mkfifo(folder("pipe"), 0o600)
    symlink("b", folder("a"))
    symlink("a", folder("b"))
    #expect(error("folder")?.code == "file.directory")
    #expect(error("pipe")?.code == "file.special")
    #expect(error("a")?.code == "file.unreadable")
    #expect(error("w\0.json")?.code == "file.missing")
    #expect(error("no/w.json")?.code == "workspace.unwritable")
    #expect(error("no/w.json")?.wayOut?.en == "make the folder first, or choose another place")
    #expect(folder.names() == ["a", "b", "folder", "pipe"])
  }

  private func hostName() throws -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
