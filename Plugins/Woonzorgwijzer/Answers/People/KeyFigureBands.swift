import WorkbenchKit

/// The five age bands of CBS for the areas of one year.
struct KeyFigureBands {
  static let ranges = [
    AgeRange(from: 0, below: 15), AgeRange(from: 15, below: 25), AgeRange(from: 25, below: 45),
    AgeRange(from: 45, below: 65), AgeRange(from: 65, below: nil),
  ]
  private static let measures = ["age_0_15", "age_15_25", "age_25_45", "age_45_65", "age_65_plus"]

  private typealias Figure = [(name: String, values: [Double])]

  private let columns: [Figure]
  private let total: Figure

  init(_ table: AreaTable, _ codebook: Codebook) {
    func figure(_ name: String) -> Figure {
      let found = codebook.measure(name).map { AreaTable.columns(of: $0, in: table.table) } ?? []
      return found.compactMap { column in column.numbers.map { (column.name, $0) } }
    }
    columns = Self.measures.map(figure)
    total = figure("population")
  }

  func people(_ band: Int, _ row: Int) -> Double { Self.value(columns[band], row) ?? .nan }

  /// Everybody, whatever their age; nil where the table does not tell.
  func everybody(_ row: Int) -> Double? { Self.value(total, row) }

  var columnNames: [String] { ([total] + columns).compactMap { $0.first?.name } }

  /// The columns that a row's people of some ages stand in.
  func columnNames(_ row: Int, of ages: [AgeRange]) -> [String] {
    let isWhole = ages.contains(.all) && everybody(row) != nil
    let used = zip(Self.ranges, columns).filter { band, _ in
      ages.contains { ($0 != .all || !isWhole) && band.common(with: $0) != nil }
    }
    return ((isWhole ? [total] : []) + used.map(\.1)).compactMap { figure in
      (figure.first { !$0.values[row].isNaN } ?? figure.first)?.name
    }
  }

  private static func value(_ figure: Figure, _ row: Int) -> Double? {
    figure.lazy.map { $0.values[row] }.first { !$0.isNaN }
  }
}
