import Rendering
import WorkbenchKit

/// A notebook as a Markdown page to read: tables as tables, without what the program needs to know of its outputs.
public struct MarkdownExport {
  private let exported: ExportedNotebook

  public init(_ exported: ExportedNotebook) { self.exported = exported }

  public var text: String {
    let notebook = exported.notebook
    let renderer = MarkdownRenderer(language: exported.language)
    var pieces: [String] = []
    let opening = notebook.prose(before: 1)
    if !ProseLines.beginsWithTitle(opening) {
      pieces.append(renderer.text(of: [.heading(Heading(.verbatim(notebook.title)))]))
    }
    for cell in notebook.cells {
      pieces.append(notebook.prose(before: cell.number))
      if cell.number == 1, let line = exported.parameterLine { pieces.append(renderer.text(of: [.paragraph(line)])) }
      if exported.showsCode {
        let fence = CodeFence.around(cell.code)
        pieces.append("\(fence)leerkring\n\(cell.text)\n\(fence)")
      }
      if let remark = exported.remark(on: cell) { pieces.append(renderer.text(of: [.notice(remark)])) }
      guard let result = exported.results[cell.number] else { continue }
      for blocks in result.blocks { pieces.append(renderer.text(of: blocks)) }
      pieces += result.output.pictures.map { "![\($0.alternative)](<\($0.path)>)" }
    }
    pieces.append(notebook.prose(before: notebook.cells.count + 1))
    let bodies = pieces.map { piece in
      var lines = NotebookText(piece).lines.map(\.content)[...]
      while lines.first?.isEmpty == true { lines.removeFirst() }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines.joined(separator: "\n")
    }
    return bodies.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
