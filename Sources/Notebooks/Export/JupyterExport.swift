import Rendering
import WorkbenchKit

/// A notebook in the form that Jupyter reads (nbformat 4.5), with what its cells gave.
public struct JupyterExport {
  private let exported: ExportedNotebook

  public init(_ exported: ExportedNotebook) { self.exported = exported }

  public var text: String {
    var cells: [JSON] = []
    let notebook = exported.notebook
    if !ProseLines.beginsWithTitle(notebook.prose(before: 1)) {
      cells.append(markdown("# " + notebook.title + "\n", id: "title"))
    }
    for cell in notebook.cells {
      prose(notebook.prose(before: cell.number), id: "prose-\(cell.number)", into: &cells)
      if cell.number == 1, let line = exported.parameterLine {
        cells.append(markdown(line(exported.language), id: "parameters"))
      }
      cells.append(code(cell))
      if let remark = exported.remark(on: cell) {
        let words = MarkdownRenderer(language: exported.language).text(of: [.notice(remark)])
        cells.append(markdown(words, id: "remark-\(cell.number)"))
      }
    }
    prose(notebook.prose(before: notebook.cells.count + 1), id: "prose-\(notebook.cells.count + 1)", into: &cells)
    let whole: JSON = [
      "cells": .array(cells),
      "metadata": [
        "kernelspec": ["display_name": "leerkring", "language": "leerkring", "name": "leerkring"],
        "language_info": ["name": "leerkring", "file_extension": ".lk", "mimetype": "text/plain"],
        "title": .string(notebook.title),
        "leerkring": [
          "language": .string(exported.language.rawValue),
          "parameters": .object(
            Dictionary(exported.values.map { ($0.name, JSON.string($0.value.plain)) }) { first, _ in first }),
        ],
      ],
      "nbformat": 4, "nbformat_minor": 5,
    ]
    return whole.canonical + "\n"
  }

  private func prose(_ text: String, id: String, into cells: inout [JSON]) {
    var lines = NotebookText(text).lines.map(\.content)[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if !lines.isEmpty { cells.append(markdown(lines.joined(separator: "\n"), id: id)) }
  }

  private func markdown(_ text: String, id: String) -> JSON {
    ["cell_type": "markdown", "id": .string(id), "metadata": [:], "source": lines(text)]
  }

  private func code(_ cell: Cell) -> JSON {
    var outputs: [JSON] = []
    let result = exported.results[cell.number]
    var pictures = 0
    for blocks in result?.blocks ?? [] where !blocks.isEmpty { outputs += displayed(blocks, cell, &pictures) }
    return [
      "cell_type": "code", "id": .string("cell-\(cell.number)"), "metadata": [:],
      "execution_count": exported.isFresh && result != nil ? .number(Double(cell.number)) : .null,
      "source": lines(cell.text), "outputs": .array(outputs),
    ]
  }

  /// What a line gave as text, Markdown and HTML, of which Jupyter shows the best; each picture on its own.
  private func displayed(_ blocks: [Block], _ cell: Cell, _ pictures: inout Int) -> [JSON] {
    var outputs: [JSON] = []
    var rest: [Block] = []
    func close() {
      guard !rest.isEmpty else { return }
      let text = TextRenderer(language: exported.language, columns: CellText.columns).text(of: rest)
      var data: [String: JSON] = ["text/plain": lines(text)]
      if !Self.isPlain(rest) {
        data["text/markdown"] = lines(MarkdownRenderer(language: exported.language).text(of: rest))
      }
      outputs.append(output(data))
      rest = []
    }
    for block in blocks {
      let id = "picture-\(cell.number)-\(pictures + 1)"
      guard let picture = SVGForm(language: exported.language).picture(of: block, id: id) else {
        rest.append(block)
        continue
      }
      close()
      pictures += 1
      let text = TextRenderer(language: exported.language, columns: CellText.columns).text(of: [block])
      outputs.append(output(["text/plain": lines(text), "image/svg+xml": lines(picture)]))
    }
    close()
    return outputs
  }

  private func output(_ data: [String: JSON]) -> JSON {
    ["output_type": "display_data", "data": .object(data), "metadata": [:]]
  }

  private static func isPlain(_ blocks: [Block]) -> Bool {
    blocks.allSatisfy { if case .text = $0 { true } else { false } }
  }

  /// A text as the list of its lines, each with its line break.
  private func lines(_ text: String) -> JSON {
    .array(NotebookText(text).lines.map { .string($0.content + ($0.ending.isEmpty ? "" : "\n")) })
  }
}
