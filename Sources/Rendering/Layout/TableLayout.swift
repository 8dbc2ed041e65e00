import WorkbenchKit

/// Which columns of a table fit into a width, and how wide each of them is.
///
/// The widest columns of text are wrapped first. Numbers are never broken, headings between their words. Where even the
/// narrowest columns do not fit, columns fall away from the right.
struct TableLayout {
  struct Slot {
    let heading: String
    let cells: [String]
    let side: DisplayWidth.Side
    /// What it takes without wrapping.
    let natural: Int
    /// The narrowest that can still be read.
    let least: Int
    var width: Int
  }

  private(set) var slots: [Slot] = []
  /// The columns that fell away: as people call them, with the name as `select` takes it.
  private(set) var dropped: [String] = []

  /// Blanks between two columns.
  static let gap = 2
  private static let narrowestText = 8
  /// Words up to this width, codes of areas among them, are not broken to save a column further on.
  private static let longestWhole = 16

  /// Where there is no bound, texts are wrapped at this width, so that a line can still be followed.
  private static let widestText = 60

  /// - Parameter bound: what it has to fit into; nil for all columns, however wide they are together.
  init(_ table: Table, marks: NumberMarks, width bound: Int?) {
    var used = 0
    let width = bound ?? 1 << 32
    for column in table.columns {
      guard dropped.isEmpty else {
        dropped.append(Self.called(column, marks))
        continue
      }
      let cells = ColumnCells(column, marks: marks)
      let isText = bound == nil && cells.side == .left
      let slot = Self.slot(cells, rows: table.rowCount, width: isText ? Self.widestText : width)
      let taken = slot.least + (slots.isEmpty ? 0 : Self.gap)
      if used + taken <= width {
        used += taken
        slots.append(slot)
      } else {
        dropped.append(Self.called(column, marks))
      }
    }
    fit(into: width - Self.gap * max(slots.count - 1, 0))
  }

  private static func called(_ column: Column, _ marks: NumberMarks) -> String {
    let name = Sanitizer.line(column.name)
    guard let label = column.label.map({ Sanitizer.line($0(marks.language)) }), label != name else { return name }
    return "\(label) (\(name))"
  }

  private static func slot(_ cells: ColumnCells, rows: Int, width: Int) -> Slot {
    let heading = Sanitizer.line(cells.heading)
    let texts = (0..<rows).map { Sanitizer.line(cells.text($0)) }
    let widths = texts.map(DisplayWidth.of)
    let widest = widths.max() ?? 0
    let natural = max(widest, DisplayWidth.of(heading), 1)
    var least = min(natural, max(narrowestText, longestWord(heading)))
    if cells.side == .right {
      least = max(least, widest)
    } else {
      for (text, width) in zip(texts, widths) where width > least { least = max(least, longestWord(text)) }
    }
    return Slot(
      heading: heading, cells: texts, side: cells.side, natural: min(natural, width), least: min(least, width),
      width: min(natural, width))
  }

  /// Returns the width of the longest word that is to stay whole.
  private static func longestWord(_ text: String) -> Int {
    text.utf8.split(separator: UInt8(ascii: " ")).reduce(0) { longest, word in
      word.count <= longest ? longest : max(longest, min(DisplayWidth.of(String(Substring(word))), longestWhole))
    }
  }

  /// Lowers the widest columns to a common level, the highest at which all fit together.
  private mutating func fit(into room: Int) {
    func sum(_ level: Int) -> Int { slots.reduce(0) { $0 + max($1.least, min($1.natural, level)) } }
    var low = 0
    var high = room
    while low < high {
      let middle = (low + high + 1) / 2
      if sum(middle) <= room { low = middle } else { high = middle - 1 }
    }
    var left = room - sum(low)
    for index in slots.indices {
      let width = max(slots[index].least, min(slots[index].natural, low))
      let extra = width < slots[index].natural && left > 0 ? 1 : 0
      slots[index].width = width + extra
      left -= extra
    }
  }
}
