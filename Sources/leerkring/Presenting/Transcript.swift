import Files
import Glibc
import Rendering
import WorkbenchKit

/// What `--log` keeps: the lines that were run, and as comments what they gave; itself a script that can be run.
final class Transcript {
  private let stream: OutputStream
  private let path: String
  private var replay = ReplayedOutput()

  /// - Parameters:
  ///   - sparing: files that are still to be read, so that none of them is written over.
  ///   - appends: whether it goes on behind what stands there.
  ///   - canAppend: whether who asked for it can ask for that.
  /// - Throws: `file.unwritable`, `file.directory`, `log.exists`.
  init(path: String, sparing: [String] = [], appends: Bool = false, canAppend: Bool = true) throws {
    if let file = sparing.first(where: { FilePresence.isSame($0, path) }) {
      throw Diagnostic(
        "file.unwritable",
        Text(
          nl: "'\(path)' kan het verslag niet worden: het is ook '\(file)' zelf",
          en: "'\(path)' cannot be the transcript: it is '\(file)' itself"),
        wayOut: Text(nl: "geef bij --log een andere plaats", en: "give --log another place"))
    }
    if !appends, let there = try? FileStatus.of(path), there.kind == .regular, there.size > 0 {
      throw Diagnostic(
        "log.exists",
        Text(
          nl: "'\(path)' bestaat al, en een verslag gaat nergens overheen",
          en: "'\(path)' is there already, and a transcript writes over nothing"),
        wayOut: canAppend
          ? Text(
            nl: "geef een andere naam, of ga erachter verder met --log-append \(path)",
            en: "give another name, or go on behind it with --log-append \(path)")
          : Text(nl: "geef bij --log een andere naam", en: "give --log another name"))
    }
    // Without waiting for a reader, should it be a named pipe.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
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
  ///
  /// What an earlier transcript says of what that line gave is left out: it stands here anew.
  func note(line: String) {
    guard Sanitizer.lines(line) == line else { return note(failed: line) }
    guard !replay.isOld(line) else { return }
    stream.write(line + "\n")
    stream.flush()
  }

  /// Notes that a blank line stands in the script: what comes behind it is no output of an earlier transcript.
  func noteBlank() { replay = ReplayedOutput() }

  func note(result: String) { comment(result) }

  func note(error: String) { comment(error) }

  /// Notes what is told about the lines.
  func note(remark: String) { comment(remark) }

  /// Notes a line that could not be run: as a comment, so that the transcript runs.
  func note(failed line: String) {
    noteBlank()
    comment("! " + line)
  }

  private func comment(_ text: String) {
    guard !text.isEmpty else { return }
    for line in Sanitizer.lines(text).split(separator: "\n", omittingEmptySubsequences: true) {
      stream.write("# \(line)\n")
      replay.take("# \(line)")
    }
    stream.flush()
  }
}
