@_spi(Host) import WorkbenchKit

/// Takes parts out of a file as canonical bytes, without building their values where the bytes are good already.
///
/// A file that a person edited may hold white space, keys in another order, `1.0` for `1`. What is read is brought to the
/// canonical form here, once, so that a part has the same bytes however it came in, and saving writes what it always does.
enum PartReader {
  /// Reads the next value as a part of a section; null is no part.
  ///
  /// - Throws: `json.syntax`.
  static func part(
    _ section: PartName.Section, from reader: inout JSONReader, in bytes: UnsafeBufferPointer<UInt8>
  ) throws -> Part? {
    if reader.peek() == UInt8(ascii: "n") {
      _ = try reader.value()
      return nil
    }
    return Part(canonical: try canonical(section, from: &reader, in: bytes))
  }

  /// Reads the next value as the canonical bytes of a part.
  ///
  /// - Throws: `json.syntax`.
  static func canonical(
    _ section: PartName.Section, from reader: inout JSONReader, in bytes: UnsafeBufferPointer<UInt8>
  ) throws -> [UInt8] {
    _ = reader.peek()
    if section == .tables, let (table, end) = table(in: bytes, at: reader.offset) {
      reader = JSONReader(bytes, at: end)
      return table
    }
    let json = try line(from: &reader, in: bytes)
    guard section == .tables else { return json }
    // However its words were spelled, what is laid out as a table is kept in the same form.
    if let laid = json.withUnsafeBufferPointer({ table(in: $0, at: 0) }), laid.end == json.count { return laid.bytes }
    // What is no table stays as it is; the command that wants it says what is wrong with it.
    guard let table = try? TableCodec.decode(json) else { return json }
    return TableCodec.encode(table, beside: Part(canonical: json).seal.map { (Part.sealKey, $0) })
  }

  /// Reads the next value in canonical form on one line.
  private static func line(from reader: inout JSONReader, in bytes: UnsafeBufferPointer<UInt8>) throws -> [UInt8] {
    var scanner = CanonicalScanner(bytes, at: reader.offset)
    if let range = scanner.value(), !scanner.deviation.contains(.spelling) {
      reader = JSONReader(bytes, at: range.upperBound)
      let slice = UnsafeBufferPointer(rebasing: bytes[range])
      return scanner.deviation.isEmpty ? Array(slice) : withoutBlanks(slice)
    }
    var writer = JSONWriter()
    writer.value(try reader.value())
    return writer.bytes
  }

  /// Reads a table whose columns are canonical, with whatever white space around them, as a column a line.
  private static func table(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
    var scanner = CanonicalScanner(bytes, at: start)
    var columns: [Range<Int>] = []
    // Behind the columns, in the order of the alphabet.
    var rest: [(key: String, value: Range<Int>)] = []
    func took(_ token: StaticString) -> Bool {
      scanner.passBlanks()
      return scanner.take(token)
    }
    guard took("{"), took("\"columns\""), took(":"), took("[") else { return nil }
    if !took("]") {
      repeat {
        guard let column = scanner.value(), scanner.deviation.isEmpty else { return nil }
        columns.append(column)
      } while took(",")
      guard took("]") else { return nil }
    }
    while took(",") {
      let key = rest.isEmpty && took("\"leerkring.sealed\"") ? Part.sealKey : "title"
      guard key == Part.sealKey || rest.last?.key != "title" && took("\"title\""), took(":"),
        let range = scanner.value(),
        scanner.deviation.isEmpty
      else { return nil }
      rest.append((key, range))
    }
    guard took("}") else { return nil }
    return (lines(columns, rest, in: bytes), scanner.offset)
  }

  /// Lays a table out as `TableCodec` writes it.
  private static func lines(
    _ columns: [Range<Int>], _ rest: [(key: String, value: Range<Int>)], in bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity((columns.last?.upperBound ?? 0) - (columns.first?.lowerBound ?? 0) + 256)
    lines += "{\"columns\":[".utf8
    for (index, column) in columns.enumerated() {
      lines += (index == 0 ? "\n" : ",\n").utf8
      lines.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[column]))
    }
    lines += "\n]".utf8
    for (key, value) in rest {
      lines += ",\"\(key)\":".utf8
      lines.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[value]))
    }
    lines += "}".utf8
    return lines
  }

  /// Leaves out the white space between the tokens of valid JSON.
  private static func withoutBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var quoted = false
      var escaped = false
      for byte in bytes {
        if quoted {
          if escaped {
            escaped = false
          } else if byte == UInt8(ascii: "\\") {
            escaped = true
          } else if byte == UInt8(ascii: "\"") {
            quoted = false
          }
        } else if byte <= 0x20 {
          continue
        } else if byte == UInt8(ascii: "\"") {
          quoted = true
        }
        buffer[count] = byte
        count += 1
      }
    }
  }
}
