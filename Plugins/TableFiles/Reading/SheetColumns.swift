import WorkbenchKit

/// Makes the columns of a table out of the cells of a sheet, and gives these up one after the other.
struct SheetColumns {
  let grid: SheetGrid
  let rows: [Int]
  let percent: SheetOptions.Percent
  let decimal: DecimalMark?
  let interrupt: () throws -> Void
  /// Texts that were made before, so that cells with the same one share it.
  private var strings: [String?]

  /// Beyond so many texts hardly one comes twice.
  private static let mostShared = 1 << 20

  init(
    _ grid: SheetGrid, rows: [Int], percent: SheetOptions.Percent, decimal: DecimalMark?,
    interrupt: @escaping () throws -> Void
  ) {
    self.grid = grid
    self.rows = rows
    self.percent = percent
    self.decimal = decimal
    self.interrupt = interrupt
    strings = [String?](repeating: nil, count: grid.texts.count <= Self.mostShared ? grid.texts.count : 0)
  }

  /// Returns a column under its name.
  mutating func column(_ index: Int, _ name: String, _ scan: ColumnScan, _ kind: ColumnScan.Kind) throws -> Column {
    defer { grid.release(index) }
    let cells = grid.columns[index]
    switch kind {
    case .booleans:
      return Column(
        name, .booleans(try values { cells.tag($0).kind == .boolean ? cells.value($0) == 1 : nil }))
    case .texts: return .texts(name, try texts(cells))
    case .numbers:
      // A unit holds for a column as a whole.
      let isPercent = scan.percents > 0 && scan.percents == scan.numbers
      let isHundred = isPercent && percent == .hundred
      let numbers = try values { row -> Double in
        let number = number(cells, row)
        return isHundred ? WrittenDigits.hundredfold(number) : number
      }
      return .numbers(name, numbers, unit: isPercent ? (isHundred ? .percent : .share) : nil)
    }
  }

  private func number(_ cells: SheetGrid.Column, _ row: Int) -> Double {
    let tag = cells.tag(row)
    switch tag.kind {
    case .number, .percent: return cells.number(row)
    case .text:
      guard let decimal else { return .nan }
      return grid.texts.withBytes(cells.value(row)) { CellText.number($0, decimal: decimal, parted: true) } ?? .nan
    default: return .nan
    }
  }

  private mutating func texts(_ cells: SheetGrid.Column) throws -> [String?] {
    var texts: [String?] = []
    texts.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if index % 8192 == 0 { try interrupt() }
      texts.append(text(cells, row))
    }
    return texts
  }

  private mutating func text(_ cells: SheetGrid.Column, _ row: Int) -> String? {
    let tag = cells.tag(row)
    switch tag.kind {
    case .text:
      let place = cells.value(row)
      return grid.texts.withBytes(place) { CellText.mark($0) == .missing } ? nil : string(place)
    case .date, .written, .long: return string(cells.value(row))
    case .number, .percent: return NumberText.shortest(cells.number(row))
    case .boolean: return cells.value(row) == 1 ? "true" : "false"
    default: return nil
    }
  }

  private mutating func string(_ place: Int) -> String {
    guard strings.indices.contains(place) else { return grid.texts.string(place) }
    if let string = strings[place] { return string }
    let string = grid.texts.string(place)
    strings[place] = string
    return string
  }

  private func values<Value>(_ body: (Int) -> Value) throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if index % 8192 == 0 { try interrupt() }
      values.append(body(row))
    }
    return values
  }
}
