/// A rectangle of cells, rows and columns counted from 1 as a sheet shows them.
struct CellRange: Sendable, Hashable {
  /// From the first row to the last.
  let rows: ClosedRange<Int>
  /// From the first column to the last.
  let columns: ClosedRange<Int>

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads `B5:N200`, `B5`, or `B:N` for whole columns; nil where it is none of them, or beyond what a sheet holds.
  init?(_ text: String, limits: SourceLimits = .standard) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = Corner(ends[0], limits),
      let last = Corner(ends[ends.count - 1], limits),
      (first.row == nil) == (last.row == nil), ends.count == 2 || first.row != nil
    else { return nil }
    let (top, bottom) = (first.row ?? 1, last.row ?? limits.rows)
    guard top <= bottom, first.column <= last.column else { return nil }
    self.init(rows: top...bottom, columns: first.column...last.column)
  }

  /// `B5:N200`, or `B5` for a single cell.
  var text: String {
    let first = "\(Self.letters(of: columns.lowerBound))\(rows.lowerBound)"
    return rows.count == 1 && columns.count == 1
      ? first : "\(first):\(Self.letters(of: columns.upperBound))\(rows.upperBound)"
  }

  func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }

  /// Returns the letters above a column: A for 1, AA for 27.
  static func letters(of column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }

  private struct Corner {
    let row: Int?
    let column: Int

    init?(_ text: Substring, _ limits: SourceLimits) {
      let marks = text.utf8.filter { $0 != UInt8(ascii: "$") }
      var column = 0
      let letters = marks.prefix { ($0 & 0xDF) &- 65 < 26 }
      let digits = marks.dropFirst(letters.count)
      guard (1...3).contains(letters.count), digits.count <= 7 else { return nil }
      for letter in letters { column = column * 26 + Int((letter & 0xDF) - 64) }
      var row = 0
      for digit in digits {
        guard digit &- 48 < 10 else { return nil }
        row = row * 10 + Int(digit - 48)
      }
      guard column <= limits.columns, digits.isEmpty || (1...limits.rows).contains(row) else { return nil }
      self.column = column
      self.row = digits.isEmpty ? nil : row
    }
  }
}
