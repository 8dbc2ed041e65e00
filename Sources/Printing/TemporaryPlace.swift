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
    let whole = "\(path)/\(name)"
    guard let file = fopen(whole, "wxe") else { throw unwritable(whole) }
    let isWritten = bytes.isEmpty || fwrite(bytes, bytes.count, 1, file) == 1
    guard fclose(file) == 0, isWritten else { throw unwritable(whole) }
    return whole
  }

  private func unwritable(_ file: String) -> Diagnostic {
    Diagnostic(
      errno == ENOSPC ? "file.diskfull" : "file.unwritable",
      Text(nl: "'\(file)' kan niet worden geschreven", en: "'\(file)' cannot be written"),
      wayOut: Text(
        nl: "zet TMPDIR op een map waarin u mag schrijven en waar ruimte is",
        en: "set TMPDIR to a folder that you may write in and that has room"))
  }

  /// Reads a file that a program left in it; nil where it left none.
  func bytes(of name: String) -> [UInt8]? {
    // No link that a program left is followed, and nothing else that is no file is waited for.
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
