extension Notebook {
  /// Returns the file with other lines in some cells, and with cells that come behind some. Outputs stay as they are, and are out of date.
  ///
  /// - Parameters:
  ///   - changed: by the number of a cell its lines.
  ///   - added: by the number of a cell the lines of those that come behind it.
  public func source(changing changed: [Int: [String]], adding added: [Int: [[String]]]) -> String {
    var result: [NotebookText.Line] = []
    var done = 0
    for cell in cells where changed[cell.number] != nil || added[cell.number] != nil {
      result += text.lines[done..<cell.range.lowerBound] + fenced(changed[cell.number] ?? cell.code, as: cell)
      result += text.lines[cell.outputRange]
      done = cell.outputRange.upperBound
      for code in added[cell.number] ?? [] {
        // The last line of a file may lack its line break.
        if result.last?.ending == "" { result[result.count - 1].ending = text.ending }
        result += [NotebookText.Line(content: "", ending: text.ending)] + fenced(code, as: cell)
      }
    }
    return NotebookText.joined(result + text.lines[done...])
  }

  /// Lines between the fences of a cell, or between longer ones where a line would close these.
  private func fenced(_ code: [String], as cell: Cell) -> [NotebookText.Line] {
    if code == cell.code { return Array(text.lines[cell.range]) }
    var (open, close) = (text.lines[cell.range.lowerBound], text.lines[cell.range.upperBound - 1])
    if let fence = CodeFence(opening: open.content), code.contains(where: fence.isClosed) {
      let sign = CodeFence.around(code)
      (open.content, close.content) = (sign + fence.info, sign)
    }
    return [open] + code.map { NotebookText.Line(content: $0, ending: text.ending) } + [close]
  }
}
