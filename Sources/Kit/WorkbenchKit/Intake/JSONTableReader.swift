/// Reads a table out of JSON: an array of objects; `{"columns":…,"rows":…}`, as a table block of `--json` has it, alone or
/// as the only table among `blocks`; the `value` of an OData answer; or JSON Lines.
struct JSONTableReader {
  struct Reading {
    let table: Table
    /// Names of columns in which something was nested.
    let nested: [String]

    /// Names of columns that hold whole numbers above 2^53, as texts.
    var long: [String] {
      let columns = table.columns
      return Cores.map(columns.count, on: table.rowCount < 1 << 16 ? 1 : Cores.count) { place in
        columns[place].texts.map(Self.holdLong) ?? false ? columns[place].name : nil
      }.compactMap(\.self)
    }

    static func holdLong(_ texts: Texts) -> Bool {
      texts.withBytes { bytes in
        // The shortest has sixteen digits.
        texts.indices.contains { row in bytes[row].map { $0.count >= 16 && NumberText.isBeyondWhole($0) } ?? false }
      }
    }
  }

  let name: String
  let asLines: Bool
  /// Whether the format was named: then JSON Lines are not taken for JSON.
  let isStrict: Bool

  /// How many bytes of JSON Lines a core takes at once.
  var pieceLength = 1 << 20
  /// How many bytes of a stored text are held at a time.
  var blockLength = 1 << 24

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: `json.*`, `table.json`, `table.wide`, `file.empty`; what `asking` throws.
  func read(_ bytes: [UInt8], asking: (_ part: Double) throws -> Void = { _ in }) throws -> Reading {
    do {
      return try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        switch reader.peek() {
        case nil: throw Diagnostic("file.empty", subject + Text(nl: " is leeg", en: " is empty"))
        case UInt8(ascii: "[") where !asLines: return try array(&reader, asking)
        case UInt8(ascii: "{"): return try asLines ? lines(&reader, asking) : object(&reader, asking)
        default: throw noTable(nil)
        }
      }
    } catch var error as Diagnostic where error.code.hasPrefix("json.") || error.code == "table.wide" {
      error.message = subject + .verbatim(": ") + error.message
      throw error
    }
  }

  /// Reads JSON Lines that lie where they are stored, some blocks at a time.
  ///
  /// - Returns: nil where something is not as it should be, or a record goes over lines: who holds all of it says what and where.
  /// - Throws: what reading the bytes throws; what `asking` throws.
  func read(_ source: TextSource, asking: (_ part: Double) throws -> Void) throws -> Reading? {
    var read: [RecordTable] = []
    let isRead = try eachBlock(inPiecesOf: source, asking: asking) { pieces in
      read += pieces
      return true
    }
    return isRead && !read.isEmpty ? try? reading(read) : nil
  }

  /// Reads JSON Lines that lie where they are stored, of which no more than a block is held at any time.
  ///
  /// - Parameter take: gets the records of a block; false ends the work.
  /// - Returns: whether all of them were taken: false too where something is not as it should be.
  /// - Throws: what reading the bytes throws; what `asking` and `take` throw.
  func eachBlock(
    of source: TextSource, asking: (_ part: Double) throws -> Void, _ take: (RecordTable) throws -> Bool
  ) throws -> Bool {
    try eachBlock(inPiecesOf: source, asking: asking) { try take(RecordTable(joining: $0)) }
  }

  private func eachBlock(
    inPiecesOf source: TextSource, asking: (_ part: Double) throws -> Void, _ take: ([RecordTable]) throws -> Bool
  ) throws -> Bool {
    var start = try source.bytes(0..<min(3, source.count)) == [0xEF, 0xBB, 0xBF] ? 3 : 0
    while start < source.count {
      let end = min(source.count, start + blockLength)
      let isLast = end == source.count
      let found = try source.with(start..<end) { bytes -> (tables: [RecordTable], count: Int)? in
        // No character is cut, and mostly no record.
        let stop = isLast ? bytes.count : (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        var reader = JSONReader(UnsafeBufferPointer(rebasing: bytes[..<stop]))
        guard stop > 0, reader.peek() ?? UInt8(ascii: "{") == UInt8(ascii: "{") else { return nil }
        // Blank lines are no record.
        if reader.peek() == nil { return ([], stop) }
        let asking = { (part: Double) in
          try asking((Double(start) + part * Double(stop)) / Double(source.count))
        }
        return try tables(&reader, isText: false, asking).map { ($0, stop) }
      }
      guard let found else { return false }
      start += found.count
      if !found.tables.isEmpty, try !take(found.tables) { return false }
    }
    return true
  }

  private var subject: Text { .verbatim("'\(name)'") }

  private func array(_ reader: inout JSONReader, _ asking: (Double) throws -> Void) throws -> Reading {
    var records = RecordTable()
    try reader.array { reader in
      if records.count & 0xFFF == 0 { try asking(Double(reader.offset) / Double(reader.bytes.count)) }
      try record(&reader, into: &records)
    }
    try reader.end()
    return Reading(table: try records.table(), nested: records.nested)
  }

  /// Reads the records behind each other, on all cores.
  ///
  /// A piece begins at a line that begins as a record does. Where the piece before it ends elsewhere, for that line stood within a record,
  /// it is read anew from where it really begins.
  private func lines(_ reader: inout JSONReader, _ asking: (Double) throws -> Void) throws -> Reading {
    try reading(tables(&reader, isText: true, asking) ?? [])
  }

  private func reading(_ tables: consuming [RecordTable]) throws -> Reading {
    let records = RecordTable(joining: tables)
    return Reading(table: try records.table(), nested: records.nested)
  }

  /// - Parameter isText: whether the bytes are known to be UTF-8 without NUL; else that is found out.
  /// - Returns: what stands in the pieces; nil where it is not known to be text, and something in it is wrong.
  private func tables(
    _ reader: inout JSONReader, isText: Bool, _ asking: (Double) throws -> Void
  ) throws -> [RecordTable]? {
    let starts = starts(in: reader)
    let target = { (place: Int) in place + 1 < starts.count ? starts[place + 1] : Int.max }
    var read: [RecordTable] = []
    var count = 0
    let bytes = reader.bytes
    for first in stride(from: 0, to: starts.count, by: Self.piecesAtOnce) {
      try asking(Double(starts[first]) / Double(bytes.count))
      let pieces = Cores.map(min(Self.piecesAtOnce, starts.count - first)) { place -> (RecordTable, end: Int)? in
        var own = JSONReader(bytes, at: starts[first + place])
        let piece = bytes[starts[first + place]..<min(bytes.count, target(first + place))]
        if !isText, !DelimitedEncoding.isText(piece) { return nil }
        var records = RecordTable()
        let isRead = (try? self.records(&own, until: target(first + place), into: &records)) != nil
        return isRead ? (records, end: own.offset) : nil
      }
      for (place, piece) in pieces.enumerated() {
        if let piece, reader.offset == starts[first + place] {
          read.append(piece.0)
          reader.offset = piece.end
        } else if !isText {
          return nil
        } else {
          // What is wrong with it is said with the number of its record.
          var records = RecordTable()
          try self.records(&reader, until: target(first + place), into: &records, behind: count)
          read.append(records)
        }
        count += read.last?.count ?? 0
      }
    }
    return read
  }

  /// Pieces that are read before somebody is asked.
  private static let piecesAtOnce = 16

  /// Reads the records that begin before some byte, and goes to where the next begins.
  ///
  /// - Parameter before: how many records stand above them.
  private func records(
    _ reader: inout JSONReader, until target: Int, into records: inout RecordTable, behind before: Int = 0
  ) throws {
    let start = reader.offset
    while reader.peek() != nil, reader.offset < target {
      try record(&reader, into: &records, behind: before)
      if records.count == 1 {
        records.expect((min(target, reader.bytes.count) - start) / max(1, reader.offset - start) + 1)
      }
    }
  }

  /// Where pieces of about the same length begin.
  private func starts(in reader: JSONReader) -> [Int] {
    let bytes = reader.bytes
    var starts = [reader.offset]
    var index = reader.offset + pieceLength
    while index < bytes.count {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      var line = JSONReader(bytes, at: end)
      if line.peek() == UInt8(ascii: "{") {
        starts.append(line.offset)
        index = line.offset + pieceLength
      } else {
        index = max(end + 1, line.offset)
      }
    }
    return starts
  }

  private func record(
    _ reader: inout JSONReader, into records: inout RecordTable, behind before: Int = 0
  ) throws {
    guard reader.peek() == UInt8(ascii: "{") else { throw noTable(before + records.count + 1) }
    records.begin()
    try reader.record(into: &records)
  }

  private func object(_ reader: inout JSONReader, _ asking: (Double) throws -> Void) throws -> Reading {
    let start = reader
    let json = try reader.value()
    if reader.peek() != nil {
      guard !isStrict, reader.peek() == UInt8(ascii: "{") else {
        try reader.end()
        throw noTable(nil)
      }
      reader = start
      return try lines(&reader, asking)
    }
    if let table = try JSONTableBlock.table(json) { return Reading(table: table, nested: []) }
    let tables = try (json["blocks"]?.array ?? []).compactMap(JSONTableBlock.table)
    if tables.count == 1 { return Reading(table: tables[0], nested: []) }
    if let records = try odata(json) { return records }
    throw noTable(nil)
  }

  /// The rows of an answer of CBS or another OData service: `{"value":[{…},…]}`.
  private func odata(_ json: JSON) throws -> Reading? {
    guard let rows = json["value"]?.array, !rows.isEmpty else { return nil }
    var records = RecordTable()
    for row in rows {
      guard let members = row.object else { return nil }
      records.begin()
      // An object keeps no order: the names come by the alphabet.
      for (name, value) in members.sorted(by: { $0.key < $1.key }) { records.set(name, value) }
    }
    return Reading(table: try records.table(), nested: records.nested)
  }

  private func noTable(_ record: Int?) -> Diagnostic {
    let place = record.map { Text(nl: ": element \($0) is geen object", en: ": element \($0) is no object") }
    return Diagnostic(
      "table.json",
      subject + Text(nl: " is JSON, maar geen tabel", en: " is JSON, but no table") + (place ?? .verbatim("")),
      wayOut: Text(
        nl: "een tabel is een lijst van objecten, een object op elke regel, of {\"columns\":[…],\"rows\":[…]}",
        en: "a table is an array of objects, an object on each line, or {\"columns\":[…],\"rows\":[…]}"))
  }
}

extension JSONReader {
  /// Reads an object as the next row of a table.
  ///
  /// - Throws: `json.syntax`; `json.doubled` before a member whose name stood there already.
  fileprivate mutating func record(into records: inout RecordTable) throws {
    try expect(UInt8(ascii: "{"))
    white()
    if take(UInt8(ascii: "}")) { return }
    while true {
      white()
      let start = offset
      let place = try records.expectedPlace(&self) ?? records.place(of: string())
      guard records.isNew(place) else {
        offset = start
        throw doubled(try string(), at: start)
      }
      try expect(UInt8(ascii: ":"))
      records.set(place, try value(depth: 2))
      white()
      if take(UInt8(ascii: ",")) { continue }
      return try expect(UInt8(ascii: "}"))
    }
  }
}
