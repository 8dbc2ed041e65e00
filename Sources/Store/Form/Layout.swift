import WorkbenchKit

/// JSON as it stands in a file that people read and compare.
indirect enum Layout {
  /// Canonical JSON: kept on a line if it is short, else a member or an element a line.
  case json([UInt8])
  /// Bytes that bring their own lines.
  case verbatim([UInt8])
  /// Members in the order of their names, a line each.
  case object([(name: String, value: Layout)])
  /// Elements a line each.
  case array([Layout])

  /// A value on one line that is no longer than this is not broken up.
  static let width = 100

  static func text(_ text: String) -> Layout { .json(Array(JSON.string(text).canonical.utf8)) }
  static func number(_ number: Int) -> Layout { .json(Array(String(number).utf8)) }

  /// Writes the layout, with a line break at the end.
  func write() -> [UInt8] { writeNoting("").bytes }

  /// Writes the layout, and tells at which byte the outermost member of that name begins; 0 where there is none.
  func writeNoting(_ name: String) -> (bytes: [UInt8], start: Int) {
    var lines = LayoutLines(noted: name)
    lines.write(self, indent: 0)
    lines.bytes.append(0x0A)
    return (lines.bytes, lines.start)
  }
}

/// Writes layouts line by line.
struct LayoutLines {
  /// The outermost member of which the beginning is noted.
  let noted: String
  private(set) var start = 0
  var bytes: [UInt8] = []

  init(noted: String) { self.noted = noted }

  mutating func write(_ layout: Layout, indent: Int) {
    switch layout {
    case .verbatim(let verbatim): bytes += verbatim
    case .json(let json): json.withUnsafeBufferPointer { write($0, indent: indent) }
    case .array(let elements):
      writeItems(elements, "[", "]", indent: indent) { $0.write($1, indent: indent + 2) }
    case .object(let members):
      writeItems(members.sorted { $0.name < $1.name }, "{", "}", indent: indent) { lines, member in
        if indent == 0, member.name == lines.noted { lines.start = lines.bytes.count }
        lines.bytes += JSON.string(member.name).canonical.utf8
        lines.bytes += ": ".utf8
        lines.write(member.value, indent: indent + 2)
      }
    }
  }

  /// Breaks canonical JSON into lines where it is long.
  private mutating func write(_ json: UnsafeBufferPointer<UInt8>, indent: Int) {
    guard json.count > Layout.width, let open = json.first, let items = Self.items(json) else {
      bytes.append(contentsOf: json)
      return
    }
    let isObject = open == UInt8(ascii: "{")
    // A row of numbers or words reads better as a row.
    if !isObject, !items.contains(where: { $0.value.first == UInt8(ascii: "{") || $0.value.first == UInt8(ascii: "[") })
    {
      bytes.append(contentsOf: json)
      return
    }
    writeItems(items, isObject ? "{" : "[", isObject ? "}" : "]", indent: indent) { lines, item in
      if let key = item.key {
        lines.bytes.append(contentsOf: key)
        lines.bytes += ": ".utf8
      }
      lines.write(UnsafeBufferPointer(rebasing: item.value), indent: indent + 2)
    }
  }

  private mutating func writeItems<Item>(
    _ items: [Item], _ open: String, _ close: String, indent: Int, write: (inout LayoutLines, Item) -> Void
  ) {
    bytes += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(indent + 2)
      write(&self, item)
    }
    if !items.isEmpty { newLine(indent) }
    bytes += close.utf8
  }

  private mutating func newLine(_ indent: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private typealias Item = (key: Slice<UnsafeBufferPointer<UInt8>>?, value: Slice<UnsafeBufferPointer<UInt8>>)

  /// The members or elements of canonical JSON; nil for anything else.
  private static func items(_ json: UnsafeBufferPointer<UInt8>) -> [Item]? {
    guard let open = json.first, open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { return nil }
    var items: [Item] = []
    var reader = JSONReader(json, at: 1)
    while reader.offset < json.count - 1 {
      var key: Slice<UnsafeBufferPointer<UInt8>>?
      if open == UInt8(ascii: "{") {
        guard let range = try? reader.skip() else { return nil }
        key = json[range]
        reader = JSONReader(json, at: range.upperBound + 1)
      }
      guard let range = try? reader.skip() else { return nil }
      items.append((key, json[range]))
      reader = JSONReader(json, at: range.upperBound + 1)
    }
    return items
  }
}
