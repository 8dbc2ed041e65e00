import WorkbenchKit

/// Rows that a file writes down in another way, as the delimited text that all readers read.
struct RowText {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]
  private var rows: [[String?]] = []
  var rowCount: Int { rows.count }

  mutating func begin() { rows.append([]) }

  /// Gives the row that was begun last a cell.
  mutating func set(_ name: String, _ cell: String?) {
    let place: Int
    if let known = places[name] {
      place = known
    } else {
      place = names.count
      places[name] = place
      names.append(name)
    }
    let row = rows.count - 1
    while rows[row].count <= place { rows[row].append(nil) }
    rows[row][place] = cell
  }

  /// The cells of a column, one a row.
  func column(_ name: String) -> [String?]? {
    places[name].map { place in rows.map { $0.count > place ? $0[place] : nil } }
  }

  /// Puts a column behind the others, or in the place of the one of this name.
  mutating func set(_ name: String, column: [String?]) {
    if places[name] == nil {
      places[name] = names.count
      names.append(name)
    }
    guard let place = places[name] else { return }
    for (row, cell) in column.enumerated() where rows.indices.contains(row) {
      while rows[row].count <= place { rows[row].append(nil) }
      rows[row][place] = cell
    }
  }

  /// Puts rows of the same columns behind these.
  ///
  /// - Returns: false, and nothing done, where the columns are others.
  mutating func append(_ other: RowText) -> Bool {
    guard Set(names) == Set(other.names) else { return false }
    for row in other.rows {
      begin()
      for (name, cell) in zip(other.names, row) { set(name, cell) }
    }
    return true
  }

  /// - Parameters:
  ///   - name: what errors call the file.
  ///   - marks: the signs within numbers, as far as they are known.
  /// - Throws: what reading the text throws.
  func text(_ name: String, marks: GivenMarks, protection: Protection) throws -> DelimitedText {
    var bytes: [UInt8] = []
    Self.write(names.map { $0 }, to: &bytes)
    for row in rows { Self.write(row + [String?](repeating: nil, count: names.count - row.count), to: &bytes) }
    return try DelimitedText(
      bytes: bytes, options: .init(delimiter: UInt8(ascii: ";"), marks: marks, name: name), protection: protection)
  }

  private static func write(_ cells: [String?], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in (cell ?? "").utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        // A null byte is no text to any reader.
        bytes.append(byte == 0 ? 0x20 : byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(0x0A)
  }
}
