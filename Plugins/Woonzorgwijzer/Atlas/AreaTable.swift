import WorkbenchKit

/// The areas of one year: codes, names and figures, found by code. Made once for as long as the table lives.
struct AreaTable: Sendable {
  let year: Int
  let table: Table
  let codes: [String]
  let names: [String]
  let levels: [AreaLevel]
  let municipalities: [String?]
  let rows: [String: Int]
  /// The files behind the figures.
  let sources: RowSources
  /// How many rows are the year's own; those after them were carried over to the areas of another year.
  let listed: Int
  /// The municipalities that have rows here, and the country if it has one.
  let covered: Set<String>

  static func load(_ name: String, from workspace: WorkspaceHandle) throws -> AreaTable? {
    guard let part = workspace.part(PartName(.tables, name)) else { return nil }
    return try part.derived("woonzorgwijzer.areas") { try AreaTable(part.table(), name: name) }
  }

  private init(_ table: Table, name: String, listed: Int? = nil) throws {
    year = name.split(separator: ".").last.flatMap { Int($0) } ?? 0
    self.table = table
    codes = try (table.require("code").texts ?? []).map { $0 ?? "" }
    names = try (table.require("name").texts ?? []).enumerated().map { [codes] in $1 ?? codes[$0] }
    levels = codes.map { AreaLevel(code: $0) ?? .buurt }
    municipalities = table.column("municipality")?.texts.map(Array.init) ?? codes.map { _ in nil }
    rows = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    sources = RowSources(table)
    self.listed = listed ?? codes.count
    covered = Set(codes.prefix(self.listed).map { AreaCode.municipality(of: $0) ?? $0 })
  }

  /// The table with the rows that bridges carry over to areas of other years behind its own.
  func withCarried(in workspace: WorkspaceHandle) throws -> AreaTable {
    let carried = try Crossing.rows(of: ImportedTables.areas(year), in: workspace)
    if carried.isEmpty { return self }
    return try AreaTable(
      carried.reduce(table) { whole, part in
        var rows = part.table
        rows.set(.numbers("carried_to", [Double](repeating: Double(part.to), count: rows.rowCount), format: .plain))
        return whole.followed(by: rows)
      }, name: ImportedTables.areas(year), listed: listed)
  }

  /// Whether it has a column of inhabitants, under any of the names that CBS gives it.
  var countsPeople: Bool {
    table.columns.contains { $0.numbers != nil && Self.people.contains(Stem.of($0.name)) }
  }

  private static let people: Set = ["AantalInwoners", "a_inw", "aantal_inwoners"]

  /// The row that bridges carry over to an area of another year; nil where there is none.
  func carried(_ code: String, to year: Int) -> Int? {
    guard listed < codes.count, let to = table.column("carried_to")?.numbers else { return nil }
    return (listed..<codes.count).first { codes[$0] == code && to[$0] == Double(year) }
  }

  /// The bridge that carried a row over; nil for the year's own.
  func crossing(_ row: Int) -> Crossing? {
    guard row >= listed, let to = table.column("carried_to")?.numbers, let record = table.column("bridge")?.numbers,
      let year = Int(exactly: to[row]), Int(exactly: record[row]) != nil
    else { return nil }
    return Crossing(ImportedTables.bridge(self.year, year), table, row: row)
  }

  /// The rows that the figures of a row came out of: itself, and of one that was carried over those of its old areas.
  func ownRows(_ row: Int) -> [Int] {
    guard row >= listed, let parts = table.column(Crossing.parts)?.texts?[row] else { return [row] }
    let own = parts.split(separator: " ").compactMap { rows[String($0)] }.filter { $0 < listed }
    return own.isEmpty ? [row] : own
  }

  /// All columns that hold a measure: a table out of two files of different style has two.
  static func columns(of measure: Codebook.Measure, in table: Table) -> [Column] {
    measure.stems.flatMap { stem in table.columns.filter { $0.name == stem || Stem.of($0.name) == stem } }
  }

  /// The figure of an area, and the column it stands in; NaN where it is missing.
  func value(_ measure: Codebook.Measure, row: Int) -> (value: Double, column: String?) {
    Self.value(Self.columns(of: measure, in: table), row: row)
  }

  /// The same out of columns that were sought before, for many rows.
  static func value(_ columns: [Column], row: Int) -> (value: Double, column: String?) {
    for column in columns {
      if let value = column.numbers?[row], !value.isNaN { return (value, column.name) }
    }
    return (.nan, columns.first?.name)
  }
}
