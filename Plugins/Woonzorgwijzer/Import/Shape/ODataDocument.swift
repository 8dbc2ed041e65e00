import WorkbenchKit

/// An answer of CBS's open data as JSON: rows under `value`, or several such lists under their own names in one document.
struct ODataDocument {
  /// The rows that hold figures; nil where the document has none.
  private(set) var rows: RowText?
  private(set) var lists: [CodeList] = []

  /// Nil where the JSON is no answer of OData.
  ///
  /// - Throws: `json.syntax`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var reader = JSONReader(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var found: [RowText] = []
    if reader.peek() == UInt8(ascii: "[") {
      if let rows = try Self.rows(&reader) { found.append(rows) }
    } else if reader.peek() == UInt8(ascii: "{") {
      try reader.object { reader, _ in
        switch reader.peek() {
        case UInt8(ascii: "["): if let rows = try Self.rows(&reader) { found.append(rows) }
        case UInt8(ascii: "{"):
          try reader.object(depth: 1) { reader, key in
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
    for rows in found {
      if let list = CodeList(rows) { lists.append(list) } else if self.rows == nil { self.rows = rows }
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
    return areObjects && rows.rowCount > 0 ? rows : nil
  }
}
