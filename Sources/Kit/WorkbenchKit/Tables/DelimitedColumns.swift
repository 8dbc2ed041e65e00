extension DelimitedText {
  /// A column read as numbers.
  public struct Numbers: Sendable {
    /// One a row; missing and unreadable are NaN.
    public var values: [Double]
    /// The first rows, at most ten, whose cell is neither a number nor missing.
    public var unreadableRows: [Int] = []
    /// How many cells hold something that is no number.
    public var unreadableCount = 0
  }

  /// Reads a column as numbers. Empty, `.`, `NA` and `NaN` are missing; blanks, `€`, `%` and `*` around the digits are passed
  /// over; marks may part thousands. `numberNotices` says what was taken off, and what remains in doubt.
  public func numbers(column: Int) -> Numbers { numbers(columns: [column])[0] }

  /// Reads several columns as numbers, in the order of the bytes, which is faster than one after the other.
  public func numbers(columns: [Int]) -> [Numbers] {
    var result = columns.map { _ in Numbers(values: [Double](repeating: .nan, count: rowCount)) }
    let width = header.count
    let rowsAtOnce = 256
    bytes.withUnsafeBufferPointer { bytes in
      cells.withUnsafeBufferPointer { cells in
        for first in stride(from: 0, to: rowCount, by: rowsAtOnce) {
          for (place, column) in columns.enumerated() {
            let marks = decision.marks[column]
            var unreadable: [Int] = []
            result[place].values.withUnsafeMutableBufferPointer { values in
              for row in first..<min(first + rowsAtOnce, rowCount) {
                switch WrittenNumber(cells[row * width + column].trimmed(in: bytes), marks: marks) {
                case .number(let number): values[row] = number
                case .missing: break
                case .unreadable: unreadable.append(row)
                }
              }
            }
            result[place].unreadableCount += unreadable.count
            result[place].unreadableRows += unreadable.prefix(10 - result[place].unreadableRows.count)
          }
        }
      }
    }
    return result
  }

  /// Reads a column as texts, quotes undone; empty and `.` are missing.
  ///
  /// - Parameters:
  ///   - column: counted from 0.
  ///   - trimmed: whether spaces and tabs around a text are dropped.
  public func texts(column: Int, trimmed: Bool = true) -> [String?] {
    let width = header.count
    return bytes.withUnsafeBufferPointer { bytes in
      (0..<rowCount).map { row in
        let cell = cells[row * width + column]
        let content = cell.trimmed(in: bytes)
        if content.isEmpty || content.count == 1 && content[0] == UInt8(ascii: ".") { return nil }
        return cell.text(in: bytes, trimmed: trimmed)
      }
    }
  }

  /// Reads every column as what it looks like: numbers where all cells that are there are numbers, none begins with a
  /// nought before another digit (`0344` is a code) and none is a whole number above 2^53; booleans where all are `true` or
  /// `false`; else texts, without padding. A column of which every cell has `%` or `€` has that as its unit.
  ///
  /// Empty and `.` are missing in any column, `NA` and `NaN` in a column of numbers or booleans only. A column without any
  /// value is one of numbers.
  /// - Throws: `file.ragged` where records differ in length.
  public func table() throws -> Table {
    if raggedCount > 0 { throw DelimitedProblems(name: name).ragged(self) }
    let cores = cells.count < Self.parallelCells ? 1 : Cores.count
    return Table(columns: Cores.map(header.count, on: cores, column))
  }

  private func column(_ index: Int) -> Column {
    let name = header[index]
    switch look(at: index) {
    case .numbers(let values): return .numbers(name, values, unit: evidence[index].unit)
    case .booleans:
      return Column(name, .booleans(texts(column: index).map { $0.flatMap { Bool($0.lowercased()) } }))
    case .texts: return .texts(name, texts(column: index))
    }
  }

  /// What a column looks like, with the numbers that were read to see it.
  private enum Look {
    case numbers([Double])
    case booleans, texts
  }

  private func look(at column: Int) -> Look {
    let width = header.count
    let marks = decision.marks[column]
    var sawNumber = false
    var sawBoolean = false
    var isText = false
    let values = bytes.withUnsafeBufferPointer { bytes in
      [Double](unsafeUninitializedCapacity: rowCount) { values, filled in
        while !isText, filled < rowCount {
          let text = cells[filled * width + column].trimmed(in: bytes)
          var value = Double.nan
          switch WrittenNumber(text, marks: marks) {
          case .missing: break
          case .number(let number):
            value = number
            sawNumber = true
            isText = WrittenNumber.isCode(text)
          case .unreadable:
            sawBoolean = true
            isText = text.count > 5 || Bool(String(decoding: text, as: UTF8.self).lowercased()) == nil
          }
          isText = isText || sawNumber && sawBoolean
          values.initializeElement(at: filled, to: value)
          filled += 1
        }
      }
    }
    if isText { return .texts }
    return sawBoolean ? .booleans : .numbers(values)
  }
}

extension DelimitedProblems {
  fileprivate func ragged(_ text: DelimitedText) -> Diagnostic {
    let width = text.recordLength
    let columns = Text(
      nl: width == 1 ? "1 kolom" : "\(width) kolommen", en: width == 1 ? "1 column" : "\(width) columns")
    let lines = text.raggedRows.prefix(5)
    let nl = lines.map { "regel \($0.line) heeft er \($0.cells)" }.joined(separator: ", ")
    let en = lines.map { "line \($0.line) has \($0.cells)" }.joined(separator: ", ")
    let more = text.raggedCount - lines.count
    return Diagnostic(
      "file.ragged",
      subject
        + Text(
          nl: " telt \(columns.nl), maar \(nl)" + (more > 0 ? " en zo nog \(more) regels" : ""),
          en: " has \(columns.en), but \(en)" + (more > 0 ? " and so on for \(more) more lines" : "")),
      wayOut: Text(
        nl: "vul die regels aan, of zet aanhalingstekens om een cel met het scheidingsteken erin",
        en: "complete those lines, or quote a cell that holds the separator"))
  }
}
