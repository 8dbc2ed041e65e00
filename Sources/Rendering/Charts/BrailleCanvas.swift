/// A field of dots, two wide and four high in each character.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  private var cells: [UInt8]
  /// Letters that stand over the dots.
  private var letters: [Int: Character] = [:]
  /// What stands in a row where there are no dots.
  private var grounds: [Int: Character] = [:]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: 0, count: columns * rows)
  }

  var dotColumns: Int { columns * 2 }
  var dotRows: Int { rows * 4 }

  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets a dot, counted from the left and from the top; one outside the field is left out.
  mutating func dot(_ x: Int, _ y: Int) {
    guard 0..<dotColumns ~= x, 0..<dotRows ~= y else { return }
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  /// Sets a letter over the character in which a dot lies.
  mutating func letter(_ letter: Character, _ x: Int, _ y: Int) {
    guard 0..<dotColumns ~= x, 0..<dotRows ~= y else { return }
    letters[y / 4 * columns + x / 2] = letter
  }

  /// Writes a word beside the character in which a dot lies, on the side where it covers fewer letters; what does not fit is left out.
  mutating func write(_ word: String, beside x: Int, _ y: Int) {
    guard 0..<dotColumns ~= x, 0..<dotRows ~= y else { return }
    let width = DisplayWidth.of(word)
    // A letter of two columns would push the rest of its row aside.
    guard width == word.count else { return }
    let starts = [x / 2 + 2, x / 2 - 1 - width].filter { $0 >= 0 && $0 + width <= columns }
    let row = y / 4 * columns
    func covered(_ start: Int) -> Int { (start..<(start + width)).count { letters[row + $0] != nil } }
    guard let start = starts.min(by: { covered($0) < covered($1) }) else { return }
    for (place, character) in word.enumerated() { letters[row + start + place] = character }
  }

  /// Rules a line through the row in which a dot lies, behind all dots.
  mutating func rule(_ ground: Character, _ y: Int) { grounds[y / 4] = ground }

  /// Draws a straight line (Bresenham 1965).
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let dx = abs(end.x - start.x)
    let dy = -abs(end.y - start.y)
    let stepX = start.x < end.x ? 1 : -1
    let stepY = start.y < end.y ? 1 : -1
    var (x, y) = start
    var error = dx + dy
    while true {
      dot(x, y)
      if x == end.x, y == end.y { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += stepX
      }
      if doubled <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// Returns one row of characters, without blanks at its end.
  func row(_ row: Int) -> String {
    var text = ""
    var blanks = 0
    for column in 0..<columns {
      let index = row * columns + column
      guard cells[index] != 0 || letters[index] != nil else {
        if let ground = grounds[row] { text.append(ground) } else { blanks += 1 }
        continue
      }
      text += String(repeating: " ", count: blanks)
      blanks = 0
      if let letter = letters[index] {
        text.append(letter)
      } else if let scalar = Unicode.Scalar(0x2800 + UInt32(cells[index])) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
