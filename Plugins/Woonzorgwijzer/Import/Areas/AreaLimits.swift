import WorkbenchKit

/// What the figures of an area can be: counts of people, households and dwellings are whole and not negative, percentages lie
/// in 0 through 100, and no age has more people than there are.
struct AreaLimits {
  /// Columns of whole numbers.
  let counts: [Int]
  /// Of each column of the header.
  private let isWhole: [Bool]
  private let isPercentage: [Bool]
  private let all: Int?
  private let ages: [Int]
  private let header: [String]

  init(_ codebook: Codebook, header: [String]) {
    let names = StemmedNames(header)
    let columns = { (isMeant: (Codebook.Measure) -> Bool) -> [Int] in
      codebook.measures.filter(isMeant).compactMap { names.index(of: $0.stems) }
    }
    counts = columns { $0.countsPeople || $0.isCount }
    let whole = Set(counts)
    isWhole = header.indices.map(whole.contains)
    let percentages = Set(columns { $0.unit == .percent })
    // In the wide style the first letter says that it is a percentage.
    isPercentage = header.indices.map { percentages.contains($0) || header[$0].lowercased().hasPrefix("p_") }
    all = codebook.measure("population").flatMap { names.index(of: $0.stems) }
    ages = columns { $0.countsPeople && $0.name.hasPrefix("age_") }
    self.header = header
  }

  func allow(_ column: Int, _ value: Double) -> Bool {
    if isWhole[column] { return value >= 0 && value == value.rounded() }
    return !isPercentage[column] || (0...100).contains(value)
  }

  /// CBS rounds each count by itself, to fives: a part can stand above the whole by that much and no more.
  private static let rounding = 5.0

  /// Makes the people of an age missing where they are more than all people, and names the cell.
  ///
  /// - Parameters:
  ///   - counts: has the account of each column of the header.
  ///   - cell: what the file writes in a column, for one of the figures' rows.
  ///   - name: the same with its column and its area.
  func refuseMoreThanAll(
    _ figures: inout [Column], _ counts: inout ImportCounts, cell: (_ column: Int, _ row: Int) -> String,
    name: (_ column: Int, _ row: Int) -> String
  ) {
    guard let all, let people = figures.first(where: { $0.name == header[all] })?.numbers else { return }
    for column in ages {
      guard let place = figures.firstIndex(where: { $0.name == header[column] }), var values = figures[place].numbers
      else { continue }
      for index in values.indices where values[index] > people[index] + Self.rounding {
        counts.refuse(cell(column, index), in: column, named: "\(name(column, index)) > \(name(all, index))")
        values[index] = .nan
      }
      figures[place].storage = .numbers(values)
    }
  }
}
