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
    self.delimiter = isUnfit ? UInt8(ascii: ",") : byte
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Returns the table as text; one without columns is empty.
  public func text(_ table: Table) -> String { String(decoding: bytes(table), as: UTF8.self) }

  /// Returns the same as UTF-8 bytes.
  public func bytes(_ table: Table) -> [UInt8] {
    guard !table.columns.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.rowCount * table.columns.count * 6)
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(column.name, to: &bytes)
    }
    bytes.append(Self.lineFeed)
    // A line that is wholly empty would be skipped by most readers.
    let isAlone = table.columns.count == 1
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(delimiter) }
        let before = bytes.count
        append(column, row, to: &bytes)
        if isAlone, bytes.count == before { bytes += [Self.quote, Self.quote] }
      }
      bytes.append(Self.lineFeed)
    }
    return bytes
  }

  private func append(_ column: Column, _ row: Int, to bytes: inout [UInt8]) {
    if !column.withheld.isEmpty, let shown = column.withheld[row] { return append(shown, to: &bytes) }
    switch column.storage {
    case .numbers(let values):
      // Through the quoting too: with a point or a minus for a delimiter a number needs it.
      if values[row].isFinite {
        var number = NumberText.shortest(values[row])
        if decimal == UInt8(ascii: ","), let point = number.firstIndex(of: ".") {
          number.replaceSubrange(point...point, with: ",")
        }
        WrittenCell.append(number, to: &bytes, delimiter: delimiter, isRaw: true)
      }
    case .texts(let values): if let text = values[row] { append(text, to: &bytes) }
    case .booleans(let values): if let boolean = values[row] { append(boolean ? "true" : "false", to: &bytes) }
    case .dates: if let date = column[row].date { append(date.text, to: &bytes) }
    }
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    WrittenCell.append(text, to: &bytes, delimiter: delimiter, isRaw: isRaw)
  }
}
