import Notebooks
import Rendering
import Session
import WorkbenchKit

/// What was done in a presentation, in the order in which it was done; a script that can be run from the notebook's folder.
struct PresentationLog {
  private(set) var text = ""

  mutating func note(remark: String) { comment(remark) }

  mutating func note(lines: [String]) { for line in lines { text += line + "\n" } }

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
    for line in words.split(separator: "\n", omittingEmptySubsequences: true) { text += "# \(line)\n" }
  }
}
