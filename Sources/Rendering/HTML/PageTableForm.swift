import WorkbenchKit

/// How a table stands on a page of A4: as it is, turned on its side, in parts under each other, or row by row as a list.
///
/// Widths are in ems of the letters of a table. What is measured is on the safe side: the letters of a wide typeface.
struct PageTableForm {
  enum Form: Equatable {
    case plain
    /// Each row a column: of few rows that say much.
    case turned
    /// The columns of each part; the first is in all of them.
    case parts([[Int]])
    /// Each row a list of its cells: where most of it are sentences.
    case records
  }

  let form: Form
  /// The narrowest that each column may become; nil for numbers, which are not broken.
  let least: [Double?]

  /// What 174 mm hold of the letters of a table.
  static let page = 56.0
  /// Between two columns.
  private static let gap = 0.7
  /// A word up to this width is never broken.
  private static let longestWhole = 13.0
  /// No column of sentences is narrower than this, nor has it more lines than that.
  private static let narrowest = 7.0
  private static let mostLines = 8.0
  /// More rows than this are not turned.
  private static let mostTurned = 4
  /// Of a long table the first rows tell how wide it is.
  private static let mostMeasured = 500

  init(_ columns: [ColumnCells], rows: Int) {
    let measured = min(rows, Self.mostMeasured)
    let widths = columns.map { Self.width($0, measured) }
    // With what stands between the columns, which belongs to a cell.
    least = zip(columns, widths).map { $0.side == .right ? nil : $1 + Self.gap }
    let whole = Self.sum(widths)
    guard whole > Self.page, columns.count > 1 else {
      form = .plain
      return
    }
    if rows <= Self.mostTurned, rows > 0, Self.turned(columns, rows) <= Self.page {
      form = .turned
      return
    }
    let words = zip(columns, widths).reduce(0) { $0 + ($1.0.side == .left ? $1.1 : 0) } - widths[0]
    form = words > Self.page / 2 ? .records : .parts(Self.parts(widths))
  }

  private static func sum(_ widths: [Double]) -> Double { widths.reduce(0) { $0 + $1 + gap } - gap }

  private static func width(_ cells: ColumnCells, _ rows: Int) -> Double {
    // Headings are bold.
    let heading = longestWord(cells.heading) * 1.12
    let texts = (0..<rows).map { Sanitizer.line(cells.text($0)) }
    if cells.side == .right { return max(heading, texts.lazy.map { TextMeasure.width($0, size: 1) }.max() ?? 0) }
    let natural = texts.lazy.map { TextMeasure.width($0, size: 1) }.max() ?? 0
    let word = texts.lazy.map(longestWord).max() ?? 0
    return max(heading, word, min(natural, narrowest), natural / mostLines)
  }

  private static func longestWord(_ text: String) -> Double {
    text.split { $0 == " " || $0 == "\n" }.reduce(0) { longest, word in
      // A letter takes at most an em, so most words need not be measured.
      Double(word.utf8.count) <= longest
        ? longest : max(longest, min(TextMeasure.width(String(word), size: 1), longestWhole))
    }
  }

  /// How wide the table is with its columns under each other.
  private static func turned(_ columns: [ColumnCells], _ rows: Int) -> Double {
    let head = columns.map { longestWord($0.heading) }.max() ?? 0
    return sum(
      [head]
        + (0..<rows).map { row in
          columns.map { cells in
            let text = Sanitizer.line(cells.text(row))
            let natural = TextMeasure.width(text, size: 1)
            return cells.side == .right ? natural : max(longestWord(text), min(natural, narrowest), natural / mostLines)
          }.max() ?? 0
        })
  }

  /// As few parts as hold all columns, about equally wide.
  private static func parts(_ widths: [Double]) -> [[Int]] {
    let room = page - widths[0] - gap
    func filled(to bound: Double) -> [[Int]] {
      var parts: [[Int]] = [[0]]
      var used = 0.0
      for index in widths.indices.dropFirst() {
        if used > 0, used + widths[index] + gap > bound {
          parts.append([0])
          used = 0
        }
        parts[parts.count - 1].append(index)
        used += widths[index] + gap
      }
      return parts
    }
    let fewest = filled(to: room)
    let even = (sum(Array(widths.dropFirst())) + gap) / Double(fewest.count)
    // A little more than an equal share each, until they are no more than they have to be.
    for step in 0..<20 {
      let bound = min(even * (1 + Double(step) / 20), room)
      let parts = filled(to: bound)
      if parts.count == fewest.count { return parts }
    }
    return fewest
  }
}
