import Notebooks
import Rendering
import Session
import WorkbenchKit

/// What was done in a presentation, in the order in which it was done; a script that can be run from the notebook's folder. Where it
/// has a file it stands there as it is done, so that nothing is lost of a presentation that breaks off.
struct PresentationLog {
  private(set) var text = ""
  private let file: Transcript?

  /// - Parameter file: nil where it is to be shown at the end.
  init(_ file: Transcript?) { self.file = file }

  mutating func note(remark: String) { comment(remark) }

  /// Why its file could not be kept to its end; nil while all is well.
  var problem: Diagnostic? { file?.problem }

  mutating func note(lines: [String]) {
    for line in lines {
      if let file { file.note(line: line) } else { text += line + "\n" }
    }
  }

  /// Notes lines that did not come to their end: as remarks, so that the script runs.
  mutating func note(failed lines: [String]) { for line in lines { comment("! " + line) } }

  mutating func note(_ blocks: [Block], _ language: Language) {
    comment(TextRenderer(language: language, columns: 80).text(of: blocks))
  }

  mutating func note(_ error: Diagnostic, _ language: Language) {
    comment(DiagnosticText(language: language, columns: 80).script(error))
  }

  /// Notes a cell, with what it gave.
  mutating func note(_ result: CellResult, _ cell: Cell, _ session: Session) {
    let language = session.language
    comment(Text(nl: "cel \(cell.number)", en: "cell \(cell.number)")(language))
    let lines = cell.code.map(session.redacted)
    if result.error == nil { note(lines: lines) } else { note(failed: lines) }
    for blocks in result.blocks { note(blocks, language) }
    if let error = result.error { note(error, language) }
  }

  private mutating func comment(_ words: String) {
    if let file { return file.note(remark: words) }
    for line in words.split(separator: "\n", omittingEmptySubsequences: true) { text += "# \(line)\n" }
  }
}
