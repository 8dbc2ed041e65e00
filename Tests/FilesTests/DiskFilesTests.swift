import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Files

@Suite struct DiskFilesTests {
  let folder = TemporaryFolder()

  private func error(_ path: String) -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try DiskFiles(folder: folder.path).read(path, at: nil) }
  }

  @Test func `a file is read with its digest, and called as it was given`() throws {
    folder.write("abc", to: "a.csv")
    let file = try DiskFiles(folder: folder.path).read("a.csv", at: nil)
    #expect(file.path == "a.csv")
    #expect(file.bytes == Array("abc".utf8))
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `an empty file is read as nothing`() throws {
    folder.write("", to: "a.csv")
    #expect(try DiskFiles(folder: folder.path).read("a.csv", at: nil).bytes == [])
  }

  @Test func `a file that does not tell its size is read to its end`() throws {
    #expect(try !DiskFiles().bytes(of: "/proc/self/status").isEmpty)
  }

  @Test func `a folder is read as one, with the digest that sha256sum gives of its list`() throws {
    let inner = folder.folder("map")
    for (name, text) in [("b", "two"), ("a", "one"), ("Z", ""), ("é", "three"), (".hidden", "x")] {
      folder.write(text, to: "map/\(name)")
    }
    _ = folder.folder("map/deeper")
    let read = try DiskFiles(folder: folder.path).readFolder("map", at: nil)
    #expect(read.path == "map" && read.bytes.isEmpty)
    #expect(read.parts?.map(\.path) == ["Z", "a", "b", "é"])
    #expect(read.parts?.map { String(decoding: $0.bytes, as: UTF8.self) } == ["", "one", "two", "three"])
    let sum = ChildProcess.run(
      "/bin/sh", ["-c", "LC_ALL=C sha256sum Z a b é | sha256sum"], environment: ["PATH": "/usr/bin:/bin"], folder: inner
    )
    #expect(sum.output.hasPrefix(read.sha256))
    #expect(try DiskFiles(folder: folder.path).readFolder("map/", at: nil).sha256 == read.sha256)
    folder.write("four", to: "map/b")
    #expect(try DiskFiles(folder: folder.path).readFolder("map", at: nil).sha256 != read.sha256)
    // A file is read as a file, and what is not there is missing.
    #expect(try DiskFiles(folder: folder.path).readFolder("map/b", at: nil).parts == nil)
    #expect(throws: Diagnostic.self) { try DiskFiles(folder: folder.path).readFolder("weg", at: nil) }
    #expect(throws: Diagnostic.self) { try DiskFiles(folder: folder.path, limit: 7).readFolder("map", at: nil) }
    #expect(throws: Never.self) { try DiskFiles(folder: folder.path, limit: 12).readFolder("map", at: nil) }
  }

  @Test func `a missing file suggests the nearest name`() {
    folder.write("", to: "wijken.csv")
    let missing = error("wijkn.csv")
    #expect(missing?.code == "file.missing")
    #expect(missing?.message.nl == "het bestand 'wijkn.csv' is er niet")
    #expect(missing?.suggestion == "wijken.csv")
  }

  @Test func `a missing folder is named`() {
    #expect(error("data/wijken.csv")?.message.en == "'data/wijken.csv' is not there: there is no folder 'data'")
  }

  @Test func `a folder, a pipe that nobody writes to and a device are refused at once`() {
    mkfifo(folder("pipe"), 0o600)
    #expect(error(".")?.code == "file.directory")
    #expect(error("pipe")?.code == "file.special")
    #expect(error("/dev/zero")?.code == "file.special")
  }

  @Test func `links that go round, an empty name and a NUL are errors`() {
    symlink("b", folder("a"))
    symlink("a", folder("b"))
    #expect(error("a")?.code == "file.unreadable")
    #expect(error("")?.code == "file.missing")
    #expect(error("a\0b")?.code == "file.missing")
  }

  @Test func `the place of the line stands in the error`() {
    let place = Place(source: "stdin", line: 3, column: 6)
    let error = #expect(throws: Diagnostic.self) {
      try DiskFiles(folder: folder.path).read("no.csv", at: place)
    }
    #expect(error?.place == place)
  }
}
