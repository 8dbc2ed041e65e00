/// Where cells of a delimited file stand: its columns by name, and rows by a code that stands in them, both counted from 1 with the
/// heading as row 1, as RFC 7111 counts them.
struct FileRows {
  private var columns: [String: Int] = [:]
  private var rows: [String: Int] = [:]
  /// Codes that stand in several rows: none of them is the row of that code.
  private var several: Set<String> = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Nil for bytes that are no delimited text.
  ///
  /// - Parameters:
  ///   - codes: those whose rows are sought.
  ///   - check: is called from time to time.
  /// - Throws: what `check` throws.
  init?(_ bytes: [UInt8], codes: Set<String>, check: () throws -> Void) rethrows {
    guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].prefix { $0 != Self.lineFeed }
    let marks = [";", ",", "\t", "|"].map { mark in
      (mark: UInt8(ascii: mark), count: first.count { $0 == UInt8(ascii: mark) })
    }
    guard let best = marks.max(by: { $0.count < $1.count }), best.count > 0 else { return nil }
    let sought = Dictionary(uniqueKeysWithValues: codes.map { (Array($0.utf8), $0) })
    let beginnings = Set(sought.keys.compactMap(\.first))
    let longest = sought.keys.map(\.count).max() ?? 0
    var (row, column, cell) = (1, 1, start)
    var isQuoted = false
    for index in start...bytes.count {
      let byte = index < bytes.count ? bytes[index] : Self.lineFeed
      if byte == Self.quote {
        isQuoted.toggle()
        continue
      }
      guard byte == best.mark || byte == Self.lineFeed, !isQuoted || index == bytes.count else { continue }
      let trimmed = Self.trimmed(bytes, cell, index)
      if row == 1 {
        let name = String(decoding: bytes[trimmed], as: UTF8.self)
        if columns[name] == nil { columns[name] = column }
      } else if let beginning = bytes[trimmed].first, beginnings.contains(beginning), trimmed.count <= longest,
        let code = sought[Array(bytes[trimmed])]
      {
        note(code, row)
      }
      (cell, column) = (index + 1, column + 1)
      if byte == Self.lineFeed {
        (row, column) = (row + 1, 1)
        if row & 1023 == 0 { try check() }
      }
    }
  }

  private mutating func note(_ code: String, _ row: Int) {
    if let known = rows[code], known != row { several.insert(code) }
    if rows[code] == nil { rows[code] = row }
  }

  /// Without blanks and quotes at the ends.
  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    let isEdge = { (byte: UInt8) in byte <= 0x20 || byte == quote }
    var (low, high) = (start, end)
    while low < high, isEdge(bytes[low]) { low += 1 }
    while high > low, isEdge(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The fragment of a cell; of the whole column where its row is not known, nil where there is no such column.
  func fragment(code: String?, column: String) -> String? {
    guard let place = columns[column] else { return nil }
    guard let code, let row = rows[code], !several.contains(code) else { return "col=\(place)" }
    return "cell=\(row),\(place)"
  }
}
