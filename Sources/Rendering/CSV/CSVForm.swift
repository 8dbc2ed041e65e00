import WorkbenchKit

/// A table as delimited text after RFC 4180: a heading, point decimals, quotes where they are needed; lines end in LF.
///
/// Missing is an empty cell, an empty text is `""`. A withheld cell holds the text that is shown in its place (`<5`). A text that a
/// spreadsheet would run has an apostrophe before it, as `WrittenCell` says; reading the file back gives the same table.
public struct CSVForm: Sendable {
  /// One ASCII character; not a quote or a line break.
  private let delimiter: UInt8
  private let isRaw: Bool
  private let decimal: UInt8
  /// Whether the delimiter is a sign that may stand in a number.
  private let isInNumbers: Bool

  /// Makes the form.
  ///
  /// - Parameters:
  ///   - delimiter: a comma, semicolon, tab or another ASCII character; what cannot part cells counts as a comma.
  ///   - isRaw: whether texts stand as they are though a spreadsheet would run them.
  ///   - decimal: the mark before decimals.
  public init(delimiter: Character = ",", isRaw: Bool = false, decimal: DecimalMark = .point) {
    self.isRaw = isRaw
    self.decimal = UInt8(ascii: decimal == .comma ? "," : ".")
    let byte = delimiter.asciiValue ?? UInt8(ascii: ",")
    let isUnfit = byte == Self.quote || byte == Self.lineFeed || byte == Self.carriageReturn
    let delimiter = isUnfit ? UInt8(ascii: ",") : byte
    self.delimiter = delimiter
    isInNumbers = "0123456789+-.,e".utf8.contains(delimiter)
  }

  private static let rowsInPiece = 8192
  private static let rowsInBlock = 64
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Returns the table as text; one without columns is empty.
  public func text(_ table: Table) -> String { String(decoding: bytes(table), as: UTF8.self) }

  /// Returns the same as UTF-8 bytes.
  public func bytes(_ table: Table) -> [UInt8] {
    guard !table.columns.isEmpty else { return [] }
    var bytes: [UInt8] = []
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(column.name, to: &bytes)
    }
    bytes.append(Self.lineFeed)
    let starts = Array(stride(from: 0, to: table.rowCount, by: Self.rowsInPiece))
    let pieces = Cores.map(starts.count) { piece in
      let rows = starts[piece]..<min(starts[piece] + Self.rowsInPiece, table.rowCount)
      var lines: [UInt8] = []
      lines.reserveCapacity(rows.count * table.columns.count * 8)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsInBlock) {
        append(table.columns, start..<min(start + Self.rowsInBlock, rows.upperBound), to: &lines)
      }
      return lines
    }
    bytes.reserveCapacity(pieces.reduce(bytes.count) { $0 + $1.count })
    for piece in pieces { bytes += piece }
    return bytes
  }

  /// Adds some rows as lines. The cells are written column by column and then put beside each other, so that what a column holds is
  /// looked at once for all rows.
  private func append(_ columns: [Column], _ rows: Range<Int>, to lines: inout [UInt8]) {
    var cells: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(columns.count * rows.count)
    for column in columns { append(column, rows, to: &cells, &ends) }
    // A line that is wholly empty would be skipped by most readers.
    let isAlone = columns.count == 1
    cells.withUnsafeBufferPointer { cells in
      for row in 0..<rows.count {
        for place in stride(from: row, to: ends.count, by: rows.count) {
          if place > row { lines.append(delimiter) }
          let start = place > 0 ? ends[place - 1] : 0
          lines.append(contentsOf: UnsafeBufferPointer(rebasing: cells[start..<ends[place]]))
          if isAlone, start == ends[place] { lines += [Self.quote, Self.quote] }
        }
        lines.append(Self.lineFeed)
      }
    }
  }

  /// Adds the cells of a column, and after each where it ends.
  private func append(_ column: Column, _ rows: Range<Int>, to cells: inout [UInt8], _ ends: inout [Int]) {
    let withheld = column.withheld
    func each(_ append: (Int, inout [UInt8]) -> Void) {
      for row in rows {
        if !withheld.isEmpty, let shown = withheld[row] {
          self.append(shown, to: &cells)
        } else {
          append(row, &cells)
        }
        ends.append(cells.count)
      }
    }
    switch column.storage {
    case .numbers(let values): each { row, cells in append(values[row], to: &cells) }
    case .texts(let values): each { row, cells in if let text = values[row] { append(text, to: &cells) } }
    case .booleans(let values):
      each { row, cells in if let boolean = values[row] { append(boolean ? "true" : "false", to: &cells) } }
    case .dates: each { row, cells in if let date = column[row].date { append(date.text, to: &cells) } }
    }
  }

  private func append(_ number: Double, to cells: inout [UInt8]) {
    guard number.isFinite else { return }
    let start = cells.count
    NumberText.append(shortest: number, to: &cells, point: decimal)
    // With a point or a minus for a delimiter a number needs quotes.
    if isInNumbers, cells[start...].contains(delimiter) {
      cells.insert(Self.quote, at: start)
      cells.append(Self.quote)
    }
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    WrittenCell.append(text, to: &bytes, delimiter: delimiter, isRaw: isRaw)
  }
}
