/// What is found of one place: its people, and what part of them or how many a figure counts.
struct PlaceFigures {
  /// NaN where it is not known, as are the percentage, the sample and the error.
  var population = Double.nan
  var percent = Double.nan
  /// What figures of one's own count; nil where they are percentages, or the count is not known.
  private(set) var count: Double?
  /// What part of the people the percentage is known of.
  private(set) var covered = 1.0
  private(set) var sample = Double.nan
  private(set) var error = Double.nan
  /// Which of the estimator's origins; nil where no figure was found.
  private(set) var origin: Int?

  init(population: Double = .nan) { self.population = population }

  /// - Parameters:
  ///   - row: of the table.
  ///   - people: of the place, of the year that goes with the figure.
  init(_ table: HealthTable, _ indicator: HealthTable.Indicator, _ row: Int, people: Double, origin: Int) {
    population = people
    percent = indicator.percentages[row]
    self.origin = origin
    covered = table.covered[row] ?? 1
    if indicator.samples.indices.contains(row) { sample = indicator.samples[row] }
    if indicator.errors.indices.contains(row) { error = indicator.errors[row] / 100 }
    guard let count = indicator.counts?[row] else { return }
    // More than there are people is no part of them.
    if !count.isNaN {
      self.count = count
      percent = people > 0 && count <= people ? 100 * count / people : .nan
    } else if covered == 1 {
      percent = .nan
    }
  }

  var estimate: Double {
    count ?? (population == 0 ? 0 : DirectMethod.estimate(population: population, percent: percent))
  }
}
