import WorkbenchKit

/// The cells of a matrix in words: mark, number, lines.
struct CellWords {
  private let matrix: CellMatrix
  private let marks: NumberMarks
  private let digits: Digits
  private let decimals: Int

  init(_ matrix: CellMatrix, _ language: Language) {
    self.matrix = matrix
    marks = NumberMarks(language)
    digits = Digits(matrix.format, unit: matrix.unit)
    decimals = digits.decimals(for: matrix.cells.joined().compactMap(\.number))
  }

  /// Returns the lines of a cell; an empty cell has none.
  func lines(_ cell: CellMatrix.Cell) -> [String] {
    var lines: [String] = []
    if let mark = cell.mark { lines.append("\(mark.sign) \(mark.label(marks.language))") }
    if let number = cell.number { lines.append(self.number(number)) }
    return lines
      + cell.lines.map { line in
        let text = line.text(marks.language)
        return line.label.map { "\($0(marks.language)): \(text)" } ?? text
      }
  }

  func number(_ number: Double) -> String { digits.text(number, decimals: decimals, marks: marks) }
}

extension CellMatrix.Mark {
  /// One column wide, and told apart without colour.
  var sign: String {
    switch self {
    case .present: "●"
    case .partly: "◐"
    case .absent: "○"
    case .unknown: "?"
    case .conflict: "↯"
    }
  }
}

extension CellMatrix {
  /// Whether there is nothing but numbers in it.
  var isNumeric: Bool {
    cells.joined().allSatisfy { $0.lines.isEmpty && $0.mark == nil } && cells.joined().contains { $0.number != nil }
  }

  /// What the cells hold as a table, a row for each row; the lines of a cell are parted by `separator`.
  func table(_ language: Language, separator: String = "\n") -> Table {
    let words = CellWords(self, language)
    let heading = Column.texts(rowHeading(language), rows.map { $0.words(language) })
    return Table(
      columns: [heading]
        + columns.indices.map { column in
          let name = columns[column].words(language)
          if isNumeric {
            return Column.numbers(
              name, cells.map { $0[column].number ?? .nan }, label: .verbatim(name), unit: unit, format: format)
          }
          return Column.texts(
            name,
            cells.map { row in
              let lines = words.lines(row[column])
              return lines.isEmpty ? nil : lines.joined(separator: separator)
            })
        })
  }
}
