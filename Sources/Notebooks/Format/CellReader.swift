import WorkbenchKit

/// Finds the cells of a notebook and what stands under each.
struct CellReader {
  let lines: [NotebookText.Line]
  let path: String

  /// The lines, from 0, that look as if they open a cell and do not: in a quotation or a list, or set in so far that
  /// Markdown takes it for text as it stands.
  static func near(_ text: NotebookText, from start: Int, beside cells: [Cell]) -> [Int] {
    let reader = CellReader(lines: text.lines, path: "")
    var found: [Int] = []
    var index = start
    while index < reader.lines.count {
      let line = reader.lines[index].content
      if let cell = cells.first(where: { $0.range.lowerBound == index }) {
        index = max(cell.outputRange.upperBound, cell.range.upperBound)
      } else if let end = reader.commentEnd(from: index) {
        index = end
      } else if let fence = CodeFence(opening: line) {
        index = (reader.close(of: fence, from: index) ?? reader.lines.count) + 1
      } else {
        let inner = Self.inner(line)
        if inner.count < line.count, CodeFence(opening: String(inner))?.isCell == true { found.append(index) }
        index = (reader.innerClose(from: index) ?? index) + 1
      }
    }
    return found
  }

  /// - Throws: `notebook.fence` for a cell or an output that is not closed.
  static func cells(of text: NotebookText, from start: Int, path: String) throws -> [Cell] {
    let reader = CellReader(lines: text.lines, path: path)
    var cells: [Cell] = []
    var index = start
    while index < reader.lines.count {
      if let end = reader.commentEnd(from: index) {
        index = end
      } else if let fence = CodeFence(opening: reader.lines[index].content) {
        let close = reader.close(of: fence, from: index)
        guard fence.isCell else {
          index = (close ?? reader.lines.count) + 1
          continue
        }
        guard let close else { throw reader.unclosed(fence.word, at: index) }
        let cell = try reader.cell(fence, from: index, to: close, number: cells.count + 1)
        cells.append(cell)
        index = max(cell.outputRange.upperBound, close + 1)
      } else {
        index = (reader.innerClose(from: index) ?? index) + 1
      }
    }
    return cells
  }

  private func cell(_ fence: CodeFence, from open: Int, to close: Int, number: Int) throws -> Cell {
    let code = lines[(open + 1)..<close].map { fence.unindented($0.content) }
    let (output, gap, end) = try output(under: close + 1)
    return Cell(
      number: number, line: open + 1, code: code, output: output, range: open..<close + 1,
      outputRange: close + 1..<(output == nil ? close + 1 : end), gap: gap)
  }

  /// Reads the output that begins at a line or behind blank lines.
  private func output(under start: Int) throws -> (output: CellOutput?, gap: Int, end: Int) {
    var output: CellOutput?
    var end = start
    var gap = 0
    if let first = firstFilled(from: start) {
      if let fence = CodeFence(opening: lines[first].content), fence.word == "output" {
        guard let close = close(of: fence, from: first) else { throw unclosed(fence.word, at: first) }
        output = CellOutput(
          mark: OutputMark(info: fence.info.dropFirst(6)),
          body: lines[(first + 1)..<close].map { fence.unindented($0.content) }, line: first + 2)
        (end, gap) = (close + 1, first - start)
      } else if let info = Self.remark(lines[first].trimmed) {
        output = CellOutput(mark: OutputMark(info: info), line: first + 1)
        (end, gap) = (first + 1, first - start)
      }
    }
    guard output != nil else { return (nil, 0, start) }
    while let next = firstFilled(from: end), let picture = OutputWriter.picture(lines[next].trimmed) {
      output?.pictures.append(picture)
      end = next + 1
    }
    return (output, gap, end)
  }

  private func firstFilled(from start: Int) -> Int? { lines[start...].firstIndex { !$0.isBlank } }

  /// A line without what makes it one of a quotation or a list, or sets it in.
  private static func inner(_ line: String) -> Substring {
    line.drop { " \t>-*+.)".contains($0) || $0.isNumber }
  }

  /// Where a block is closed that a line of a quotation or a list opens: its last line, set in, would else open another.
  private func innerClose(from index: Int) -> Int? {
    let line = lines[index].content
    let inner = Self.inner(line)
    guard line.prefix(line.count - inner.count).contains(where: { ">-*+.)".contains($0) }),
      let fence = CodeFence(opening: String(inner))
    else { return nil }
    return lines[(index + 1)...].firstIndex { fence.isClosed(by: String($0.content.drop { " \t>".contains($0) })) }
  }

  private func close(of fence: CodeFence, from open: Int) -> Int? {
    lines[(open + 1)...].firstIndex { fence.isClosed(by: $0.content) }
  }

  /// `<!-- output … -->`, which stands under a cell that shows nothing.
  private static func remark(_ line: Substring) -> Substring? {
    guard line.hasPrefix("<!-- output"), line.hasSuffix("-->") else { return nil }
    let inside = line.dropFirst(11).dropLast(3)
    return inside.first == " " && !inside.contains("-->") ? inside : nil
  }

  /// The line behind a comment of more than one line that begins here: what it hides is not run.
  private func commentEnd(from index: Int) -> Int? {
    let line = lines[index].trimmed
    guard line.hasPrefix("<!--"), !line.contains("-->") else { return nil }
    return (lines[index...].firstIndex { $0.content.contains("-->") } ?? lines.count - 1) + 1
  }

  private func unclosed(_ word: Substring, at index: Int) -> Diagnostic {
    Diagnostic(
      "notebook.fence",
      Text(
        nl: "het blok '\(word)' is niet gesloten", en: "the '\(word)' block is not closed"),
      wayOut: Text(
        nl: "sluit het met een regel ``` van dezelfde lengte", en: "close it with a line ``` of the same length"),
      place: Place(
        source: path, line: index + 1, column: 1, length: lines[index].content.count, text: lines[index].content))
  }
}
