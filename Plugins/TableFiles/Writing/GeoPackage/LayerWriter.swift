import WorkbenchKit

/// Writes one layer into a GeoPackage that is being made.
struct LayerWriter {
  /// The most columns of a table in SQLite.
  static let mostColumns = 2000
  /// What the numbers of the rows are called, by custom.
  private static let keyName = "fid"
  /// How many cells are written between two looks at whether a person wants it to stop.
  private static let turn = 8192

  /// A column of the table that is written.
  private struct Field {
    enum Content {
      case value
      /// The signs of what is held back.
      case status
    }

    let column: Column
    let name: String
    let type: String
    let content: Content
  }

  private let database: SQLiteDatabase
  private let layer: WrittenLayer
  private let table: String
  private let key: String
  /// Of each row its number in the file; nil where they are counted from 1.
  private let keys: [Double]?
  private let geometry: String
  private let fields: [Field]
  private let language: Language

  /// - Parameter table: the name of its table.
  init(_ layer: WrittenLayer, as table: String, in language: Language, _ database: SQLiteDatabase) throws {
    self.database = database
    self.layer = layer
    self.table = table
    self.language = language
    var names = LayerNames()
    var fields: [Field] = []
    // What was read of a GeoPackage has its numbers already.
    let given = layer.table.columns.first { $0.name.lowercased() == Self.keyName && Self.areKeys($0) }
    keys = given?.numbers
    let key = given.map { names.column(for: $0.name) }
    for column in layer.table.columns where column.name != given?.name {
      fields.append(
        Field(column: column, name: names.column(for: column.name), type: Self.type(column), content: .value))
    }
    for column in layer.table.columns where !column.withheld.isEmpty {
      fields.append(
        Field(column: column, name: names.column(for: "\(column.name)_status"), type: "TEXT", content: .status))
    }
    // The figures keep their names; what the file needs itself gives way.
    self.key = key ?? names.column(for: Self.keyName)
    geometry = names.column(for: "geom")
    self.fields = fields
    guard fields.count + 2 <= Self.mostColumns else {
      throw WritingProblem.columns(layer.name, layer.table.columns.count, most: Self.mostColumns - 2)
    }
  }

  /// Writes the layer and what the file says about it.
  ///
  /// - Parameter changed: the time that stands as its last change.
  func write(changed: String, interrupt: () throws -> Void) throws {
    let places = layer.polygons == nil ? "" : ", \(SQLiteStatement.quoted(geometry)) MULTIPOLYGON"
    let columns = fields.map { ", \(SQLiteStatement.quoted($0.name)) \($0.type)" }.joined()
    try database.run(
      "CREATE TABLE \(SQLiteStatement.quoted(table)) (\(SQLiteStatement.quoted(key)) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
        + "\(places)\(columns))")
    let system = GeoPackageSchema.number(layer.coordinates)
    var outlines: [(row: Int, bounds: OutlineBytes.Bounds)] = []
    let firstField = layer.polygons == nil ? 2 : 3
    let marks = [String](repeating: "?", count: fields.count + firstField - 1).joined(separator: ", ")
    let statement = try SQLiteStatement(database, "INSERT INTO \(SQLiteStatement.quoted(table)) VALUES (\(marks))")
    var cells = 0
    for row in 0..<layer.table.rowCount {
      try statement.bind(1, number(row))
      if let polygons = layer.polygons, row < polygons.count,
        let outline = OutlineBytes(polygons[row], system: system)
      {
        try statement.bind(2, outline.bytes)
        outlines.append((row, outline.bounds))
      }
      for (index, field) in fields.enumerated() { try bind(field, row, to: statement, at: firstField + index) }
      _ = try statement.step()
      statement.reset()
      cells += fields.count + 1
      if cells >= Self.turn {
        cells = 0
        try interrupt()
      }
    }
    try register(outlines, system: system, changed: changed)
    try describe()
  }

  /// The number of a row in the file.
  private func number(_ row: Int) -> Int64 { keys.map { Int64($0[row]) } ?? Int64(row + 1) }

