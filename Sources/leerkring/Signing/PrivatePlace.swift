import Files
import Glibc
import WorkbenchKit

/// A folder that nobody else can look into, taken away with the files in it when it is done with.
final class PrivatePlace {
  let path: String
  private var names: Set<String> = []

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

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The path of a file in it, which goes with the folder.
  func file(_ name: String) -> String {
    names.insert(name)
    return "\(path)/\(name)"
  }

  /// Writes a file in it, and returns its path.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let whole = file(name)
    try AtomicFile.write(bytes, to: whole, mode: .own)
    return whole
  }

  /// What stands in a file of it; nothing where there is none.
  func text(of name: String) -> String {
    (try? DiskFiles().bytes(of: file(name))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
