import Glibc
@_spi(Host) import WorkbenchKit

/// The files of a notebook: read from anywhere, written only in its own folder and in those that were allowed.
public final class FolderFiles: FileAccess {
  private let files: any FileAccess
  /// As the system knows it, without links.
  public let folder: String
  /// The notebook itself, which no cell writes over; nil where it is in no file.
  private let own: String?
  private let allowed: [String]
  private let permit: (_ path: String) throws -> Bool
  private var granted: Set<String> = []
  /// What was written since it was last asked, in order: inside the folder as seen from it, else the whole path.
  private var written: [String] = []

  /// - Parameters:
  ///   - files: those of the machine, relative paths seen from the folder.
  ///   - folder: the notebook's own.
  ///   - own: the file with the notebook itself, as seen from where the program runs.
  ///   - allowed: other folders to write in.
  ///   - permit: asks whether a file elsewhere may be written; where nobody can be asked it says no.
  public init(
    _ files: any FileAccess, folder: String, own: String? = nil, allowed: [String],
    permit: @escaping (_ path: String) throws -> Bool
  ) {
    self.files = files
    self.folder = RealPath.of(folder) ?? folder
    self.own = own.flatMap(RealPath.of)
    self.allowed = allowed.map { RealPath.of($0) ?? $0 }
    self.permit = permit
  }

  public func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }
  public func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }
  public func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    try files.stored(path, at: place)
  }
  public func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }

  public func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    let target = try permitted(path, at: place)
    try files.write(bytes, to: path, at: place)
    written.append(seen(target))
  }

  public func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? {
    let target = try permitted(path, at: place)
    return try files.begin(path, at: place).map { FileWithEnd($0) { self.written.append(self.seen(target)) } }
  }

  /// Where a path leads, where it may be written.
  private func permitted(_ path: String, at place: Place?) throws -> String {
    let target = self.target(path)
    guard target != own else {
      throw Diagnostic(
        "notebook.itself",
        Text(
          nl: "'\(path)' is het notitieboek zelf, en een cel schrijft daar niet overheen",
          en: "'\(path)' is the notebook itself, and no cell writes over that"),
        wayOut: Text(nl: "geef een andere naam", en: "give another name"), place: place)
    }
    if !([folder] + allowed).contains(where: { Self.isInside(target, $0) }), !granted.contains(target) {
      guard try permit(path) else {
        throw Diagnostic(
          "notebook.outside",
          Text(
            nl: "'\(path)' ligt buiten de map van het notitieboek",
            en: "'\(path)' is outside the notebook's folder"),
          wayOut: Text(
            nl: "schrijf in de map zelf, of sta het toe met --allow-write MAP",
            en: "write in the folder itself, or allow it with --allow-write DIR"), place: place)
      }
      granted.insert(target)
    }
    return target
  }

  /// Whether there is a file at a path, links followed; a name behind `!` stands in it, and what a linked source has is asked there.
  func holds(_ path: String) -> Bool {
    let file = path.split(separator: "!", maxSplits: 1).first.map(String.init) ?? ""
    return [path, file].contains { path in
      !path.isEmpty && RealPath.of(path.hasPrefix("/") ? path : "\(folder)/\(path)") != nil
    }
  }

  func takeWritten() -> [String] {
    defer { written = [] }
    return written
  }

  /// A path as it is seen from the folder, where it is in it; else as it was given.
  func seen(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    return Self.isInside(path, folder) ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }

  /// Where a path leads, links followed, also where there is no file yet.
  private func target(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    if let real = RealPath.of(whole) { return real }
    var parts = whole.split(separator: "/").map(String.init)
    var tail: [String] = []
    // A link to a file that is not there yet leads there all the same.
    if let link = Self.link(whole) {
      return target(link.hasPrefix("/") ? link : "/" + (parts.dropLast() + [link]).joined(separator: "/"))
    }
    while let last = parts.popLast() {
      tail.insert(last, at: 0)
      if let real = RealPath.of("/" + parts.joined(separator: "/")) {
        return (real == "/" ? "" : real) + "/" + tail.joined(separator: "/")
      }
    }
    return whole
  }

  static func isInside(_ path: String, _ folder: String) -> Bool {
    let beginning = folder.hasSuffix("/") ? folder : folder + "/"
    // What is left of `..` lies under no folder that exists.
    return path.hasPrefix(beginning) && !path.dropFirst(beginning.count).split(separator: "/").contains("..")
  }

  private static func link(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(path, $0, bytes.count) } ?? 0
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
