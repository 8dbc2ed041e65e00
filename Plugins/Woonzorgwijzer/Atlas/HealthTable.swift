import WorkbenchKit

/// The percentages of one year and age group, found by code. Made once for as long as the table lives.
struct HealthTable: Sendable {
  /// Percentages, 0 through 100, of one stem.
  struct Indicator: Sendable {
    let stem: String
    fileprivate(set) var columns: JoinedColumns
    /// Whose figures they are, where they are one's own.
    fileprivate(set) var own: OwnFigure?
    /// What was worked out of counts.
    fileprivate var shares: [Double]?
    /// Of percentages of one's own how many people were asked, and the standard error of any figure; NaN where it is not known.
    fileprivate(set) var samples: [Double] = []
    fileprivate(set) var errors: [Double] = []

    /// The name by which it is listed.
    var name: String { own == nil ? columns.names.first ?? stem : stem }
    var percentages: [Double] { shares ?? columns.values }
    /// How many were counted, where figures of one's own are counts; a whole of which a part is not known has none.
    var counts: [Double]? { own?.measure == .count ? columns.values : nil }
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
  /// The old areas of each row that was carried over, and of a whole that was added up its parts.
  private var parts: [Int: [String]] = [:]
  /// Of wholes that were added up out of their parts what part of the people has a figure.
  private(set) var covered: [Int: Double] = [:]

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
    municipalities = table.column("municipality")?.texts.map(Array.init) ?? codes.map { _ in nil }
    sources = table.column("source")?.numbers ?? codes.map { _ in 0 }
  }

  /// The file that a figure came from, counted in the records of the table.
  func record(_ row: Int, _ indicator: Indicator?) -> Int {
    indicator.flatMap { added.added(row)[$0.columns.name(row)] }
      ?? (sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0)
  }

  /// All files that a figure came from: of a row that was carried over those of the old areas that had part in it.
  func sources(_ row: Int, _ indicator: Indicator?) -> [FigureSource] {
    let own = (parts[row] ?? []).compactMap(ownRow).filter { indicator?.columns.values[$0].isNaN == false }
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

  mutating func add(carried table: Table, to year: Int) {
    let first = municipalities.count
    let codes = (table.column("code")?.texts ?? []).map { $0 ?? "" }
    let parts = Crossing.parts(of: table)
    for (index, code) in codes.enumerated() {
      carried[year, default: [:]][code] = first + index
      crossings[first + index] = Crossing(ImportedTables.bridge(self.year, year), table, row: index)
      self.parts[first + index] = parts[index]
      if rows[code] == nil { rows[code] = first + index }
    }
    municipalities += table.column("municipality")?.texts.map(Array.init) ?? codes.map { _ in nil }
    sources += table.column("source")?.numbers ?? codes.map { _ in 0 }
    for index in indicators.indices {
      let columns = indicators[index].columns.names.compactMap(table.column)
      indicators[index].columns.append(columns.isEmpty ? nil : JoinedColumns(columns), count: codes.count)
      let missing = [Double](repeating: .nan, count: codes.count)
      if !indicators[index].samples.isEmpty {
        indicators[index].samples += table.column(OwnTable.sample)?.numbers ?? missing
      }
      // The errors of figures that are put together do not follow.
      if !indicators[index].errors.isEmpty { indicators[index].errors += missing }
    }
  }

  func indicator(_ stem: String) -> Indicator? {
    indicators.indices.first { indicators[$0].stem == stem }.map { indicators[$0] }
  }
}

extension HealthTable {
  /// Reads figures of one's own.
  init(_ table: Table, _ own: OwnTable, _ figure: OwnFigure) throws {
    year = own.year
    age = own.base ?? ""
    tableName = own.name
    let codes = try table.require("code").texts ?? []
    rows = Dictionary(codes.enumerated().map { ($1 ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    added = RowSources(table)
    municipalities = table.column("municipality")?.texts.map(Array.init) ?? codes.map { _ in nil }
    sources = table.column("source")?.numbers ?? codes.map { _ in 0 }
    var indicator = Indicator(
      stem: own.figure, columns: JoinedColumns(table.figureColumns.filter { !OwnTable.isBeside($0.name) }))
    indicator.own = figure
    indicator.samples = table.column(OwnTable.sample)?.numbers ?? []
    indicator.errors = table.column(OwnTable.error)?.numbers ?? []
    indicators = [indicator]
  }

  /// Gives counts the percentages that they are of people.
  mutating func set(shares: [Double]) { indicators[0].shares = shares }

  /// Adds the figure of a whole that the file does not give.
  ///
  /// - Parameters:
  ///   - value: NaN where it does not follow.
  ///   - parts: the codes that it was added up of.
  ///   - covered: what part of the people has a figure, at most 1.
  mutating func add(whole code: String, in municipality: String?, value: Double, parts: [String], covered: Double) {
    let row = municipalities.count
    rows[code] = row
    municipalities.append(municipality)
    sources.append(parts.first.flatMap { rows[$0] }.map { sources[$0] } ?? 0)
    self.parts[row] = parts
    self.covered[row] = covered
    indicators[0].columns.append(value)
    if !indicators[0].samples.isEmpty { indicators[0].samples.append(.nan) }
    if !indicators[0].errors.isEmpty { indicators[0].errors.append(.nan) }
  }

  /// The rows that were carried over, with the year to whose areas.
  var carriedRows: [(to: Int, code: String, row: Int)] {
    carried.flatMap { year, rows in rows.map { (to: year, code: $0.key, row: $0.value) } }
  }

  /// Whether a row was added up out of the figures of its parts.
  func isAddedUp(_ row: Int) -> Bool { covered[row] != nil }
}
