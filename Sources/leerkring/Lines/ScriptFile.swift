import Glibc
import WorkbenchKit

/// A script opened for reading, line by line; a directory, a pipe that nobody writes to and a missing file are errors.
final class ScriptFile {
  let reader: LineReader
  private let descriptor: Int32

  /// - Throws: `file.missing`, `file.directory`, `file.unreadable`.
  init(_ path: String, at place: Place?) throws {
    // Without waiting for a writer: a named pipe opened so gives its end at once.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.problem(path, errno, place) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Diagnostic(
        "file.directory",
        Text(nl: "'\(path)' is een map, geen script", en: "'\(path)' is a folder, not a script"), place: place)
    }
    guard status.st_mode & S_IFMT != S_IFIFO else {
      close(descriptor)
      throw Diagnostic(
        "file.special",
        Text(nl: "'\(path)' is een pijp, geen bestand", en: "'\(path)' is a pipe, not a file"),
        wayOut: Text(nl: "geef regels door op standaardinvoer", en: "pass lines on standard input"), place: place)
    }
    reader = LineReader(descriptor)
  }

  deinit { close(descriptor) }

  private static func problem(_ path: String, _ number: Int32, _ place: Place?) -> Diagnostic {
    if number == ENOENT || number == ENOTDIR {
      return Diagnostic(
        "file.missing", Text(nl: "'\(path)' is er niet", en: "'\(path)' is not there"),
        wayOut: Text(nl: "kijk de naam en de map na", en: "check the name and the folder"), place: place)
    }
    let reason = String(cString: strerror(number))
    return Diagnostic(
      "file.unreadable",
      Text(nl: "'\(path)' kan niet worden gelezen: \(reason)", en: "'\(path)' cannot be read: \(reason)"), place: place)
  }
}
