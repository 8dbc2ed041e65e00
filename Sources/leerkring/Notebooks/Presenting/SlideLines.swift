import Notebooks
import Rendering
import Session
import WorkbenchKit

/// What stands on a slide: the prose before a cell, its lines, and what it gave.
struct SlideLines {
  let session: Session
  let columns: Int
  let allowsColour: Bool

  /// - Parameter cell: nil behind the last.
  func lines(_ notebook: Notebook, before number: Int, _ cell: Cell?, _ result: CellResult?) -> [SlideScreen.Line] {
    var lines = prose(notebook, before: number).map {
      SlideScreen.Line(text: $0.text, style: $0.isHeading ? "1" : "")
    }
    guard let cell else { return lines }
    if !lines.isEmpty { lines.append(.init(text: "")) }
    for line in cell.code { lines += code(line) }
    if let result {
      lines.append(.init(text: ""))
      lines += self.result(result)
    }
    return lines
  }

  func prose(_ notebook: Notebook, before number: Int) -> [ProseLines.Line] {
    ProseLines.lines(session.redacted(notebook.prose(before: number)), width: columns - 1)
  }

  /// A line that is run, as it stands behind its sign.
  func code(_ line: String) -> [SlideScreen.Line] {
    DisplayWidth.wrapped(Sanitizer.line(session.redacted(line)), to: columns - 3).enumerated().map {
      SlideScreen.Line(text: ($0 == 0 ? "› " : "  ") + $1, style: "36")
    }
  }

  func result(_ result: CellResult) -> [SlideScreen.Line] {
    result.blocks.flatMap(rendered)
      + (result.error.map { split(DiagnosticText(language: session.language, columns: columns).prompt($0)) } ?? [])
  }

  func rendered(_ blocks: [Block]) -> [SlideScreen.Line] {
    let style: TextStyle = allowsColour ? .coloured : .plain
    return split(TextRenderer(language: session.language, columns: columns, style: style).text(of: blocks))
  }

  func split(_ text: String) -> [SlideScreen.Line] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { SlideScreen.Line(text: String($0)) }
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines
  }
}
