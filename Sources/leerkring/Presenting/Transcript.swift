import Files
import Glibc
import Rendering
import WorkbenchKit

/// What `--log` keeps: the lines that were run, and as comments what they gave; itself a script that can be run.
final class Transcript {
  private let stream: OutputStream
  private let path: String

  /// - Parameter sparing: files that are still to be read, so that none of them is written over.
  /// - Throws: `file.unwritable`, `file.directory`.
  init(path: String, sparing: [String]) throws {
    if let file = sparing.first(where: { FilePresence.isSame($0, path) }) {
      throw Diagnostic(
        "file.unwritable",
        Text(
          nl: "'\(path)' kan het verslag niet worden: het is ook '\(file)' zelf",
          en: "'\(path)' cannot be the transcript: it is '\(file)' itself"),
        wayOut: Text(nl: "geef bij --log een andere plaats", en: "give --log another place"))
    }
    // Without waiting for a reader, should it be a named pipe.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw FileProblem.writing(path, at: path, .last) }
    self.path = path
    stream = OutputStream(descriptor)
  }

  /// Why it could not be kept to its end; nil while all is well.
  var problem: Diagnostic? {
    stream.failure == 0 ? nil : FileProblem.writing(path, at: path, SystemError(stream.failure))
  }

  /// Notes a line that has been run; what it gave follows. One with a control character in it stands as a comment: the file can be
  /// shown on a terminal, and a line without its control character would be another.
  func note(line: String) {
    guard Sanitizer.lines(line) == line else { return note(failed: line) }
    stream.write(line + "\n")
    stream.flush()
  }

  func note(result: String) { comment(result) }

  func note(error: String) { comment(error) }

  /// Notes what is told about the lines.
  func note(remark: String) { comment(remark) }

  /// Notes a line that could not be run: as a comment, so that the transcript runs.
  func note(failed line: String) { comment("! " + line) }

  private func comment(_ text: String) {
    guard !text.isEmpty else { return }
    for line in Sanitizer.lines(text).split(separator: "\n", omittingEmptySubsequences: true) {
      stream.write("# \(line)\n")
    }
    stream.flush()
  }
}
