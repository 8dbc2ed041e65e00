import WorkbenchKit

/// The year of each row of a file: as a column of periods says, or the year that was given where none does.
struct RowYears {
  /// What columns of periods are called.
  static let names = ["Perioden", "Periode", "Jaar", "Year"]

  /// The years that rows are of.
  let said: Set<Int>
  private let years: [Int?]
  private let periods: [String?]

  /// - Throws: `argument.missing` where no year is given or said, `import.year` where the one that is given is none of the
  ///   file's, or all periods are parts of years.
  init(_ text: DelimitedText, file: String, given: Int?) throws {
    let column = Stem.index(of: Self.names, in: text.header)
    periods = column.map { text.texts(column: $0) } ?? [String?](repeating: nil, count: text.rowCount)
    var year = Remembered(Period.year)
    let read = periods.map { $0.flatMap { year($0) } }
    let found = Set(read.compactMap { $0 })
    if !found.isEmpty {
      if let given, !found.contains(given) { throw ImportProblem.otherYear(file, given, found: Array(found)) }
      said = found
      years = read
      return
    }
    // A quarter is no year, whatever year is given; of other words the user may know better.
    var isPart = Remembered(Period.isPartOfYear)
    let areParts = periods.map { $0.map { isPart($0) } ?? false }
    if let part = periods.first, let part, !areParts.contains(false) {
      throw ImportProblem.noWholeYear(file, period: part)
    }
    guard let given else { throw ImportProblem.missingYear(file, title: text.titleLines) }
    said = [given]
    years = areParts.map { $0 ? nil : given }
  }

  /// Nil where the period is no year: a quarter, or nothing beside rows that say theirs.
  subscript(row: Int) -> Int? { years[row] }

  /// The rows that are of no year.
  var others: [Int] { years.indices.filter { years[$0] == nil } }

  /// How many rows are of other years than one.
  func count(besides year: Int) -> Int { years.count { $0 != nil && $0 != year } }

  /// How a row of no year is named where it is left out.
  func words(_ row: Int, in text: DelimitedText) -> String { "\(text.line(ofRow: row)) ('\(periods[row] ?? "")')" }
}
