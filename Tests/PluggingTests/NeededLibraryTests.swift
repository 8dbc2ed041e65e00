import Files
import Glibc
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Plugging

/// Libraries that a module has sought in folders of its own are looked at like the module.
@Suite struct NeededLibraryTests {
  private let folder = TemporaryFolder()

  /// Puts a library there that needs others, and returns its path.
  @discardableResult private func library(
    _ name: String, needs needed: [String] = [], folders: String? = nil, tag: UInt64 = 29
  ) -> String {
    folder.write(SmallLibrary.bytes(needs: needed, folders: folders, tag: tag), to: name)
  }

  private func problem(_ path: String) -> Diagnostic? {
    do {
      var libraries = NeededLibraries(Trust("plugin.unsafe"))
      try libraries.check(OpenFile.open(path, O_RDONLY), at: path)
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func `what a library needs and where it is sought is read as the linker wrote it`() throws {
    let path = library("a.so", needs: ["libone.so", "libtwo.so"], folders: "$ORIGIN/lib:/opt/other")
    let section = try DynamicSection(OpenFile.open(path, O_RDONLY), at: path)
    #expect(section.needed == ["libone.so", "libtwo.so"])
    #expect(section.folders == ["$ORIGIN/lib", "/opt/other"])
    let real = "\(Places.build)/libFixturePlugins.so"
    #expect(try DynamicSection(OpenFile.open(real, O_RDONLY), at: real).needed.contains("libWorkbenchKit.so"))
    let none = library("none.so")
    #expect(try DynamicSection(OpenFile.open(none, O_RDONLY), at: none).folders.isEmpty)
  }

  @Test(arguments: [UInt64(29), 15])
  func `a library beside the module that others may write to`(tag: UInt64) {
    folder.folder("lib")
    let beside = library("lib/libone.so")
    let module = library("m.so", needs: ["libone.so"], folders: "$ORIGIN/lib", tag: tag)
    #expect(problem(module) == nil)
    chmod(beside, 0o646)
    #expect(problem(module)?.code == "plugin.unsafe")
    #expect(problem(module)?.message.en.contains("'\(beside)'") == true)
    chmod(beside, 0o644)
    chmod(folder("lib"), 0o777)
    #expect(problem(module)?.message.en.contains("'\(folder("lib"))'") == true)
  }

  @Test func `a folder before it counts too, also one that is not there`() {
    folder.folder("lib")
    folder.folder("before")
    library("lib/libone.so")
    let module = library("m.so", needs: ["libone.so"], folders: "$ORIGIN/before:${ORIGIN}/lib")
    #expect(problem(module) == nil)
    chmod(folder("before"), 0o777)
    #expect(problem(module)?.code == "plugin.unsafe")
    // Sticky: others may put their own there, and it would be found.
    chmod(folder("before"), 0o1777)
    #expect(problem(module)?.code == "plugin.unsafe")
    let missing = library("n.so", needs: ["libone.so"], folders: "$ORIGIN/before/deeper:$ORIGIN/lib")
    #expect(problem(missing)?.code == "plugin.unsafe")
    chmod(folder("before"), 0o755)
    #expect(problem(missing) == nil)
    // Behind the folder in which it is found nothing is looked for.
    chmod(folder("before"), 0o777)
    #expect(problem(library("o.so", needs: ["libone.so"], folders: "$ORIGIN/lib:$ORIGIN/before")) == nil)
  }

  @Test func `a library of a library`() {
    folder.folder("lib/deep")
    library("lib/libone.so", needs: ["libtwo.so"], folders: "$ORIGIN/deep")
    let two = library("lib/deep/libtwo.so", needs: ["libone.so"], folders: "$ORIGIN/..")
    let module = library("m.so", needs: ["libone.so"], folders: "$ORIGIN/lib")
    #expect(problem(module) == nil)
    chmod(two, 0o666)
    #expect(problem(module)?.message.en.contains("libtwo.so") == true)
  }

  @Test func `what is in the process already is not sought`() {
    folder.folder("open")
    chmod(folder("open"), 0o777)
    #expect(problem(library("m.so", needs: ["libc.so.6", "libWorkbenchKit.so"], folders: "$ORIGIN/open")) == nil)
    #expect(
      problem(library("n.so", needs: ["libc.so.6", "libone.so"], folders: "$ORIGIN/open"))?.code == "plugin.unsafe")
  }

  @Test(arguments: ["", "lib", "$ORIGIN/a:", "$LIB/x", "./lib"])
  func `a folder that depends on where the program is started`(folders: String) {
    #expect(problem(library("m.so", needs: ["libone.so"], folders: folders))?.code == "plugin.unsafe")
    #expect(problem(library("n.so", folders: folders)) == nil)
  }

  @Test func `a name that is a path is that file`() {
    let one = library("libone.so")
    let module = library("m.so", needs: [one])
    #expect(problem(module) == nil)
    chmod(one, 0o666)
    #expect(problem(module)?.code == "plugin.unsafe")
    #expect(problem(library("n.so", needs: ["lib/libone.so"]))?.code == "plugin.unsafe")
  }

  @Test func `a library that is cut off, and a link to elsewhere`() throws {
    folder.folder("lib")
    let one = library("lib/libone.so")
    let module = library("m.so", needs: ["libone.so"], folders: "$ORIGIN/lib")
    let whole = try #require(folder.read("lib/libone.so"))
    for length in [0, 10, 64, 100, whole.count - 1] {
      folder.write(Array(whole.prefix(length)), to: "lib/libone.so")
      #expect(problem(module)?.code == "plugin.module", "\(length)")
    }
    unlink(one)
    folder.folder("open")
    library("open/other.so")
    symlink("../open/other.so", one)
    #expect(problem(module) == nil)
    chmod(folder("open"), 0o777)
    #expect(problem(module)?.code == "plugin.unsafe")
  }

  @Test func `no damage of a library ends the process`() throws {
    let whole = SmallLibrary.bytes(needs: ["libone.so", "libtwo.so"], folders: "$ORIGIN/lib", tag: 29)
    var generator = SeededGenerator(8)
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let path = folder.write(bytes, to: "damaged.so")
      if let problem = problem(path) { #expect(["plugin.module", "plugin.unsafe"].contains(problem.code)) }
    }
  }
}

/// A library of a few hundred bytes without code: headers, a dynamic section and its strings.
private enum SmallLibrary {
  static func bytes(needs needed: [String], folders: String?, tag: UInt64) -> [UInt8] {
    var strings: [UInt8] = [0]
    func place(_ text: String) -> UInt64 {
      defer { strings += Array(text.utf8) + [0] }
      return UInt64(strings.count)
    }
    var entries: [(UInt64, UInt64)] = needed.map { (1, place($0)) }
    if let folders { entries.append((tag, place(folders))) }
    let dynamic = 64 + 2 * 56
    let text = dynamic + 16 * (entries.count + 2)
    let address: UInt64 = 0x1000
    entries += [(5, address + UInt64(text)), (0, 0)]
    // What is read of a text is a piece of the file, up to its end.
    strings += [UInt8](repeating: 0, count: 8)
    let size = UInt64(text + strings.count)
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 8)
    func put(_ value: UInt64, _ width: Int) {
      for index in 0..<width { bytes.append(UInt8(value >> (8 * index) & 0xFF)) }
    }
    #if arch(x86_64)
      let machine: UInt64 = 62
    #else
      let machine: UInt64 = 183
    #endif
    put(3, 2)
    put(machine, 2)
    put(1, 4)
    put(0, 8)
    put(64, 8)
    put(0, 8)
    put(0, 4)
    put(64, 2)
    put(56, 2)
    put(2, 2)
    put(0, 2)
    put(0, 2)
    put(0, 2)
    func segment(_ type: UInt64, _ start: UInt64, _ length: UInt64) {
      put(type, 4)
      put(4, 4)
      put(start, 8)
      put(address + start, 8)
      put(address + start, 8)
      put(length, 8)
      put(length, 8)
      put(8, 8)
    }
    segment(1, 0, size)
    segment(2, UInt64(dynamic), UInt64(16 * entries.count))
    for (tag, value) in entries {
      put(tag, 8)
      put(value, 8)
    }
    return bytes + strings
  }
}
