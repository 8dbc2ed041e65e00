/// A field of characters, each with a style of its own.
struct CharacterCanvas {
  let columns: Int
  let rows: Int
  /// nil is what the last wide character covers.
  private var cells: [Cell?]

  struct Cell: Hashable {
    var text: String
    var role: TextStyle.Role?
    var colour: Colour?
    var background: Colour?
  }

  init(columns: Int, rows: Int) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    cells = Array(repeating: Cell(text: " "), count: self.columns * self.rows)
  }

  mutating func set(_ cell: Cell, column: Int, row: Int) {
    guard 0..<columns ~= column, 0..<rows ~= row else { return }
    cells[row * columns + column] = cell
  }

  mutating func set(_ character: Character, column: Int, row: Int, role: TextStyle.Role? = nil, colour: Colour? = nil) {
    set(Cell(text: String(character), role: role, colour: colour), column: column, row: row)
  }

  /// Writes a text that has been made harmless; what does not fit falls away.
  mutating func write(_ text: String, column: Int, row: Int, role: TextStyle.Role? = nil) {
    var at = column
    for character in text {
      let width = DisplayWidth.of(String(character))
      if at >= 0, at + width <= columns { set(character, column: at, row: row, role: role) }
      if width > 1 { for covered in 1..<width { clear(column: at + covered, row: row) } }
      at += width
    }
  }

  private mutating func clear(column: Int, row: Int) {
    guard 0..<columns ~= column, 0..<rows ~= row else { return }
    cells[row * columns + column] = nil
  }

  /// Returns one row, stretches of one style together, without blanks at its end.
  func line(_ row: Int, _ style: TextStyle) -> String {
    var present = cells[row * columns..<(row + 1) * columns].compactMap { $0 }
    while present.last?.text == " ", present.last?.background == nil { present.removeLast() }
    var line = ""
    var stretch = Cell(text: "")
    for cell in present {
      if (cell.role, cell.colour, cell.background) != (stretch.role, stretch.colour, stretch.background) {
        line += shown(stretch, style)
        stretch = cell
      } else {
        stretch.text += cell.text
      }
    }
    return line + shown(stretch, style)
  }

  private func shown(_ cell: Cell, _ style: TextStyle) -> String {
    if let role = cell.role { return style(role, cell.text) }
    return style.painted(cell.text, cell.colour, on: cell.background)
  }

  func lines(_ style: TextStyle) -> [String] { (0..<rows).map { line($0, style) } }
}
