import Files
import Glibc
import WorkbenchKit

/// A folder of one's own that nobody else can look into, and that is taken away with all that is in it.
final class TemporaryPlace {
  let path: String

  /// - Throws: `file.unwritable`.
  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/leerkring-XXXXXX".utf8CString)
    guard let made = mkdtemp(&name) else {
      throw Diagnostic(
        "file.unwritable",
        Text(nl: "in '\(parent)' is geen map te maken", en: "no folder can be made in '\(parent)'"),
        wayOut: Text(
          nl: "zet TMPDIR op een map waarin u mag schrijven", en: "set TMPDIR to a folder that you may write in"))
    }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// Takes a path away, with all that is in it; no link is followed.
  private static func remove(_ path: String) {
    guard unlink(path) != 0, let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }

  /// Writes a file in it, and returns its whole path.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try DiskFiles(folder: path).write(bytes, to: name, at: nil)
    return "\(path)/\(name)"
  }

  /// Reads a file that a program left in it; nil where it left none.
  func bytes(of name: String) -> [UInt8]? { try? DiskFiles(folder: path).bytes(of: name) }
}