  /// Whether the numbers of a column can be those of the rows, in the order in which they are read again.
  private static func areKeys(_ column: Column) -> Bool {
    guard let numbers = column.numbers, column.withheld.isEmpty else { return false }
    var last = -1.0
    for number in numbers {
      guard number > last, number == number.rounded(), number <= 9_007_199_254_740_992 else { return false }
      last = number
    }
    return true
  }

  private func bind(_ field: Field, _ row: Int, to statement: SQLiteStatement, at place: Int) throws {
    let withheld = field.column.withheld[row]
    if case .status = field.content {
      if let withheld { try statement.bind(place, withheld) }
      return
    }
    // What is held back has no value; nothing of it may get out.
    guard withheld == nil else { return }
    switch field.column.storage {
    case .numbers(let values):
      guard values[row].isFinite else { return }
      if field.type == "INTEGER" {
        try statement.bind(place, Int64(values[row]))
      } else {
        try statement.bind(place, values[row])
      }
    case .texts(let values): if let value = values[row] { try statement.bind(place, value) }
    case .booleans(let values): if let value = values[row] { try statement.bind(place, Int64(value ? 1 : 0)) }
    case .dates: if let date = field.column[row].date { try statement.bind(place, date.text) }
    }
  }

  /// Writes what the file must know of a layer, and its spatial index.
  private func register(
    _ outlines: [(row: Int, bounds: OutlineBytes.Bounds)], system: Int32, changed: String
  ) throws {
    let hasPlaces = layer.polygons != nil
    let contents = try SQLiteStatement(database, "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (place, text) in [table, hasPlaces ? "features" : "attributes", table, layer.name, changed].enumerated() {
      try contents.bind(place + 1, text)
    }
    if hasPlaces { try contents.bind(10, Int64(system)) }
    if !outlines.isEmpty {
      var all = OutlineBytes.Bounds()
      for outline in outlines { all.add(outline.bounds) }
      for (place, bound) in [all.lowX, all.lowY, all.highX, all.highY].enumerated() {
        try contents.bind(place + 6, bound)
      }
    }
    _ = try contents.step()
    guard hasPlaces else { return }
    let column = try SQLiteStatement(
      database, "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)")
    try column.bind(1, table)
    try column.bind(2, geometry)
    try column.bind(3, Int64(system))
    _ = try column.step()

    let index = SpatialIndex(layer: table, key: key, geometry: geometry)
    try database.run(index.table)
    let insertion = try SQLiteStatement(database, index.insertion)
    for (row, bounds) in outlines {
      try insertion.bind(1, number(row))
      for (place, bound) in [bounds.lowX, bounds.highX, bounds.lowY, bounds.highY].enumerated() {
        try insertion.bind(place + 2, bound)
      }
      _ = try insertion.step()
      insertion.reset()
    }
    for trigger in index.triggers { try database.run(trigger) }
    let extensions = try SQLiteStatement(
      database, "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')")
    try extensions.bind(1, table)
    try extensions.bind(2, geometry)
    try extensions.bind(3, GeoPackageSchema.definition("rtree"))
    _ = try extensions.step()
  }

  /// Writes what the columns are called for people, and in what they are counted.
  private func describe() throws {
    let statement = try SQLiteStatement(
      database,
      "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (?, ?, ?, ?, ?)")
    for field in fields {
      var (title, about) = (field.column.label?(language), field.column.unit?.label(language))
      if case .status = field.content {
        title = Text(nl: "Waarom \(field.column.name) ontbreekt", en: "Why \(field.column.name) is missing")(language)
        about = nil
      }
      guard title != nil || about != nil else { continue }
      try statement.bind(1, table)
      try statement.bind(2, field.name)
      try statement.bind(3, field.name)
      if let title { try statement.bind(4, title) }
      if let about { try statement.bind(5, about) }
      _ = try statement.step()
      statement.reset()
    }
  }

  private static func type(_ column: Column) -> String {
    switch column.storage {
    case .texts: "TEXT"
    case .booleans: "BOOLEAN"
    case .dates: "DATE"
    case .numbers(let values):
      values.allSatisfy { !$0.isFinite || $0 == $0.rounded() && $0.magnitude <= 9_007_199_254_740_992 }
        ? "INTEGER" : "DOUBLE"
    }
  }
}
