/// What a person would see of what a program wrote to a terminal: as much of a VT100 as a line editor uses.
public struct Screen {
  public private(set) var columns: Int
  public let rows: Int
  /// Each cell holds a character with the marks on it; the right half of a wide one is empty.
  private var cells: [[String]]
  public private(set) var row = 0
  public private(set) var column = 0
  /// The last column was written: the next character goes to the next row.
  private var isPastEnd = false
  private var insertsCharacters = false
  private var pending: [Unicode.Scalar] = []
  /// The lines that went out at the top.
  private var gone: [String] = []

  public init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows, without blanks at their ends.
  public var lines: [String] { cells.map(Self.text) }
  /// All that was ever on it, empty rows at the bottom left out.
  public var text: String {
    var all = gone + lines
    while all.last == "" { all.removeLast() }
    return all.joined(separator: "\n")
  }
  /// The row in which the cursor is.
  public var line: String { lines[row] }
  /// What stands before the cursor in its row.
  public var beforeCursor: String { cells[row][..<column].joined() }

  private static func text(_ row: [String]) -> String {
    var row = row[...]
    while row.last == " " { row.removeLast() }
    return row.joined()
  }

  public mutating func resize(columns: Int) {
    for index in cells.indices {
      cells[index] = Array(
        (cells[index] + Array(repeating: " ", count: max(0, columns - self.columns))).prefix(columns))
    }
    self.columns = columns
    column = min(column, columns - 1)
  }

  public mutating func write(_ text: String) {
    for scalar in text.unicodeScalars {
      if !pending.isEmpty || scalar == "\u{1B}" {
        pending.append(scalar)
        if let sequence = whole() {
          pending = []
          obey(sequence)
        }
        continue
      }
      switch scalar {
      case "\r":
        column = 0
        isPastEnd = false
      case "\n": lineFeed()
      case "\u{8}":
        column = max(0, column - 1)
        isPastEnd = false
      case "\u{7}": break
      default: put(scalar)
      }
    }
  }

  private mutating func lineFeed() {
    isPastEnd = false
    if row < rows - 1 {
      row += 1
    } else {
      gone.append(Self.text(cells.removeFirst()))
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 {
      let before = max(0, isPastEnd ? column : column - 1)
      cells[row][before].unicodeScalars.append(scalar)
      return
    }
    if isPastEnd || column + width > columns {
      column = 0
      lineFeed()
    }
    if insertsCharacters {
      cells[row].insert(contentsOf: Array(repeating: " ", count: width), at: column)
      cells[row].removeLast(width)
    }
    cells[row][column] = String(scalar)
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    isPastEnd = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF00...0xFF60, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }

  // MARK: Sequences

  private struct Sequence {
    var final: Unicode.Scalar
    var numbers: [Int]
    var isPrivate: Bool
    var first: Int { max(1, numbers.first ?? 1) }
    var kind: Int { numbers.first ?? 0 }
  }

  /// The sequence that is pending, when it has come to its end; those that are not CSI have no meaning here.
  private func whole() -> Sequence? {
    guard pending.count > 1, let last = pending.last else { return nil }
    guard pending[1] == "[" else {
      // ESC ( B takes one more.
      if pending.count == 2, "()#".unicodeScalars.contains(pending[1]) { return nil }
      return Sequence(final: "\u{0}", numbers: [], isPrivate: true)
    }
    guard pending.count > 2, (0x40...0x7E).contains(last.value) else { return nil }
    let body = String(String.UnicodeScalarView(pending[2..<pending.count - 1]))
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    return Sequence(final: last, numbers: body.isEmpty ? [] : numbers, isPrivate: body.hasPrefix("?"))
  }

  private mutating func obey(_ sequence: Sequence) {
    guard !sequence.isPrivate else { return }
    if sequence.final != "m" { isPastEnd = false }
    let count = sequence.first
    switch sequence.final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, sequence.numbers.count > 1 ? sequence.numbers[1] : 1)) - 1
    case "J": eraseScreen(sequence.kind)
    case "K": eraseLine(sequence.kind)
    case "P":
      let count = min(count, columns - column)
      cells[row].removeSubrange(column..<column + count)
      cells[row] += Array(repeating: " ", count: count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(columns))
    case "h": if sequence.kind == 4 { insertsCharacters = true }
    case "l": if sequence.kind == 4 { insertsCharacters = false }
    default: break
    }
  }

  private mutating func eraseLine(_ kind: Int) {
    let range = kind == 0 ? column..<columns : kind == 1 ? 0..<column + 1 : 0..<columns
    for index in range { cells[row][index] = " " }
  }

  private mutating func eraseScreen(_ kind: Int) {
    if kind == 0 { eraseLine(0) }
    for index in kind == 0 ? row + 1..<rows : 0..<rows {
      cells[index] = Array(repeating: " ", count: columns)
    }
  }
}
