import WorkbenchKit

/// Rows that a file writes down in another way, as the delimited text that all readers read.
struct RowText {
  /// What stands under one name, with the rows it stands in; of two cells in one row the later counts.
  private struct Member {
    var rows: [Int] = []
    var cells: [String] = []
  }

  private(set) var names: [String] = []
  private var places: [String: Int] = [:]
  private var members: [Member] = []
  private(set) var rowCount = 0

  mutating func begin() { rowCount += 1 }

  /// Gives the row that was begun last a cell.
  mutating func set(_ name: String, _ cell: String?) { set(name, cell, at: rowCount - 1) }

  /// Gives a row a cell; without one the column is named, and what stands there stays.
  mutating func set(_ name: String, _ cell: String?, at row: Int) {
    let place = place(of: name)
    guard let cell else { return }
    members[place].rows.append(row)
    members[place].cells.append(cell)
  }

  private mutating func place(of name: String) -> Int {
    if let known = places[name] { return known }
    places[name] = names.count
    names.append(name)
    members.append(Member())
    return names.count - 1
  }

  /// The cells of a column, one a row.
  func column(_ name: String) -> [String?]? { places[name].map(column) }

  private func column(_ place: Int) -> [String?] {
    var cells = [String?](repeating: nil, count: rowCount)
    for (row, cell) in zip(members[place].rows, members[place].cells) { cells[row] = cell }
    return cells
  }

  /// Puts a column behind the others, or in the place of the one of this name.
  mutating func set(_ name: String, column: [String?]) {
    let place = place(of: name)
    members[place] = Member()
    for (row, cell) in column.prefix(rowCount).enumerated() { set(name, cell, at: row) }
  }

  /// - Throws: `table.wide` where rows with hardly a name in common would make a table that hardly holds anything.
  func checkWidth() throws {
    try TableWidth.check(rows: rowCount, names: names.count, values: members.reduce(0) { $0 + $1.cells.count })
  }

  /// Puts rows of the same columns behind these.
  ///
  /// - Returns: false, and nothing done, where the columns are others.
  mutating func append(_ other: RowText) -> Bool {
    guard Set(names) == Set(other.names) else { return false }
    for (name, member) in zip(other.names, other.members) {
      for (row, cell) in zip(member.rows, member.cells) { set(name, cell, at: rowCount + row) }
    }
    rowCount += other.rowCount
    return true
  }

  /// - Parameters:
  ///   - name: what errors call the file.
  ///   - marks: the signs within numbers, as far as they are known.
  /// - Throws: `table.wide`, and what reading the text throws.
  func text(_ name: String, marks: GivenMarks, protection: Protection) throws -> DelimitedText {
    try checkWidth()
    var bytes: [UInt8] = []
    Self.write(names, to: &bytes)
    let columns = names.indices.map(column)
    for row in 0..<rowCount { Self.write(columns.lazy.map { $0[row] }, to: &bytes) }
    return try DelimitedText(
      bytes: bytes, options: .init(delimiter: UInt8(ascii: ";"), marks: marks, name: name), protection: protection)
  }

  private static func write(_ cells: some Sequence<String?>, to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      // A line without anything would be no row.
      guard let cell = cell ?? (index == 0 ? "" : nil) else { continue }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        // A null byte is no text to any reader.
        bytes.append(byte == 0 ? 0x20 : byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(0x0A)
  }
}
