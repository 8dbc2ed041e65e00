import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Files

@Suite struct TrustTests {
  let folder = TemporaryFolder()
  let trust = Trust("plugin.unsafe")

  private func problem(
    owner: uid_t = 1000, mode: mode_t, privateGroup: Bool = false, isPassage: Bool = false
  ) -> Diagnostic? {
    var status = stat()
    status.st_uid = owner
    status.st_gid = 50
    status.st_mode = mode
    let trust = Trust("plugin.unsafe", user: 1000) { _ in privateGroup }
    do { try trust.check("/a/file", FileStatus(status), isPassage: isPassage) } catch { return error as? Diagnostic }
    return nil
  }

  private func refusal(_ path: String) -> String? {
    do { try trust.checkWay(to: path) } catch { return (error as? Diagnostic)?.message.en }
    return nil
  }

  // MARK: One file

  @Test func `what belongs to the user or root is trusted`() {
    #expect(problem(mode: S_IFREG | 0o755) == nil)
    #expect(problem(owner: 0, mode: S_IFREG | 0o755) == nil)
    #expect(problem(owner: 1001, mode: S_IFREG | 0o755)?.code == "plugin.unsafe")
    let other = problem(owner: 65534, mode: S_IFREG | 0o500)
    #expect(other?.message.nl == "'/a/file' is van een andere gebruiker (uid 65534, nobody)")
    #expect(other?.wayOut?.en.hasPrefix("look at what is in it; if that is right, do: sudo chown ") == true)
  }

  @Test func `what others may write to is not trusted`() {
    let all = problem(mode: S_IFREG | 0o757)
    #expect(all?.message.en == "'/a/file' can be written to by everybody")
    #expect(all?.wayOut?.en.hasPrefix("do: chmod o-w '/a/file'") == true)
    #expect(problem(owner: 0, mode: S_IFREG | 0o777)?.wayOut?.nl == "doe: chmod go-w '/a/file' (van root)")
    #expect(problem(owner: 0, mode: S_IFDIR | 0o1777) != nil)
  }

  @Test func `a group may write only if it is the user's own`() {
    #expect(problem(owner: 0, mode: S_IFREG | 0o775)?.wayOut?.en == "do: chmod g-w '/a/file' (of root)")
    #expect(problem(mode: S_IFREG | 0o775, privateGroup: true) == nil)
    // 100 (users) is nobody's own.
    #expect(!PrivateGroup.isOwn(100, of: 0))
  }

  @Test func `a sticky folder may lead on, and an open one may not`() {
    #expect(problem(owner: 0, mode: S_IFDIR | 0o1777, isPassage: true) == nil)
    #expect(problem(mode: S_IFDIR | 0o1775, isPassage: true) == nil)
    #expect(problem(mode: S_IFDIR | 0o777, isPassage: true) != nil)
    #expect(problem(owner: 1001, mode: S_IFDIR | 0o1777, isPassage: true) != nil)
    // The rights of a link say 777 and mean nothing.
    #expect(problem(mode: S_IFLNK | 0o777) == nil)
    #expect(problem(owner: 1001, mode: S_IFLNK | 0o777) != nil)
  }

  // MARK: The way to it

  @Test func `every folder on the way counts`() {
    folder.folder("a/b/c")
    folder.write("x", to: "a/b/c/file")
    #expect(refusal(folder("a/b/c/file")) == nil)
    chmod(folder("a"), 0o777)
    #expect(refusal(folder("a/b/c/file"))?.hasPrefix("'\(folder("a"))' can be") == true)
    #expect(refusal(folder("a/b/../b/./c"))?.hasPrefix("'\(folder("a"))' can be") == true)
    chmod(folder("a"), 0o1777)
    #expect(refusal(folder("a/b/c/file")) == nil)
    // As the end of the way it holds what others put into it.
    #expect(refusal(folder("a"))?.contains("can be written to by everybody") == true)
    #expect(refusal(folder("a/../a"))?.contains("can be written to by everybody") == true)
  }

  @Test func `links lead over other folders, which count too`() {
    folder.folder("open/real")
    folder.folder("own")
    folder.write("x", to: "open/real/file")
    symlink("../open/real", folder("own/link"))
    symlink(folder("own/link"), folder("own/second"))
    #expect(refusal(folder("own/second/file")) == nil)
    chmod(folder("open"), 0o777)
    #expect(refusal(folder("own/second/file"))?.hasPrefix("'\(folder("open"))' can be") == true)
    symlink("round", folder("own/round"))
    #expect(refusal(folder("own/round"))?.contains("goes round in a circle") == true)
    #expect(refusal(folder("own/missing")) != nil)
  }

