import WorkbenchKit

/// The age bands that a comparison stands on: as many as the loaded percentages allow.
///
/// With percentages of 18+ and of 65+ there are two, 65+ and what is left of 18+ without them; else one.
struct AgeBands: Sendable {
  /// The group that is compared.
  let whole: Codebook.Age
  /// The part of it that has percentages of its own.
  let older: Codebook.Age?

  /// One band of one area.
  struct Cell: Sendable, Hashable {
    var people: Double
    /// A share of one.
    var rate: Double
  }

  var ages: [Codebook.Age] { older.map { [whole, $0] } ?? [whole] }
  var names: [String] { older.map { ["18-64", $0.name] } ?? [whole.name] }

  /// - Parameter wanted: the ages that are loaded for the indicator, or the one asked for.
  init?(_ wanted: [Codebook.Age], loaded: [Codebook.Age]) {
    let adults = wanted.first { $0.name == "18+" }
    guard let whole = adults ?? wanted.first else { return nil }
    self.whole = whole
    older = adults == nil ? nil : loaded.first { $0.name == "65+" }
  }

  /// The bands of an area out of its figures for the whole and for the part; one band where those of the part are missing.
  func cells(_ whole: DirectMethod.Combined, _ part: DirectMethod.Combined?) -> [Cell] {
    guard let part, part.population <= whole.population else {
      return [Cell(people: whole.population, rate: whole.rate)]
    }
    let rest = whole.population - part.population
    // Two modelled percentages need not fit together: what is left is kept between nobody and everybody.
    let share = rest > 0 ? min(max((whole.estimate - part.estimate) / rest, 0), 1) : 0
    let isKnown = !whole.estimate.isNaN && !part.estimate.isNaN
    return [Cell(people: rest, rate: isKnown ? share : .nan), Cell(people: part.population, rate: part.rate)]
  }
}
