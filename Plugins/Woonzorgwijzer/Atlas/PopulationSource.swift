import WorkbenchKit

/// How many people of an age group the areas of one year have.
struct PopulationSource {
  private struct Term {
    let columns: [(name: String, values: [Double])]
    let numerator: Double
    let denominator: Double
  }

  let table: AreaTable
  private let terms: [Term]

  /// - Parameter age: its bands must be measures that the codebook has.
  init(_ table: AreaTable, _ age: Codebook.Age, _ codebook: Codebook) {
    self.table = table
    terms = age.bands.map { band in
      let columns = codebook.measure(band.measure).map { AreaTable.columns(of: $0, in: table.table) } ?? []
      return Term(
        columns: columns.compactMap { column in column.numbers.map { (column.name, $0) } },
        numerator: band.numerator, denominator: band.denominator)
    }
  }

  /// NaN where a band is missing.
  func people(_ row: Int) -> Double {
    var sum = 0.0
    for term in terms {
      guard let column = term.columns.first(where: { !$0.values[row].isNaN }) else { return .nan }
      sum += column.values[row] * term.numerator / term.denominator
    }
    return terms.isEmpty ? .nan : sum
  }

  /// The columns the people of a row come out of.
  func columnNames(_ row: Int) -> [String] {
    terms.compactMap { term in (term.columns.first { !$0.values[row].isNaN } ?? term.columns.first)?.name }
  }

  /// Which of the table's files a row came from.
  func record(_ row: Int) -> Int { table.sources.record(row, columnNames(row).first) }

  /// Whether the people of a row can have come from more than one file.
  func isJoined(_ row: Int) -> Bool { row >= table.listed || !table.sources.added(row).isEmpty }

  /// All files that the people of a row came from.
  func sources(_ row: Int) -> [FigureSource] {
    FigureSource.joined(
      table.ownRows(row).lazy.flatMap { own in
        columnNames(own).map { (record: table.sources.record(own, $0), column: $0) }
      })
  }
}
