import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct AtomicFileTests {
  let folder = TemporaryFolder()

  @Test func `a new file of one's own is for the owner only`() throws {
    try AtomicFile.write([1, 2], to: folder("a"), mode: .own)
    #expect(folder.mode("a") == 0o600)
    #expect(folder.read("a") == [1, 2])
    #expect(folder.names() == ["a"])
  }

  @Test func `a file that exists keeps its mode`() throws {
    chmod(folder.write("old", to: "a"), 0o640)
    try AtomicFile.write(Array("new".utf8), to: folder("a"), mode: .own)
    #expect(folder.mode("a") == 0o640)
    #expect(folder.text("a") == "new")
  }

  @Test func `a symbolic link is followed and stays`() throws {
    folder.write("old", to: "target")
    symlink("target", folder("link"))
    symlink("link", folder("again"))
    try AtomicFile.write(Array("new".utf8), to: folder("again"), mode: .ordinary)
    #expect(folder.text("target") == "new")
    #expect(folder.names() == ["again", "link", "target"])
    var status = stat()
    lstat(folder("link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `a link to a file that is not there yet makes it`() throws {
    symlink("target", folder("link"))
    try AtomicFile.write([7], to: folder("link"), mode: .ordinary)
    #expect(folder.read("target") == [7])
  }

  @Test func `links that go round are an error`() {
    symlink("b", folder("a"))
    symlink("a", folder("b"))
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: folder("a"), mode: .ordinary) }
    #expect(error?.code == "file.unwritable")
    #expect(error?.message.en.hasSuffix("the symbolic links go round in a circle") == true)
  }

  @Test func `a full device gives one error`() {
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: "/dev/full", mode: .ordinary) }
    #expect(error?.code == "file.diskfull")
    #expect(error?.message.nl == "'/dev/full' past niet meer op de schijf")
  }

  @Test func `a pipe that nobody reads does not hang`() {
    mkfifo(folder("pipe"), 0o600)
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: folder("pipe"), mode: .ordinary) }
    #expect(error?.code == "file.unwritable")
    #expect(error?.message.en.hasSuffix("nobody reads at the other end") == true)
  }

  @Test func `a folder is no file, and a folder that is not there is named`() {
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: folder.path, mode: .ordinary) }
    #expect(error?.code == "file.directory")
    let missing = #expect(throws: Diagnostic.self) {
      try AtomicFile.write([1], to: folder("no/file"), shownAs: "no/file", mode: .ordinary)
    }
    #expect(missing?.code == "file.unwritable")
    #expect(missing?.message.en == "'no/file' cannot be written: the folder 'no' does not exist")
  }

  @Test func `a folder in which no file can be made is not said to be missing`() {
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: "/proc/x", mode: .ordinary) }
    #expect(error?.code == "file.unwritable")
    #expect(error?.message.en == "'/proc/x' cannot be written: no file can be made there")
  }

  @Test func `a name with a NUL in it is refused`() {
    let error = #expect(throws: Diagnostic.self) {
      try AtomicFile.write([1], to: folder("a\0b"), mode: .ordinary)
    }
    #expect(error?.code == "file.missing")
    #expect(folder.names() == [])
  }

  @Test func `a name of the longest kind can be written`() throws {
    let name = String(repeating: "é", count: 127)
    try AtomicFile.write([1], to: folder(name), mode: .ordinary)
    #expect(folder.names() == [name])
  }
}
