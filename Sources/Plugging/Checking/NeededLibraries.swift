import Files
import Glibc
import Synchronization
@_spi(Host) import WorkbenchKit

/// The libraries that the loader takes along with a module from folders that the module itself names (RUNPATH, with `$ORIGIN`
/// for its own folder): as much of it as the module, and looked at like it.
///
/// A library that is in the process already is not sought again, and one that no named folder has comes from the system. Each
/// folder that is looked in before a library is found counts: who may write there can put one in its place.
struct NeededLibraries {
  private let trust: Trust
  /// What was looked at in this go, of the modules and of their libraries.
  var folders = SeenFolders()
  private var seen: Set<String> = []
  /// Whether a library stands where it was sought: modules seek the same ones in the same folders.
  private var sought: [String: Bool] = [:]

  init(_ trust: Trust) { self.trust = trust }

  /// - Parameters:
  ///   - module: a module or a library that is whole.
  ///   - path: by which it was opened.
  /// - Throws: `plugin.unsafe`, `plugin.module`.
  mutating func check(_ module: OpenFile, at path: String) throws {
    let real = RealPath.of(path) ?? path
    guard seen.insert(real).inserted else { return }
    let section = try DynamicSection(module, at: path)
    let needed = section.needed.filter { !Self.isLoaded($0) }
    guard !needed.isEmpty else { return }
    let folders = try section.folders.map { try Self.path($0, beside: real) }
    for name in needed {
      // A name with a slash is a path, which the loader opens as it is.
      if name.contains("/") {
        _ = try take(Self.path(name, beside: real))
      } else {
        for folder in folders where try find(name, in: folder) { break }
      }
    }
  }

  /// Looks at a folder and at the library where it is there.
  private mutating func find(_ name: String, in folder: String) throws -> Bool {
    let path = "\(folder)/\(name)"
    if let known = sought[path] { return known }
    let isThere = try look(for: name, in: folder)
    sought[path] = isThere
    return isThere
  }

  private mutating func look(for name: String, in folder: String) throws -> Bool {
    guard FilePaths.isFolder(folder) else {
      // What is not there can be made by who may write above it.
      var above = FilePath.folder(of: folder)
      while !FilePaths.isFolder(above), above != "/" { above = FilePath.folder(of: above) }
      try trust.checkWay(to: above, &folders)
      return false
    }
    try trust.checkWay(to: folder, &folders)
    let special = "\(folder)/glibc-hwcaps"
    if FilePaths.isFolder(special) { try trust.checkTree(special, &folders) }
    return try take("\(folder)/\(name)")
  }

  /// - Returns: whether the library is there.
  private mutating func take(_ path: String) throws -> Bool {
    guard let library = try? OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY) else { return false }
    try trust.check(library, at: path, &folders)
    try ModuleFile.check(library, at: path)
    try check(library, at: path)
    return true
  }

  /// Those that were found to be in the process, where they stay: modules ask for the same ones.
  private static let loaded = Mutex<Set<String>>([])

  /// Parts of Swift's runtime that the program does without itself: a module gets them from where the program has the others.
  private static let runtime: Set = [
    "libswift_Concurrency.so", "libswift_StringProcessing.so", "libswift_RegexParser.so", "libswiftSynchronization.so",
    "libswiftGlibc.so", "libswift_Builtin_float.so", "libdispatch.so", "libBlocksRuntime.so",
  ]

  private static func isLoaded(_ name: String) -> Bool {
    if loaded.withLock({ $0.contains(name) }) { return true }
    // The handle is kept, and the library with it.
    guard dlopen(name, RTLD_LAZY | (runtime.contains(name) ? 0 : RTLD_NOLOAD)) != nil else { return false }
    loaded.withLock { _ = $0.insert(name) }
    return true
  }

  /// - Throws: `plugin.unsafe` for a path that depends on where the program is started, or that cannot be told.
  private static func path(_ named: String, beside module: String) throws -> String {
    // Most name a folder of the system.
    if named.hasPrefix("/"), !named.utf8.contains(UInt8(ascii: "$")) { return named }
    let folder = FilePath.folder(of: module)
    if named == "$ORIGIN", folder.hasPrefix("/") { return folder }
    let parts = named.replacing("${ORIGIN}", with: "$ORIGIN").split(
      separator: "$ORIGIN", omittingEmptySubsequences: false)
    let path = parts.joined(separator: folder)
    // The folder of the module may have such a sign in its name; what else the loader puts in its place is not known here.
    guard path.hasPrefix("/"), !parts.contains(where: { $0.contains("$") }) else {
      throw ModuleFile.strayFolder(named, of: module)
    }
    return path
  }
}

