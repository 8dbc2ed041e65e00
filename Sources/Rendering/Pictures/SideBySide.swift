/// Cells of several lines beside each other, two blanks between them.
enum SideBySide {
  static func lines(_ cells: [(lines: [String], width: Int)]) -> [String] {
    let height = cells.reduce(1) { max($0, $1.lines.count) }
    return (0..<height).map { row in
      var line = ""
      // Blanks are written when something follows them.
      var owed = 0
      for cell in cells {
        let text = cell.lines.indices.contains(row) ? cell.lines[row] : ""
        if !text.isEmpty {
          line += String(repeating: " ", count: owed) + text
          owed = 0
        }
        owed += max(cell.width - (text.isEmpty ? 0 : TextStyle.width(text)), 0) + 2
      }
      return line
    }
  }
}
