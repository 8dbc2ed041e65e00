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
  /// What stands before the heading.
  private var beginning: [UInt8] = []

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

  /// Makes the form that a spreadsheet in a language opens by a double click: in Dutch with semicolons and decimal commas; a byte
  /// order mark tells it the letters.
  public init(forSpreadsheetIn language: Language, isRaw: Bool = false) {
    let isDutch = language == .nl
    self.init(delimiter: isDutch ? ";" : ",", isRaw: isRaw, decimal: isDutch ? .comma : .point)
    beginning = [0xEF, 0xBB, 0xBF]
  }

  private static let rowsInPiece = 8192
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Returns the table as text; one without columns is empty.
  public func text(_ table: Table) -> String { String(decoding: bytes(table), as: UTF8.self) }

  /// Returns the same as UTF-8 bytes.
  public func bytes(_ table: Table) -> [UInt8] {
    var heading = beginning
    guard !table.columns.isEmpty else { return heading }
    for (index, column) in table.columns.enumerated() {
      if index > 0 { heading.append(delimiter) }
      WrittenCell.append(column.name, to: &heading, delimiter: delimiter, isRaw: isRaw)
    }
    heading.append(Self.lineFeed)
    let starts = Array(stride(from: 0, to: table.rowCount, by: Self.rowsInPiece))
    let pen = CSVPen(delimiter: delimiter, isRaw: isRaw, decimal: decimal)
    let pieces = Cores.map(starts.count) { piece in
      pen.lines(table.columns, starts[piece]..<min(starts[piece] + Self.rowsInPiece, table.rowCount))
    }
    return Cores.joined([heading] + pieces)
  }
}
