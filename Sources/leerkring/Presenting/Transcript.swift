import Glibc
import Rendering
import WorkbenchKit

/// What `--log` keeps: the lines that were run, and as comments what they gave; itself a script that can be run.
final class Transcript {
  private let stream: OutputStream
  private let path: String

  /// - Throws: `file.unwritable`.
  init(path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        "file.unwritable",
        Text(nl: "'\(path)' kan niet worden geschreven: \(reason)", en: "'\(path)' cannot be written: \(reason)"),
        wayOut: Text(nl: "geef bij --log een andere plaats", en: "give --log another place"))
    }
    self.path = path
    stream = OutputStream(descriptor)
  }

  /// Notes a line that is about to run, so that it stands there even if the program dies of it.
  func note(line: String) {
    stream.write(line + "\n")
    stream.flush()
  }

  func note(result: String) { comment(result) }

  func note(error: String) { comment(error) }

  /// Notes a line that could not be run: as a comment, so that the transcript runs.
  func note(failed line: String) { comment("! " + line) }

  private func comment(_ text: String) {
    guard !text.isEmpty else { return }
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) { stream.write("# \(line)\n") }
    stream.flush()
  }
}
