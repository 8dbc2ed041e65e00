import WorkbenchKit

/// The percentages of one year and age group, found by code. Made once for as long as the table lives.
struct HealthTable: Sendable {
  /// A column of percentages, 0 through 100.
  struct Indicator: Sendable {
    let name: String
    let stem: String
    let percentages: [Double]
  }

  let year: Int
  let age: String
  let tableName: String
  let rows: [String: Int]
  let indicators: [Indicator]
  let municipalities: [String?]
  /// For each row the file it came from, counted in the records of the table.
  let sources: [Double]

  static func all(_ workspace: WorkspaceHandle) throws -> [HealthTable] {
    try workspace.names(.tables, prefix: Holdings.healthPrefix).compactMap { name -> HealthTable? in
      guard let part = workspace.part(PartName(.tables, name)) else { return nil }
      return try part.derived("woonzorgwijzer.health") { try HealthTable(part.table(), name: name) }
    }.sorted { ($1.year, $0.age) < ($0.year, $1.age) }
  }

  private init(_ table: Table, name: String) throws {
    let words = name.dropFirst(Holdings.healthPrefix.count).split(separator: ".", maxSplits: 1)
    year = words.first.flatMap { Int($0) } ?? 0
    age = words.count > 1 ? String(words[1]) : ""
    tableName = name
    let codes = try table.require("code").texts ?? []
    rows = Dictionary(codes.enumerated().map { ($1 ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    indicators = table.columns.compactMap { column in
      guard column.name != "source", let numbers = column.numbers else { return nil }
      return Indicator(name: column.name, stem: Stem.of(column.name), percentages: numbers)
    }
    municipalities = table.column("municipality")?.texts ?? codes.map { _ in nil }
    sources = table.column("source")?.numbers ?? codes.map { _ in 0 }
  }

  func indicator(_ stem: String) -> Indicator? { indicators.first { $0.stem == stem } }
}
