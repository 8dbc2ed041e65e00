import Files
import Glibc
import WorkbenchKit

/// A script opened for reading, line by line; a directory, a pipe that nobody writes to and a missing file are errors.
final class ScriptFile {
  let reader: LineReader
  private let descriptor: Int32

  /// - Throws: `file.missing`, `file.directory`, `file.special`, `file.unreadable`.
  init(_ path: String, at place: Place?) throws {
    // Without waiting for a writer: a named pipe opened so gives its end at once.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileProblem.reading(path, at: path, .last).at(place) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw FileProblem.folder(path).at(place)
    }
    // What the caller's shell has opened, as with `-f <(command)`, has a writer.
    let isHandedOver = path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
    guard status.st_mode & S_IFMT != S_IFIFO || isHandedOver else {
      close(descriptor)
      throw Diagnostic(
        "file.special",
        Text(nl: "'\(path)' is een pijp, geen bestand", en: "'\(path)' is a pipe, not a file"),
        wayOut: Text(nl: "geef regels door op standaardinvoer", en: "pass lines on standard input"), place: place)
    }
    reader = LineReader(descriptor)
  }

  deinit { close(descriptor) }
}
