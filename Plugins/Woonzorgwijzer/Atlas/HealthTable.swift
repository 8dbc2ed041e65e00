import WorkbenchKit

/// The percentages of one year and age group, found by code. Made once for as long as the table lives.
struct HealthTable: Sendable {
  /// Percentages, 0 through 100, of one stem.
  struct Indicator: Sendable {
    let stem: String
    fileprivate(set) var columns: JoinedColumns

    /// The name by which it is listed.
    var name: String { columns.names.first ?? stem }
    var percentages: [Double] { columns.values }
  }

  let year: Int
  let age: String
  let tableName: String
  private(set) var rows: [String: Int]
  private(set) var indicators: [Indicator]
  private(set) var municipalities: [String?]
  /// For each row the file it came from, counted in the records of the table.
  private var sources: [Double]
  /// What later files added to rows.
  private let added: RowSources
  /// The rows that bridges carry over, by the year whose areas they are.
  private var carried: [Int: [String: Int]] = [:]
  private var crossings: [Int: Crossing] = [:]
  /// The old areas of each row that was carried over.
  private var parts: [Int: [String]] = [:]

  static func all(_ workspace: WorkspaceHandle) throws -> [HealthTable] {
    try workspace.names(.tables, prefix: ImportedTables.healthPrefix).compactMap { name -> HealthTable? in
      guard let part = workspace.part(PartName(.tables, name)) else { return nil }
      var table = try part.derived("woonzorgwijzer.health") { try HealthTable(part.table(), name: name) }
      for (year, rows) in try Crossing.rows(of: name, in: workspace) { table.add(carried: rows, to: year) }
      return table
    }.sorted { ($1.year, $0.age) < ($0.year, $1.age) }
  }

  private init(_ table: Table, name: String) throws {
    let words = name.dropFirst(ImportedTables.healthPrefix.count).split(separator: ".", maxSplits: 1)
    year = words.first.flatMap { Int($0) } ?? 0
    age = words.count > 1 ? String(words[1]) : ""
    tableName = name
    let codes = try table.require("code").texts ?? []
    rows = Dictionary(codes.enumerated().map { ($1 ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    added = RowSources(table)
    // Of two files of one year the same percentage can bear two numbers.
    indicators = table.figures(by: Stem.of).map { Indicator(stem: $0.meaning, columns: JoinedColumns($0.columns)) }
    municipalities = table.column("municipality")?.texts ?? codes.map { _ in nil }
    sources = table.column("source")?.numbers ?? codes.map { _ in 0 }
  }

  /// The file that a figure came from, counted in the records of the table.
  func record(_ row: Int, _ indicator: Indicator?) -> Int {
    indicator.flatMap { added.added(row)[$0.columns.name(row)] }
      ?? (sources.indices.contains(row) ? Int(sources[row]) : 0)
  }

  /// All files that a figure came from: of a row that was carried over those of the old areas that had part in it.
  func sources(_ row: Int, _ indicator: Indicator?) -> [FigureSource] {
    let own = (parts[row] ?? []).compactMap(ownRow).filter { indicator?.percentages[$0].isNaN == false }
    return FigureSource.joined(
      (own.isEmpty ? [row] : own).lazy.map { (record($0, indicator), indicator?.columns.name($0) ?? "") })
  }

  /// Why a row's percentages are of another place than the one that its code names in a year of key figures; nil where nothing
  /// speaks against them, or where they were carried over to that year.
  func change(_ row: Int, since place: Area.Place, _ changes: CodeChanges) -> CodeChanges.Reason? {
    crossing(row) == nil ? changes.reason(place.code, from: year, to: place.year) : nil
  }

  /// The row of an area as it is in a year: what was carried over to that year goes before the old area of the same code.
  func row(_ code: String, in year: Int) -> Int? { carried[year]?[code] ?? rows[code] }

  /// The row that a code has in the table's own year, before anything was carried over.
  func ownRow(_ code: String) -> Int? { rows[code].flatMap { crossings[$0] == nil ? $0 : nil } }

  /// The bridge that carried a row over; nil for the table's own.
  func crossing(_ row: Int) -> Crossing? { crossings[row] }

  private mutating func add(carried table: Table, to year: Int) {
    let first = municipalities.count
    let codes = (table.column("code")?.texts ?? []).map { $0 ?? "" }
    let parts = Crossing.parts(of: table)
    for (index, code) in codes.enumerated() {
      carried[year, default: [:]][code] = first + index
      crossings[first + index] = Crossing(ImportedTables.bridge(self.year, year), table, row: index)
      self.parts[first + index] = parts[index]
      if rows[code] == nil { rows[code] = first + index }
    }
    municipalities += table.column("municipality")?.texts ?? codes.map { _ in nil }
    sources += table.column("source")?.numbers ?? codes.map { _ in 0 }
    for index in indicators.indices {
      let columns = indicators[index].columns.names.compactMap(table.column)
      indicators[index].columns.append(columns.isEmpty ? nil : JoinedColumns(columns), count: codes.count)
    }
  }

  func indicator(_ stem: String) -> Indicator? { indicators.first { $0.stem == stem } }
}
