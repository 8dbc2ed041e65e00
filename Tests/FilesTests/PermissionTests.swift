import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct FilesOfOthers {
  @Test func `permissions are respected`() {
    // The superuser may read and write everything.
    let shell = geteuid() == 0 ? ChildRun.asNobody : "exec \"$@\""
    guard access("/usr/bin/setpriv", X_OK) == 0, let child = ChildRun.run("FilesAsNobody", through: shell) else {
      print("skipped: setpriv is not here to run tests as another user")
      return
    }
    #expect(child.isGood, "\(child.output)")
  }

  @Test func `a limit on the size of files is respected`() {
    let child = ChildRun.run("FilesUnderLimit", through: "trap '' XFSZ && ulimit -f 16 && exec \"$@\"")
    #expect(child?.isGood == true, "\(child?.output ?? "no child")")
  }

  @Test func `standard streams are streams, not files to be replaced`() {
    let child = ChildRun.run("FilesFromStreams", through: "printf 'a;b\\n' | \"$@\"")
    #expect(child?.isGood == true, "\(child?.output ?? "no child")")
    #expect(child?.output.contains("written into the stream\n") == true)
  }

  @Test func `a working folder that is gone is said`() {
    let child = ChildRun.run("FilesFromNowhere", through: "exec \"$@\"")
    #expect(child?.isGood == true, "\(child?.output ?? "no child")")
  }
}

@Suite(.enabled(if: ChildRun.isRunning("FilesAsNobody"))) struct FilesAsNobody {
  let folder = TemporaryFolder()

  @Test func `a file that may not be read`() {
    chmod(folder.write("secret", to: "a"), 0)
    let error = #expect(throws: Diagnostic.self) { try DiskFiles(folder: folder.path).read("a", at: nil) }
    #expect(error?.code == "file.unreadable")
    #expect(error?.message.nl == "'a' mag u niet lezen")
  }

  @Test func `a file that may not be written is not replaced either`() {
    chmod(folder.write("old", to: "a"), 0o444)
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: folder("a"), mode: .ordinary) }
    #expect(error?.code == "file.unwritable")
    #expect(folder.text("a") == "old")
  }

  @Test func `a folder in which nothing may be made`() {
    folder.write("old", to: "a")
    chmod(folder.path, 0o555)
    for name in ["a", "new"] {
      let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: folder(name), mode: .ordinary) }
      #expect(error?.code == "file.unwritable")
    }
    #expect(folder.text("a") == "old")
    #expect(folder.names() == ["a"])
  }

  @Test func `a new file is made as the umask says`() throws {
    umask(0o027)
    try AtomicFile.write([1], to: folder("a"), mode: .ordinary)
    #expect(folder.mode("a") == 0o640)
  }
}

@Suite(.enabled(if: ChildRun.isRunning("FilesUnderLimit"))) struct FilesUnderLimit {
  @Test func `a file that gets too large leaves the old one and nothing else`() {
    let folder = TemporaryFolder()
    folder.write("old", to: "a")
    let bytes = [UInt8](repeating: 1, count: 100_000)
    let error = #expect(throws: Diagnostic.self) { try AtomicFile.write(bytes, to: folder("a"), mode: .ordinary) }
    #expect(error?.code == "file.diskfull")
    #expect(folder.text("a") == "old")
    #expect(folder.names() == ["a"])
  }
}

@Suite(.enabled(if: ChildRun.isRunning("FilesFromNowhere"))) struct FilesFromNowhere {
  @Test func `reading and writing by a relative path`() {
    let folder = TemporaryFolder()
    mkdir(folder("gone"), 0o700)
    chdir(folder("gone"))
    rmdir(folder("gone"))
    let reading = #expect(throws: Diagnostic.self) { try DiskFiles().read("a", at: nil) }
    #expect(reading?.code == "file.missing")
    #expect(reading?.message.en == "'a' is not there: the folder you work in was removed")
    let writing = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: "a", mode: .ordinary) }
    #expect(writing?.code == "file.unwritable")
  }
}

@Suite(.enabled(if: ChildRun.isRunning("FilesFromStreams"))) struct FilesFromStreams {
  @Test func `reading what is left on standard input, writing to standard output`() throws {
    #expect(try DiskFiles().read("/dev/stdin", at: nil).bytes == Array("a;b\n".utf8))
    try AtomicFile.write(Array("written into the stream\n".utf8), to: "/dev/stdout", mode: .ordinary)
  }
}
