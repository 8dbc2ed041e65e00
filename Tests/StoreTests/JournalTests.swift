import Glibc
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

@Suite struct JournalTests {
  // Thousands of times a workspace is opened and written.
  let folder = TemporaryFolder(inMemory: true)

  /// Writes a workspace with all sample operations in its journal, and returns the journal.
  private func prepare() throws -> [UInt8] {
    let opened = try Keeper.open(folder("w.json"))
    var workspace = opened.workspace
    for operation in Samples.operations {
      workspace = try workspace.applying(operation)
      try opened.keeper.record(operation, serial: workspace.serial)
    }
    opened.keeper.close()
    return try #require(folder.read("w.json.journal"))
  }

  @Test func `an operation that is no UTF-8 is refused, for what it holds goes into the snapshot as it is`() {
    let text =
      "{\"step\":{\"changes\":{\"tables/t\":{\"columns\":[{\"name\":\"p?\",\"type\":\"text\",\"values\":[]}]}},\"line\":\"x\",\"time\":\"\"}}"
    #expect((try? OperationForm.decode(Array(text.utf8))) != nil)
    let broken = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    #expect {
      try OperationForm.decode(broken)
    } throws: {
      ($0 as? Diagnostic)?.code == "json.encoding"
    }
  }

  @Test func `an operation is written on one line and read back`() throws {
    let bytes = OperationForm.encode(Samples.operations[1])
    #expect(!bytes.contains(0x0A))
    #expect(OperationForm.encode(try OperationForm.decode(bytes)) == bytes)
    #expect(String(decoding: OperationForm.encode(.undo(2)), as: UTF8.self) == "{\"undo\":2}")
    #expect(String(decoding: OperationForm.encode(.compact), as: UTF8.self) == "{\"compact\":true}")
    #expect(
      String(decoding: OperationForm.encode(Samples.title("A")), as: UTF8.self)
        == "{\"step\":{\"changes\":{\"about/title\":\"A\"},\"line\":\"set title A\",\"time\":\"2026-01-02T03:04:05Z\"}}"
    )
  }

  @Test func `cut off at any byte, every complete record is there and the rest is said to be gone`() throws {
    let journal = try prepare()
    let ends = journal.indices.filter { journal[$0] == 0x0A }
    for length in 0...journal.count {
      let cut = Array(journal[..<length])
      folder.write(cut, to: "w.json.journal")
      let complete = max(0, ends.prefix { $0 < length }.count - 1)
      // Without its first line nothing in it can be read.
      let level: [Notice.Level] = length <= ends[0] ? [.warning] : ends.contains(length - 1) ? [] : [.caution]
      let reader = try Keeper.open(folder("w.json"), readOnly: true)
      #expect(reader.workspace.serial == complete, "at byte \(length)")
      #expect(reader.notices.map(\.level) == level, "at byte \(length)")
      let writer = try Keeper.open(folder("w.json"))
      #expect(writer.workspace.serial == complete)
      #expect(writer.notices.map(\.level) == level, "at byte \(length)")
      // What was left out is kept.
      #expect(folder.read("w.json.journal.1.bak") == (level == [] ? nil : cut), "at byte \(length)")
      unlink(folder("w.json.journal.1.bak"))
      // What is recorded next stands in the place of what was torn.
      let next = try writer.workspace.applying(Samples.title("next"))
      try writer.keeper.record(Samples.title("next"), serial: next.serial)
      writer.keeper.close()
      let again = try Keeper.open(folder("w.json"), readOnly: true)
      #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(next))
    }
  }

  @Test func `a changed byte in the middle is said, the steps before it are read, and nothing is written`() throws {
    let journal = try prepare()
    let ends = journal.indices.filter { journal[$0] == 0x0A }
    for line in 1..<(ends.count - 1) {
      var damaged = journal
      damaged[ends[line] - 3] ^= 1
      folder.write(damaged, to: "w.json.journal")
      let opened = try Keeper.open(folder("w.json"))
      #expect(opened.keeper.isReadOnly)
      #expect(opened.workspace.serial == line - 1)
      #expect(
        opened.notices.first?.text.en.hasPrefix("Line \(line + 1) of '\(folder("w.json.journal"))' is damaged") == true)
      #expect(folder.read("w.json.journal") == damaged)
      #expect(folder.names() == ["w.json", "w.json.journal"])
    }
  }

  @Test func `a damaged first line and a missing line are damage too`() throws {
    let journal = try prepare()
    var lines = journal.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let second = lines.remove(at: 2)
    folder.write(Array(lines.joined(separator: [0x0A])), to: "w.json.journal")
    let gap = try Keeper.open(folder("w.json"))
    #expect(gap.keeper.isReadOnly && gap.workspace.serial == 1)
    lines.insert(second, at: 2)
    lines[0][0] ^= 1
    folder.write(Array(lines.joined(separator: [0x0A])), to: "w.json.journal")
    let headless = try Keeper.open(folder("w.json"))
    #expect(headless.keeper.isReadOnly && headless.workspace.serial == 0)
    #expect(headless.notices.first?.text.nl.hasPrefix("Regel 1 van ") == true)
  }

  @Test func `a last record that was written to its end and is wrong is damage`() throws {
    let journal = try prepare()
    var damaged = journal
    damaged[journal.count - 3] ^= 1
    folder.write(damaged, to: "w.json.journal")
    let opened = try Keeper.open(folder("w.json"))
    #expect(opened.keeper.isReadOnly)
    #expect(opened.workspace.serial == Samples.operations.count - 1)
    #expect(opened.notices.map(\.level) == [.warning])
    #expect(folder.read("w.json.journal") == damaged)
  }

  @Test func `a journal of nothing but zeros is set aside and not removed`() throws {
    let zeros = [UInt8](repeating: 0, count: try prepare().count)
    folder.write(zeros, to: "w.json.journal")
    let opened = try Keeper.open(folder("w.json"))
    #expect(!opened.keeper.isReadOnly && opened.workspace.serial == 0)
    #expect(opened.notices.map(\.level) == [.warning])
    #expect(opened.notices.first?.text.en.hasPrefix("Nothing can be read in ") == true)
    #expect(folder.read("w.json.journal.1.bak") == zeros)
    opened.keeper.close()
  }

  @Test func `a bit that flipped anywhere in a journal is never taken in silence, and nothing of it is lost`() throws {
    let journal = try prepare()
    let whole = SnapshotWriter.encode(try Keeper.open(folder("w.json"), readOnly: true).workspace)
    for index in journal.indices {
      var flipped = journal
      flipped[index] ^= 1 << UInt8(index % 8)
      folder.write(flipped, to: "w.json.journal")
      let opened = try Keeper.open(folder("w.json"))
      #expect(opened.notices.contains { $0.level != .info }, "byte \(index)")
      #expect(SnapshotWriter.encode(opened.workspace) != whole, "byte \(index)")
      opened.keeper.close()
      let kept = ["w.json.journal", "w.json.journal.1.bak"].compactMap { folder.read($0) }
      #expect(kept.contains(flipped), "byte \(index)")
      unlink(folder("w.json.journal.1.bak"))
    }
  }

  @Test func `a last record of which the end is zeros was never acknowledged`() throws {
    var journal = try prepare()
    for index in (journal.count - 9)..<journal.count { journal[index] = 0 }
    folder.write(journal, to: "w.json.journal")
    let opened = try Keeper.open(folder("w.json"))
    #expect(opened.workspace.serial == 8)
    #expect(opened.notices.map(\.level) == [.caution])
    opened.keeper.close()
  }

  @Test func `a full disk refuses the step and leaves every other one`() throws {
    guard let disk = SmallDisk() else {
      print("skipped: a small disk cannot be mounted here")
      return
    }
    let opened = try Keeper.open(disk("w.json"))
    var workspace = opened.workspace
    var refused: Diagnostic?
    while refused == nil, workspace.serial < 500 {
      let operation = Samples.title(String(repeating: "x", count: 1_000))
      let next = try workspace.applying(operation)
      do {
        try opened.keeper.record(operation, serial: next.serial)
        workspace = next
      } catch let error as Diagnostic {
        refused = error
      }
    }
    #expect(refused?.code == "file.diskfull")
    #expect(refused?.message.en.hasSuffix("; the command has not been carried out") == true)
    #expect(workspace.serial > 10)
    #expect(throws: Diagnostic.self) { try opened.keeper.save(workspace) }
    let reader = try Keeper.open(disk("w.json"), readOnly: true)
    #expect(SnapshotWriter.encode(reader.workspace) == SnapshotWriter.encode(workspace))
    // A smaller step still fits.
    let small = try workspace.applying(.undo(1))
    try opened.keeper.record(.undo(1), serial: small.serial)
    opened.keeper.close()
    let again = try Keeper.open(disk("w.json"), readOnly: true)
    #expect(SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(small))
    #expect(disk.names().filter { $0.hasSuffix(".tmp") } == [])
  }
}