/// What a library says of the libraries that it needs.
///
/// Source: System V ABI, Dynamic Linking, edition 4.1; `ld.so(8)`.
struct DynamicSection {
  private(set) var needed: [String] = []
  /// The folders in which they are sought, as the library writes them.
  private(set) var folders: [String] = []

  private enum Tag: UInt64 {
    case needed = 1
    case strings = 5
    case oldFolders = 15
    case folders = 29
  }

  private static let most = 1 << 20

  /// - Parameter path: for the message.
  /// - Throws: `plugin.module` where it cannot be read.
  init(_ file: OpenFile, at path: String) throws {
    let descriptor = file.descriptor
    let header = ModuleFile.read(descriptor, at: 0, count: 64)
    guard header.count == 64 else { throw ModuleFile.cutOff(path) }
    let count = Int(ModuleFile.number(header, 56, 2))
    let table = ModuleFile.read(descriptor, at: ModuleFile.number(header, 32, 8), count: count * 56)
    guard table.count == count * 56 else { throw ModuleFile.cutOff(path) }
    let segments = (0..<count).map { Segment(table, at: $0 * 56) }
    guard let own = segments.first(where: { $0.type == 2 }) else { return }
    guard own.size <= Self.most else { throw ModuleFile.cutOff(path) }
    let bytes = ModuleFile.read(descriptor, at: own.offset, count: Int(own.size))
    guard bytes.count == Int(own.size) else { throw ModuleFile.cutOff(path) }
    var entries: [(tag: Tag, value: UInt64)] = []
    for start in stride(from: 0, to: bytes.count - 15, by: 16) {
      let tag = ModuleFile.number(bytes, start, 8)
      if tag == 0 { break }
      if let tag = Tag(rawValue: tag) { entries.append((tag, ModuleFile.number(bytes, start + 8, 8))) }
    }
    guard let strings = entries.first(where: { $0.tag == .strings })?.value else { return }
    guard let holder = segments.first(where: { $0.type == 1 && $0.holds(strings) }) else {
      throw ModuleFile.cutOff(path)
    }
    let base = holder.offset &+ (strings &- holder.address)
    func text(_ offset: UInt64) throws -> String {
      let bytes = ModuleFile.read(descriptor, at: base &+ offset, count: 4096)
      guard let end = bytes.firstIndex(of: 0) else { throw ModuleFile.cutOff(path) }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
    needed = try entries.filter { $0.tag == .needed }.map { try text($0.value) }
    // The older entry counts only where the newer is not there.
    let list = entries.first { $0.tag == .folders } ?? entries.first { $0.tag == .oldFolders }
    folders =
      try list.map { try text($0.value).split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
      ?? []
  }

  private struct Segment {
    let type: UInt64
    let offset: UInt64
    let address: UInt64
    let size: UInt64

    init(_ table: [UInt8], at start: Int) {
      type = ModuleFile.number(table, start, 4)
      offset = ModuleFile.number(table, start + 8, 8)
      address = ModuleFile.number(table, start + 16, 8)
      size = ModuleFile.number(table, start + 32, 8)
    }

    func holds(_ place: UInt64) -> Bool { place >= address && place - address < size }
  }
}
