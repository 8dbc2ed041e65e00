/// What stands around the table in a delimited text: a title above the names of the columns, a line with the source below.
///
/// StatLine's own downloads have both, and names of columns in several lines under each other; spreadsheets saved as text
/// have titles. Nothing is taken for a title that could be a table by itself: see `find`.
struct DelimitedFrame {
  /// The first byte of the line with the names of the columns.
  let start: Int
  let delimiter: UInt8
  /// The title, line by line, without lines that are empty.
  let titles: [String]
  /// Lines of names above the last, each as long as it; outermost first.
  let labels: [[String]]

  private static let linesOfTitle = 20
  private static let linesOfLabels = 8

  /// Finds the names of the columns below a title.
  ///
  /// A title is lines with at most one cell that holds anything, above a line with two or more that all later lines agree
  /// with and below which numbers stand. Nil where the first line has two cells or more that hold something.
  ///
  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - begin: the first byte after a byte order mark.
  ///   - candidates: the separators that can be meant, the likeliest first.
  static func find(_ bytes: [UInt8], from begin: Int, among candidates: [UInt8]) -> DelimitedFrame? {
    bytes.withUnsafeBufferPointer { buffer in
      var best: (frame: DelimitedFrame, agreeing: Int)?
      for delimiter in candidates {
        let lines = DelimitedLines(buffer, from: begin, delimiter: delimiter).lines
        // Where it is a table from its first line on there is nothing around it. Commas stand in titles and in numbers too.
        if best == nil || delimiter != UInt8(ascii: ","), isTable(lines) { return nil }
        guard let (frame, agreeing) = below(lines, delimiter) else { continue }
        if best.map({ agreeing > $0.agreeing }) ?? true { best = (frame, agreeing) }
      }
      return best?.frame
    }
  }

  /// Whether the first line names two columns or more and most lines are as long as it.
  private static func isTable(_ lines: [DelimitedLines.Line]) -> Bool {
    guard let first = lines.first, first.filled > 1 else { return false }
    return lines.count { $0.cells.count == first.cells.count } * 2 > lines.count
  }

  private static func below(_ lines: [DelimitedLines.Line], _ delimiter: UInt8) -> (DelimitedFrame, agreeing: Int)? {
    guard let first = lines.firstIndex(where: { $0.filled > 1 }), (1...linesOfTitle).contains(first) else { return nil }
    let width = lines[first].cells.count
    var names = first
    while lines[names].cells[0].isEmpty, names - first < linesOfLabels, names + 1 < lines.count,
      lines[names + 1].cells.count == width, DelimitedHeader.isHeader(lines[names + 1].cells)
    {
      names += 1
    }
    guard DelimitedHeader.isHeader(lines[names].cells) else { return nil }
    let below = lines[(names + 1)...].filter { $0.filled > 1 }
    let agreeing = below.count { $0.cells.count == width }
    // Commas stand in sentences as well: there all lines must agree, and be more than one.
    let isSure = delimiter == UInt8(ascii: ",") ? agreeing > 1 && agreeing == below.count : agreeing * 2 > below.count
    guard isSure, below.contains(where: { $0.holdsNumber }) else { return nil }
    let frame = DelimitedFrame(
      start: lines[names].start, delimiter: delimiter,
      titles: lines[..<first].compactMap { line in line.cells.first { !$0.isEmpty } },
      labels: lines[first..<names].map(\.cells))
    return (frame, agreeing)
  }

  /// The names of the columns with those of the lines above before them: `Bevolking/Mannen (aantal)`.
  ///
  /// Of a line above, the first word names the line itself (`Onderwerp`) and stands over a column that says which row it is.
  func names(_ own: [String]) -> [String] {
    let keys = labels.first?.firstIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return own.enumerated().map { column, name in
      let path = labels.map { column < $0.count ? $0[column] : "" }.filter { !$0.isEmpty }
      guard column >= keys, !path.isEmpty else { return name }
      return path.joined(separator: "/") + (name.isEmpty ? "" : " (\(name))")
    }
  }
}

/// The first lines of a text, cut into cells.
struct DelimitedLines {
  struct Line {
    let start: Int
    let cells: [String]
    /// How many cells hold something.
    var filled: Int { cells.count { !$0.isEmpty } }
    var holdsNumber: Bool {
      cells.contains(where: DelimitedHeader.isNumber)
    }
  }

  private(set) var lines: [Line] = []

  static let linesLookedAt = 60
  private static let bytesLookedAt = 1 << 18

  init(_ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, delimiter: UInt8, atMost most: Int = linesLookedAt) {
    let limit = min(bytes.count, begin + Self.bytesLookedAt)
    var index = begin
    while index < limit, lines.count < most {
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += 1
        continue
      }
      let start = index
      var cells: [String] = []
      var cell = index
      var isQuoted = false
      while index < limit, isQuoted || bytes[index] != 0x0A && bytes[index] != 0x0D {
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if bytes[index] == delimiter, !isQuoted {
          cells.append(Self.text(bytes, cell..<index))
          cell = index + 1
        }
        index += 1
      }
      // What the limit cuts off says nothing of its length.
      if index == limit, limit < bytes.count { return }
      cells.append(Self.text(bytes, cell..<index))
      lines.append(Line(start: start, cells: cells))
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var from = range.lowerBound
    var to = range.upperBound
    while from < to, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
    if to - from > 1, bytes[from] == UInt8(ascii: "\""), bytes[to - 1] == UInt8(ascii: "\"") {
      (from, to) = (from + 1, to - 1)
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self).trimmedOfPadding
  }
}
