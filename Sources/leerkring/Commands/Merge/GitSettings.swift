import Files
import Plugging
@_spi(Host) import WorkbenchKit

/// What git needs to merge workspaces by this program.
struct GitSettings {
  private static let name = "leerkring"

  /// The folder of the repository.
  private let root: String
  private let config: String

  /// How git is told of it, line by line, for a shell.
  static var lines: [String] {
    [
      "git config merge.\(name).name 'leerkring'",
      "git config merge.\(name).driver '\(driver.replacing("'", with: "'\\''"))'",
      "echo '*.json merge=\(name)' >> .gitattributes",
    ]
  }

  /// The command by which git calls the program.
  private static var driver: String {
    "\"\(program)\" --no-input --safe -c \"workspace merge-driver %O %A %B\""
  }

  private static var program: String { SearchPath.runningProgram() ?? name }

  /// - Throws: `merge.git` where the file lies in no repository.
  init(of file: String, _ context: Context) throws {
    var folder = RealPath.of(FilePath.folder(of: file)) ?? FilePath.folder(of: file)
    while true {
      let inside = FilePath.join(folder, ".git")
      if FilePresence.exists(inside) {
        (root, config) = (folder, try Self.config(inside))
        return
      }
      guard folder != "/", folder != "." else { break }
      folder = FilePath.folder(of: folder)
    }
    throw Diagnostic(
      "merge.git", Text(nl: "'\(file)' ligt in geen map van git", en: "'\(file)' lies in no folder of git"),
      wayOut: Text(nl: "begin er een met: git init", en: "begin one with: git init"))
  }

  /// Of a work tree `.git` is a file that leads to the folder.
  private static func config(_ inside: String) throws -> String {
    if let kind = try? FileStatus.ifPresent(inside)?.kind, kind == .folder { return FilePath.join(inside, "config") }
    let text = String(decoding: try DiskFiles().bytes(of: inside), as: UTF8.self)
    let target = text.split(separator: "\n").first.map { String($0.dropFirst("gitdir: ".count)) } ?? ""
    let common = FilePath.join(target, "commondir")
    guard let bytes = try? DiskFiles().bytes(of: common) else { return FilePath.join(target, "config") }
    let way = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? "."
    return FilePath.join(FilePath.join(target, way), "config")
  }

  /// Writes what is not there yet.
  func write(_ file: String, _ context: Context) throws -> Text {
    let old = (try? String(decoding: DiskFiles().bytes(of: config), as: UTF8.self)) ?? ""
    if !old.contains("[merge \"\(Self.name)\"]") {
      let driver = Self.driver.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      let section = "[merge \"\(Self.name)\"]\n\tname = leerkring\n\tdriver = \"\(driver)\"\n"
      try context.files.write(Array(Self.whole(old, section).utf8), to: config, at: nil)
    }
    let attributes = FilePath.join(root, ".gitattributes")
    let real = RealPath.of(file) ?? file
    let seen = real.hasPrefix(root + "/") ? String(real.dropFirst(root.utf8.count)) : "/" + FilePath.name(of: file)
    let line = "\(seen.contains(" ") ? "\"\(seen)\"" : seen) merge=\(Self.name)"
    let given = (try? String(decoding: DiskFiles().bytes(of: attributes), as: UTF8.self)) ?? ""
    if !given.split(separator: "\n").contains(Substring(line)) {
      try context.files.write(Array(Self.whole(given, line + "\n").utf8), to: attributes, at: nil)
    }
    return Text(
      nl:
        "git voegt '\(seen)' voortaan samen met leerkring; leg '.gitattributes' vast, en laat ieder dit één keer doen",
      en: "git merges '\(seen)' by leerkring from now on; commit '.gitattributes', and let everybody do this once")
  }

  private static func whole(_ old: String, _ more: String) -> String {
    old.isEmpty || old.hasSuffix("\n") ? old + more : "\(old)\n\(more)"
  }
}
