import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

/// What others do to the files of a workspace, before it is opened and while it is open.
@Suite struct TamperingTests {
  let folder = TemporaryFolder(inMemory: true)

  /// Carries operations out and records them.
  @discardableResult
  private func carry(_ operations: [Operation], _ workspace: Workspace, _ keeper: Keeper) throws -> Workspace {
    try operations.reduce(workspace) { workspace, operation in
      let next = try workspace.applying(operation)
      try keeper.record(operation, serial: next.serial)
      return next
    }
  }

  private func titles(_ titles: String...) -> [Operation] { titles.map(Samples.title) }

  /// The lines of the steps that a file and its journal hold.
  private func history(_ name: String = "w.json") throws -> [String] {
    try Keeper.open(folder(name), readOnly: true).workspace.log.done.map(\.record.line)
  }

  /// The code of the error that a body throws.
  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? Diagnostic)?.code ?? "\(error)" }
    return nil
  }

  // MARK: Before it is opened

  @Test(arguments: 1...6)
  func `a copy that went on elsewhere is never mixed with a journal of before`(steps: Int) throws {
    let made = try Keeper.open(folder("w.json"))
    let start = try carry(titles("start"), made.workspace, made.keeper)
    try made.keeper.save(start)
    made.keeper.close()
    let copy = try #require(folder.read("w.json"))
    // Four steps here, in the journal; some elsewhere, saved.
    let here = try Keeper.open(folder("w.json"))
    try carry(titles("A1", "A2", "A3", "A4"), here.workspace, here.keeper)
    here.keeper.close()
    let journal = try #require(folder.read("w.json.journal"))
    folder.write(copy, to: "v.json")
    let elsewhere = try Keeper.open(folder("v.json"))
    let theirs = try carry(
      (1...steps).map { Samples.title("B\($0)") }, elsewhere.workspace, elsewhere.keeper)
    try elsewhere.keeper.save(theirs)
    elsewhere.keeper.close()

    folder.write(try #require(folder.read("v.json")), to: "w.json")
    for readOnly in [true, false] {
      let opened = try Keeper.open(folder("w.json"), readOnly: readOnly)
      #expect(SnapshotWriter.encode(opened.workspace) == SnapshotWriter.encode(theirs))
      #expect(opened.notices.map(\.level) == [.warning])
      let kept = readOnly ? folder("w.json.journal") : folder("w.json.journal.1.bak")
      #expect(opened.notices.first?.text.en.hasSuffix("See 4 steps in it with: workspace journal '\(kept)'") == true)
      opened.keeper.close()
    }
    #expect(folder.read("w.json.journal") == nil)
    let (lost, isWhole) = try JournalStep.read(
      try #require(folder.read("w.json.journal.1.bak")), path: "w.json.journal.1.bak")
    #expect(lost.map(\.line) == ["A1", "A2", "A3", "A4"].map { "set title \($0)" } && isWhole)
    #expect(folder.read("w.json.journal.1.bak") == journal)
  }

  @Test func `a file that was put back to an earlier state does not get the steps of a later one`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let early = try #require(folder.read("w.json"))
    let later = try carry(titles("A"), opened.workspace, opened.keeper)
    try opened.keeper.save(later)
    try carry(titles("B"), later, opened.keeper)
    opened.keeper.close()
    folder.write(early, to: "w.json")
    let again = try Keeper.open(folder("w.json"))
    #expect(again.workspace.serial == 0 && again.notices.map(\.level) == [.warning])
    again.keeper.close()
  }

  @Test func `a bit that flipped anywhere in the file is never taken in silence`() throws {
    let opened = try Keeper.open(folder("w.json"))
    try opened.keeper.save(try carry(Samples.operations, opened.workspace, opened.keeper))
    opened.keeper.close()
    let whole = try #require(folder.read("w.json"))
    let content = SnapshotWriter.encode(SnapshotReader.read(whole).workspace)
    for index in whole.indices {
      var flipped = whole
      flipped[index] ^= 1 << UInt8(index % 8)
      folder.write(flipped, to: "w.json")
      let error = code {
        let opened = try Keeper.open(folder("w.json"), readOnly: true)
        // Where nothing is told, the file still says what it said.
        if opened.notices.isEmpty { #expect(SnapshotWriter.encode(opened.workspace) == content, "byte \(index)") }
        if SnapshotWriter.encode(opened.workspace) != content { #expect(!opened.notices.isEmpty, "byte \(index)") }
      }
      #expect([nil, "workspace.damaged", "workspace.newer"].contains(error), "byte \(index)")
      #expect(folder.read("w.json") == flipped)
    }
  }

  @Test func `a file edited by hand is taken in and said, one that was only laid out anew is not`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let saved = try carry(titles("Hengelo"), opened.workspace, opened.keeper)
    try opened.keeper.save(saved)
    try carry(titles("Enschede"), saved, opened.keeper)
    opened.keeper.close()
    let text = String(decoding: try #require(folder.read("w.json")), as: UTF8.self)

    folder.write(Array(text.replacing("\n", with: "\r\n").utf8), to: "w.json")
    #expect(try Keeper.open(folder("w.json"), readOnly: true).notices == [])

    folder.write(
      Array(text.replacing("Hengelo", with: "Almelo").utf8), to: "w.json")
    let edited = try Keeper.open(folder("w.json"))
    #expect(edited.notices.map(\.level) == [.caution])
    #expect(edited.notices.first?.text.nl.contains("met de hand veranderd, of beschadigd") == true)
    // The step of the journal stands on it, and is the last word on the title.
    #expect(edited.workspace.parts[PartName(.about, "title")]?.part.canonical() == Array("\"Enschede\"".utf8))
    try edited.keeper.save(edited.workspace)
    edited.keeper.close()
    #expect(try Keeper.open(folder("w.json"), readOnly: true).notices == [])
  }

  @Test func `members that nobody knows are named before they are left out`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    let text = String(decoding: try #require(folder.read("w.json")), as: UTF8.self)
    folder.write(Array(text.replacing("\"settings\"", with: "\"setings\"").utf8), to: "w.json")
    let notices = try Keeper.open(folder("w.json"), readOnly: true).notices
    #expect(notices.contains { $0.text.en.hasSuffix("leaves out when it saves: 'setings'.") })
  }

  @Test func `a file of before there were seals opens without a word, and its steps are kept`() throws {
    let workspace = try Samples.workspace(titles("A"))
    folder.write(SnapshotWriter.encode(workspace), to: "w.json")
    let opened = try Keeper.open(folder("w.json"))
    #expect(opened.notices == [])
    try carry(titles("B"), opened.workspace, opened.keeper)
    opened.keeper.close()
    let again = try Keeper.open(folder("w.json"))
    #expect(again.notices == [] && again.workspace.serial == 2)
    try again.keeper.save(again.workspace)
    again.keeper.close()
    #expect(try history() == ["set title A", "set title B"])
  }

  // MARK: While it is open

  @Test func `a journal that is removed is put back with every acknowledged step`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let one = try carry(titles("een"), opened.workspace, opened.keeper)
    unlink(folder("w.json.journal"))
    #expect(code { try carry(titles("twee"), one, opened.keeper) } == "workspace.lost")
    #expect(try history() == ["set title een"])
    try carry(titles("drie"), one, opened.keeper)
    // Removed at the end, it is back when the session closes.
    unlink(folder("w.json.journal"))
    opened.keeper.close()
    #expect(try history() == ["set title een", "set title drie"])
  }

  @Test func `a journal in the place of which another stands is kept beside it`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let one = try carry(titles("een"), opened.workspace, opened.keeper)
    let ours = try #require(folder.read("w.json.journal"))
    unlink(folder("w.json.journal"))
    folder.write("theirs", to: "w.json.journal")
    #expect(code { try carry(titles("twee"), one, opened.keeper) } == "workspace.replaced")
    #expect(folder.read("w.json.journal") == Array("theirs".utf8))
    #expect(folder.read("w.json.journal.1.bak") == ours)
    opened.keeper.close()
  }

  @Test func `a lock that is removed lets nobody else in, and is taken again`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let one = try carry(titles("A1"), opened.workspace, opened.keeper)
    unlink(folder("w.json.lock"))
    #expect(code { _ = try Keeper.open(folder("w.json")) } == "workspace.locked")
    let two = try carry(titles("A2"), one, opened.keeper)
    #expect(folder.read("w.json.lock") != nil)
    unlink(folder("w.json.lock"))
    try opened.keeper.save(two)
    opened.keeper.close()
    #expect(try history() == ["set title A1", "set title A2"])
  }

  @Test func `whoever lost the lock to another writes nothing any more`() throws {
    let first = try Keeper.open(folder("w.json"))
    let one = try carry(titles("A1"), first.workspace, first.keeper)
    let before = try #require(folder.read("w.json.journal"))
    unlink(folder("w.json.lock"))
    let other = open(folder("w.json.lock"), O_RDWR | O_CREAT, 0o600)
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    #expect(code { try carry(titles("A2"), one, first.keeper) } == "workspace.lost")
    #expect(code { try first.keeper.save(one) } == "workspace.lost")
    let kept = try first.keeper.saveAs(folder("v.json"), one)
    kept.keeper.close()
    first.keeper.close()
    close(other)
    #expect(folder.read("w.json.journal") == before)
    #expect(try history("v.json") == ["set title A1"])
  }

  @Test func `a file that was replaced is not written over, one that only got another time is`() throws {
    let opened = try Keeper.open(folder("w.json"))
    let one = try carry(titles("A"), opened.workspace, opened.keeper)
    let bytes = try #require(folder.read("w.json"))
    // The same bytes in a file of another number.
    unlink(folder("w.json"))
    folder.write(bytes, to: "w.json")
    let two = try carry(titles("B"), one, opened.keeper)
    let other = SnapshotWriter.encode(try Samples.workspace(titles("C")))
    folder.write(other, to: "w.json")
    #expect(code { try carry(titles("D"), two, opened.keeper) } == "workspace.replaced")
    #expect(code { try opened.keeper.save(two) } == "workspace.replaced")
    #expect(folder.read("w.json") == other)
    // Gone altogether, it can be put back.
    unlink(folder("w.json"))
    #expect(code { try carry(titles("D"), two, opened.keeper) } == "workspace.lost")
    try opened.keeper.save(two)
    opened.keeper.close()
    #expect(try history() == ["set title A", "set title B"])
  }

  @Test func `a folder that is gone refuses the step`() throws {
    mkdir(folder("sub"), 0o700)
    let opened = try Keeper.open(folder("sub/w.json"))
    rename(folder("sub"), folder("moved"))
    #expect(code { try carry(titles("A"), opened.workspace, opened.keeper) } == "workspace.lost")
    opened.keeper.close()
  }

  // MARK: Links and pipes

  @Test func `nothing is written through what stands in the place of lock or journal`() throws {
    try Keeper.open(folder("w.json")).keeper.close()
    folder.write("precious", to: "precious")
    for name in ["w.json.lock", "w.json.journal"] {
      for make in [
        { symlink(self.folder("precious"), self.folder(name)) }, { link(self.folder("precious"), self.folder(name)) },
        { mkfifo(self.folder(name), 0o600) }, { symlink(self.folder("nowhere"), self.folder(name)) },
      ] {
        #expect(make() == 0)
        #expect(code { try Keeper.open(folder("w.json")).keeper.close() } == "workspace.unsafe", "\(name)")
        #expect(folder.read("precious") == Array("precious".utf8))
        #expect(folder.read("nowhere") == nil)
        unlink(folder(name))
      }
    }
    // A link that comes while the workspace is open.
    let opened = try Keeper.open(folder("w.json"))
    symlink(folder("precious"), folder("w.json.journal"))
    #expect(code { try carry(titles("A"), opened.workspace, opened.keeper) } == "workspace.unsafe")
    #expect(folder.read("precious") == Array("precious".utf8))
    opened.keeper.close()
  }

  @Test func `two names of one file are one workspace`() throws {
    let opened = try Keeper.open(folder("w.json"))
    link(folder("w.json"), folder("v.json"))
    #expect(code { _ = try Keeper.open(folder("v.json")) } == "workspace.locked")
    opened.keeper.close()
    let again = try Keeper.open(folder("v.json"))
    #expect(code { _ = try Keeper.open(folder("w.json")) } == "workspace.locked")
    again.keeper.close()
  }
}
