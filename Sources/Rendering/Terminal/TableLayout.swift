import WorkbenchKit

/// Which columns of a table fit into a width, and how wide each of them is.
///
/// The widest columns of text are wrapped first. Numbers are never broken, their headings may be. Where even the narrowest
/// columns do not fit, columns fall away from the right.
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
  /// Headings of the columns that fell away.
  private(set) var dropped: [String] = []

  /// Blanks between two columns.
  static let gap = 2
  private static let narrowestText = 8

  init(_ table: Table, marks: NumberMarks, width: Int) {
    var used = 0
    for column in table.columns {
      let cells = ColumnCells(column, marks: marks)
      let heading = Sanitizer.line(cells.heading)
      guard dropped.isEmpty else {
        dropped.append(heading)
        continue
      }
      let slot = Self.slot(heading, cells, rows: table.rowCount, width: width)
      let taken = slot.least + (slots.isEmpty ? 0 : Self.gap)
      if used + taken <= width {
        used += taken
        slots.append(slot)
      } else {
        dropped.append(heading)
      }
    }
    fit(into: width - Self.gap * max(slots.count - 1, 0))
  }

  private static func slot(_ heading: String, _ cells: ColumnCells, rows: Int, width: Int) -> Slot {
    let texts = (0..<rows).map { Sanitizer.line(cells.text($0)) }
    let widest = texts.reduce(0) { max($0, DisplayWidth.of($1)) }
    let natural = max(widest, DisplayWidth.of(heading), 1)
    let least = cells.side == .right ? max(widest, min(natural, narrowestText)) : min(natural, narrowestText)
    return Slot(
      heading: heading, cells: texts, side: cells.side, natural: natural, least: min(least, width), width: natural)
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
