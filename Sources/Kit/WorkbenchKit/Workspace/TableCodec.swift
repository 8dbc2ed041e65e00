/// The form in which a table is kept: one object, its columns a line each, so that files compare well and read fast.
public enum TableCodec {
  /// Writes a table, a column a line.
  public static func encode(_ table: Table) -> [UInt8] { encode(table, beside: nil) }

  /// Writes a table with a text beside its columns, such as the seal of what was taken out of it.
  ///
  /// - Parameters:
  ///   - table: what may be read.
  ///   - beside: a key behind `columns` and before `title` in the order of the alphabet, and its text.
  @_spi(Host) public static func encode(_ table: Table, beside: (key: String, text: String)?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("columns")
    writer.beginArray()
    for column in table.columns {
      writer.separate()
      writer.space("\n")
      encode(column, into: &writer)
    }
    writer.space("\n")
    writer.endArray()
    if let beside {
      writer.key(beside.key)
      writer.string(beside.text)
    }
    if let persons = table.persons {
      writer.key("persons")
      writer.value(persons.json)
    }
    if let title = table.title {
      writer.key("title")
      writer.value(title.json)
    }
    writer.endObject()
    return writer.bytes
  }

  /// - Throws: `json.syntax`, `table.format`.
  public static func decode(_ bytes: [UInt8]) throws -> Table {
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var columns: [Column] = []
      var title: Text?
      var persons: Persons?
      try reader.object { reader, key in
        switch key {
        case "columns": try reader.array { columns.append(try decodeColumn(&$0)) }
        case "persons": persons = Persons(json: try reader.value())
        case "title": title = Text(json: try reader.value())
        default: _ = try reader.skip()
        }
      }
      var table = Table(title: title, columns: columns)
      if persons?.numbers.count == table.rowCount { table.persons = persons }
      return table
    }
  }

  // Keys stand in the order of the alphabet: detail, format, label, name, type, unit, values, withheld.
  private static func encode(_ column: Column, into writer: inout JSONWriter) {
    writer.beginObject()
    if column.isDetail {
      writer.key("detail")
      writer.bool(true)
    }
    if let format = column.format.json {
      writer.key("format")
      writer.value(format)
    }
    if let label = column.label {
      writer.key("label")
      writer.value(label.json)
    }
    writer.key("name")
    writer.string(column.name)
    writer.key("type")
    writer.string(column.type)
    if let unit = column.unit {
      writer.key("unit")
      writer.value(["name": .string(unit.name), "label": unit.label.json])
    }
    writer.key("values")
    writer.beginArray()
    switch column.storage {
    case .numbers(let values): for value in values { writer.number(value) }
    case .texts(let values): for value in values { if let value { writer.string(value) } else { writer.null() } }
    case .booleans(let values): for value in values { if let value { writer.bool(value) } else { writer.null() } }
    case .dates:
      for value in column.dates ?? [] { if let value { writer.string(value.text) } else { writer.null() } }
    }
    writer.endArray()
    if !column.withheld.isEmpty {
      writer.key("withheld")
      writer.beginArray()
      for (row, shown) in column.withheld.sorted(by: { $0.key < $1.key }) {
        writer.value([.number(Double(row)), .string(shown)])
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private static func decodeColumn(_ reader: inout JSONReader) throws -> Column {
    var column = Column("", .texts([]))
    var type = "text"
    try reader.object { reader, key in
      switch key {
      case "detail": column.isDetail = try reader.value().bool ?? false
      case "format": column.format = Column.Format(json: try reader.value())
      case "label": column.label = Text(json: try reader.value())
      case "name": column.name = try reader.string()
      case "type": type = try reader.string()
      case "unit":
        let unit = try reader.value()
        if let name = unit["name"]?.string, let label = unit["label"].flatMap(Text.init(json:)) {
          column.unit = Unit(name: name, label: label)
        }
      case "values": column.storage = try decodeValues(&reader, type: type)
      case "withheld":
        for pair in try reader.value().array ?? [] {
          if let both = pair.array, both.count == 2, let row = both[0].int, let shown = both[1].string {
            column.withheld[row] = shown
          }
        }
      default: _ = try reader.skip()
      }
    }
    return column
  }

  private static func decodeValues(_ reader: inout JSONReader, type: String) throws -> Column.Storage {
    switch type {
    case "number":
      var values: [Double] = []
      try reader.array { reader in
        if reader.peek() == UInt8(ascii: "n") {
          _ = try reader.value()
          values.append(.nan)
        } else {
          values.append(try reader.number())
        }
      }
      return .numbers(values)
    case "boolean":
      var values: [Bool?] = []
      try reader.array { values.append(try $0.value().bool) }
      return .booleans(values)
    case "text":
      var values: [String?] = []
      try reader.array { reader in
        if reader.peek() == UInt8(ascii: "n") {
          _ = try reader.value()
          values.append(nil)
        } else {
          values.append(try reader.string())
        }
      }
      return .texts(values)
    case "date":
      var values: [Int32?] = []
      try reader.array { values.append(try decodeDay(&$0)) }
      return .dates(values)
    default:
      throw Diagnostic(
        "table.format",
        Text(nl: "een kolom heeft het onbekende type '\(type)'", en: "a column has the unknown type '\(type)'"))
    }
  }
}

extension TableCodec {
  private static func decodeDay(_ reader: inout JSONReader) throws -> Int32? {
    if reader.peek() == UInt8(ascii: "n") {
      _ = try reader.value()
      return nil
    }
    let text = try reader.string()
    if let day = CalendarDate(text) { return Int32(day.dayNumber) }
    throw Diagnostic(
      "table.format",
      Text(nl: "een kolom met datums bevat '\(text)'", en: "a column of dates holds '\(text)'"),
      wayOut: Text(nl: "een datum is als 2027-01-31", en: "a date is like 2027-01-31"))
  }
}

extension Persons {
  /// The form in which it is kept.
  fileprivate var json: JSON { ["of": .string(table), "rows": .array(numbers.map { .number(Double($0)) })] }

  /// Reads it; nil where the JSON is none.
  fileprivate init?(json: JSON) {
    guard let table = json["of"]?.string, let rows = json["rows"]?.array else { return nil }
    let numbers = rows.compactMap(\.int)
    guard numbers.count == rows.count else { return nil }
    self.init(table: table, numbers: numbers)
  }
}

extension Text {
  /// The form in which a text is kept in a workspace: both languages, or one string where they are the same.
  public var json: JSON { nl == en ? .string(nl) : ["en": .string(en), "nl": .string(nl)] }

  /// Reads a text; nil where the JSON is none.
  public init?(json: JSON) {
    if let words = json.string {
      self = .verbatim(words)
    } else if let nl = json["nl"]?.string, let en = json["en"]?.string {
      self.init(nl: nl, en: en)
    } else {
      return nil
    }
  }
}

extension Column.Format {
  /// The form in which a format is kept; nil for the ordinary one.
  public var json: JSON? {
    switch self {
    case .automatic: nil
    case .decimals(let places): ["decimals": .number(Double(places))]
    case .share(let places): ["share": .number(Double(places))]
    case .plain: "plain"
    }
  }

  /// Reads a format; what is unknown is the ordinary one.
  public init(json: JSON) {
    if json.string == "plain" {
      self = .plain
    } else if let places = json["decimals"]?.int {
      self = .decimals(places)
    } else if let places = json["share"]?.int {
      self = .share(places)
    } else {
      self = .automatic
    }
  }
}
