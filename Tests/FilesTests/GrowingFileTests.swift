import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// A file whose bytes come some at a time is there when all of them are, and not before.
@Suite struct GrowingFileTests {
  private let folder = TemporaryFolder()
  private var files: DiskFiles { DiskFiles(folder: folder.path) }

  private func begin(_ path: String) throws -> any GrowingFile {
    try #require(try files.begin(path, at: nil))
  }

  @Test func `until it is finished the old bytes are there`() throws {
    chmod(folder.write("old", to: "a"), 0o640)
    let file = try begin("a")
    try file.append(Array("new ".utf8))
    try file.append([])
    try file.append(Array("bytes".utf8))
    #expect(folder.text("a") == "old" && folder.names().count == 2)
    try file.finish()
    #expect(folder.text("a") == "new bytes" && folder.mode("a") == 0o640 && folder.names() == ["a"])
  }

  @Test func `one that is let go leaves nothing behind`() throws {
    folder.write("old", to: "a")
    for path in ["a", "b"] {
      var file: (any GrowingFile)? = try begin(path)
      try file?.append([1, 2, 3])
      file = nil
    }
    #expect(folder.names() == ["a"] && folder.text("a") == "old")
  }

  @Test func `an empty one is there too, and a link is followed`() throws {
    symlink("target", folder("link"))
    try begin("link").finish()
    #expect(folder.read("target") == [] && folder.names() == ["link", "target"])
  }

  @Test func `what is no file, or cannot be one, says so at once`() throws {
    mkfifo(folder("pipe"), 0o600)
    #expect(try files.begin("pipe", at: nil) == nil && files.begin("/dev/null", at: nil) == nil)
    #expect(try files.begin("/dev/stdout", at: nil) == nil)
    mkdir(folder("folder"), 0o700)
    let place = Place(source: "test", line: 1, column: 7)
    for path in ["folder", "none/a", "a\0b", ""] {
      let error = #expect(throws: Diagnostic.self, "\(path)") { try files.begin(path, at: place) }
      let whole = #expect(throws: Diagnostic.self, "\(path)") { try files.write([1], to: path, at: place) }
      #expect(error?.code == whole?.code && error?.message == whole?.message && error?.place == place, "\(path)")
    }
    #expect(folder.names() == ["folder", "pipe"])
  }

  @Test func `a disk that is full leaves what was there`() throws {
    guard let disk = SmallDisk() else {
      print("GrowingFileTests: skipped, a small disk needs the rights of the superuser")
      return
    }
    let small = DiskFiles(folder: disk(""))
    try small.write([7], to: "a", at: nil)
    var file = try small.begin("a", at: nil)
    let error = #expect(throws: Diagnostic.self) {
      for _ in 0..<100 { try file?.append([UInt8](repeating: 1, count: 4_096)) }
    }
    #expect(error?.code == "file.diskfull")
    file = nil
    #expect(disk.names() == ["a"])
    #expect(try small.read("a", at: nil).bytes == [7])
  }
}
