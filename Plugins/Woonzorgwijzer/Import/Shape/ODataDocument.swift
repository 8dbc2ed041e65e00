import WorkbenchKit

/// An answer of CBS's open data as JSON: rows under `value`, or several such lists under their own names in one document.
struct ODataDocument {
  /// The rows that hold figures; nil where the document has none.
  private(set) var rows: RowText?
  private(set) var lists: [CodeList] = []
  /// Whether the answer says that more of it follows, which a file does not have.
  private(set) var goesOn = false
  /// How many rows stand in lists of other columns than the first, which are no part of its table.
  private(set) var otherRows = 0

  /// What OData v4 and v3 call the address of the next page.
  private static let nextPage: Set = ["@odata.nextLink", "odata.nextLink"]

  /// Nil where the JSON is no answer of OData.
  ///
  /// - Throws: `json.syntax`, `table.wide`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var reader = JSONReader(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var found: [RowText] = []
    var goesOn = false
    if reader.peek() == UInt8(ascii: "[") {
      if let rows = try Self.rows(&reader) { found.append(rows) }
    } else if reader.peek() == UInt8(ascii: "{") {
      try reader.object { reader, key in
        if Self.nextPage.contains(key), reader.peek() == UInt8(ascii: "\"") { goesOn = true }
        switch reader.peek() {
        case UInt8(ascii: "["): if let rows = try Self.rows(&reader) { found.append(rows) }
        case UInt8(ascii: "{"):
          try reader.object(depth: 1) { reader, key in
            if Self.nextPage.contains(key), reader.peek() == UInt8(ascii: "\"") { goesOn = true }
            guard key == "value", reader.peek() == UInt8(ascii: "[") else {
              _ = try reader.skip()
              return
            }
            if let rows = try Self.rows(&reader) { found.append(rows) }
          }
        default: _ = try reader.skip()
        }
      }
    }
    try reader.end()
    self.goesOn = goesOn
    for more in found {
      if let list = CodeList(more) {
        lists.append(list)
      } else if rows == nil {
        rows = more
      } else if rows?.append(more) == false {
        otherRows += more.rowCount
      }
    }
    if rows == nil, lists.isEmpty { return nil }
  }

  /// Nil where the elements are no objects.
  private static func rows(_ reader: inout JSONReader) throws -> RowText? {
    var rows = RowText()
    var areObjects = true
    try reader.array(depth: 2) { reader in
      guard reader.peek() == UInt8(ascii: "{") else {
        areObjects = false
        _ = try reader.skip()
        return
      }
      rows.begin()
      try reader.object(depth: 3) { reader, name in
        guard reader.peek() != UInt8(ascii: "{"), reader.peek() != UInt8(ascii: "[") else {
          _ = try reader.skip()
          return
        }
        switch try reader.value(depth: 4) {
        case .string(let text): rows.set(name, text)
        case .number(let number): rows.set(name, NumberText.shortest(number))
        case .bool(let flag): rows.set(name, flag ? "true" : "false")
        default: rows.set(name, nil)
        }
      }
    }
    guard areObjects, rows.rowCount > 0 else { return nil }
    try rows.checkWidth()
    return rows
  }
}
