/// The direct method: a published percentage of an area times its people.
enum DirectMethod {
  /// Returns a percentage as a share of one.
  static func rate(percent: Double) -> Double { estimate(population: 1, percent: percent) }

  /// Returns how many people a percentage is of a population.
  ///
  /// Published percentages have few decimals: they are multiplied as whole thousandths, so that 29.6 % of 650 is 192.4 and
  /// not a digit beside it.
  static func estimate(population: Double, percent: Double) -> Double {
    let thousandths = (percent * 1000).rounded()
    if abs(percent * 1000 - thousandths) < 1e-6 { return population * thousandths / 100_000 }
    return population * percent / 100
  }

  /// A percentage over several areas together.
  struct Combined: Sendable, Hashable {
    /// NaN where it cannot be had.
    var population: Double
    var rate: Double
    var estimate: Double
    /// The part of the people whose area has a percentage.
    var covered: Double
  }

  /// The least part of the people whose percentage must be known for the rest to be taken as the same.
  static let leastCovered = 0.9

  /// Sums the estimates of the parts and weighs their percentages by their people.
  ///
  /// - Parameter parts: people and percentage of each; NaN is missing. Parts without a percentage take that of the others if
  ///   these hold at least nine tenths of the people; a part whose people are not known leaves the whole unknown.
  static func combine(_ parts: [(population: Double, percent: Double)]) -> Combined {
    let population = parts.reduce(0) { $0 + $1.population }
    if population == 0 { return Combined(population: 0, rate: .nan, estimate: 0, covered: 1) }
    let known = parts.filter { !$0.percent.isNaN && $0.population > 0 }
    let people = known.reduce(0) { $0 + $1.population }
    let sum = known.reduce(0) { $0 + estimate(population: $1.population, percent: $1.percent) }
    let covered = people / population
    guard !population.isNaN, covered >= leastCovered else {
      return Combined(population: population, rate: .nan, estimate: .nan, covered: population.isNaN ? .nan : covered)
    }
    let rate = sum / people
    return Combined(
      population: population, rate: rate, estimate: covered == 1 ? sum : rate * population, covered: covered)
  }
}
