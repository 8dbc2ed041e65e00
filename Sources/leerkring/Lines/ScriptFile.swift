import Files
import Glibc
import WorkbenchKit

/// A script opened for reading, line by line; a directory, a pipe that nobody writes to and a missing file are errors.
final class ScriptFile {
  let reader: LineReader
  private let file: OpenFile

  /// - Parameters:
  ///   - path: as it was given.
  ///   - place: where it was named.
  ///   - trust: for a file that is run without being asked for; what was looked at is then what is read.
  /// - Throws: `file.missing`, `file.directory`, `file.special`, `file.unreadable`; what `trust` throws.
  init(_ path: String, at place: Place?, trust: Trust? = nil) throws {
    // Without waiting for a writer: a named pipe opened so gives its end at once.
    do { file = try OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY) } catch {
      throw FileProblem.reading(path, at: path, error).at(place)
    }
    guard let kind = try? file.status().kind, kind != .folder else { throw FileProblem.folder(path).at(place) }
    // What the caller's shell has opened, as with `-f <(command)`, has a writer.
    let isHandedOver = path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
    guard kind != .pipe || isHandedOver else {
      throw Diagnostic(
        "file.special",
        Text(nl: "'\(path)' is een pijp, geen bestand", en: "'\(path)' is a pipe, not a file"),
        wayOut: Text(nl: "geef regels door op standaardinvoer", en: "pass lines on standard input"), place: place)
    }
    try trust?.check(file, at: path)
    reader = LineReader(file.descriptor)
  }
}