  @Test func `a file, folder or link of somebody else is not trusted`() {
    guard geteuid() == 0 else {
      print("skipped: only the superuser can give files away")
      return
    }
    folder.folder("sticky/theirs")
    chmod(folder("sticky"), 0o1777)
    folder.write("x", to: "sticky/theirs/file")
    folder.write("x", to: "mine")
    symlink(folder("mine"), folder("sticky/link"))
    #expect(refusal(folder("sticky/theirs/file")) == nil && refusal(folder("sticky/link")) == nil)
    lchown(folder("sticky/link"), 65534, 65534)
    #expect(refusal(folder("sticky/link")) == "'\(folder("sticky/link"))' belongs to another user (uid 65534, nobody)")
    chown(folder("sticky/theirs"), 65534, 65534)
    #expect(refusal(folder("sticky/theirs/file"))?.contains("belongs to another user") == true)
    chown(folder("mine"), 65534, 65534)
    #expect(refusal(folder("mine"))?.contains("belongs to another user") == true)
    // A group that is nobody's own, on a folder above.
    folder.folder("group/sub")
    chown(folder("group"), 0, 100)
    chmod(folder("group"), 0o775)
    #expect(refusal(folder("group/sub"))?.contains("can be written to by a group (gid 100)") == true)
  }

  @Test func `what was looked at is what is read`() throws {
    let path = folder.write("ours", to: "file")
    let file = try OpenFile.open(path, O_RDONLY)
    try trust.check(file, at: path)
    folder.write("theirs", to: "other")
    rename(folder("other"), path)
    let changed = #expect(throws: Diagnostic.self) { try trust.check(file, at: path) }
    #expect(changed?.message.en == "'\(path)' became another file while it was looked at")
    #expect(try DiskFiles(trust: trust).bytes(of: path) == Array("theirs".utf8))
    chmod(path, 0o666)
    #expect(throws: Diagnostic.self) { try DiskFiles(trust: trust).bytes(of: path) }
    #expect(try DiskFiles().bytes(of: path) == Array("theirs".utf8))
  }

  @Test func `all that lies in a folder counts, and a circle of links ends`() {
    folder.folder("data/sub")
    let file = folder.write("x", to: "data/sub/file")
    symlink("..", folder("data/sub/round"))
    func checkTree() throws {
      var seen = SeenFolders()
      try trust.checkTree(folder("data"), &seen)
    }
    #expect(throws: Never.self) { try checkTree() }
    chmod(file, 0o602)
    #expect(throws: Diagnostic.self) { try checkTree() }
    chmod(file, 0o600)
    symlink("nowhere", folder("data/dangling"))
    #expect(throws: Diagnostic.self) { try checkTree() }
  }

  // MARK: Several in one go

  @Test func `what was looked at in one go is passed by, and in the next it is not`() throws {
    folder.folder("a/b")
    let first = folder.write("x", to: "a/b/first")
    let second = folder.write("x", to: "a/b/second")
    var seen = SeenFolders()
    try trust.checkWay(to: first, &seen)
    chmod(folder("a"), 0o777)
    #expect(throws: Never.self) { try trust.checkWay(to: second, &seen) }
    // As the end of a way it is looked at all the same, and so is every file.
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: folder("a"), &seen) }
    chmod(second, 0o602)
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: second, &seen) }
    chmod(second, 0o600)
    var next = SeenFolders()
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: second, &next) }
    chmod(folder("a"), 0o755)
    #expect(throws: Never.self) { try trust.checkWay(to: second, &next) }
  }

  @Test func `a folder that was refused, or that leads on only because it is sticky, is not passed by`() throws {
    folder.folder("shared/mine")
    let file = folder.write("x", to: "shared/mine/file")
    var seen = SeenFolders()
    chmod(folder("shared"), 0o777)
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: file, &seen) }
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: file, &seen) }
    chmod(folder("shared"), 0o1777)
    #expect(throws: Never.self) { try trust.checkWay(to: file, &seen) }
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: folder("shared"), &seen) }
    chmod(folder("shared"), 0o777)
    #expect(throws: Diagnostic.self) { try trust.checkWay(to: file, &seen) }
  }

  @Test func `links and steps up lead to the same with and without what was seen`() throws {
    folder.folder("real/deep")
    folder.write("x", to: "real/deep/file")
    symlink("real/deep", folder("link"))
    symlink(folder("real"), folder("far"))
    symlink("/", folder("root"))
    var seen = SeenFolders()
    for path in ["real/deep/file", "link/file", "far/deep/../deep/file", "link/../deep/file", "real", "root", "link"] {
      let once = try trust.checkWay(to: folder(path))
      #expect(try trust.checkWay(to: folder(path), &seen).identity == once.identity, "\(path)")
      #expect(try FileStatus.ifPresent(folder(path), followsLinks: true)?.identity == once.identity, "\(path)")
    }
  }
}
