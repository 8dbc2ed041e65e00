import WorkbenchKit

extension Estimator {
  static let middleAges = "18-64"

  /// Adds those of 18 through 64: everybody of 18 and over but those of 65 and over.
  ///
  /// - Parameter shown: the names of the age groups that stay.
  mutating func addMiddleAges(keeping shown: [String]) {
    guard let adults = ages.firstIndex(where: { $0.name == "18+" }),
      let elderly = ages.firstIndex(where: { $0.name == "65+" })
    else { return }
    struct Key: Hashable {
      let code: String
      let stem: Int
    }
    let older = Dictionary(
      estimates.filter { $0.age == elderly }.map { (Key(code: $0.area.code, stem: $0.stem), $0) },
      uniquingKeysWith: { first, _ in first })
    ages.append(
      Codebook.Age(
        code: Self.middleAges, name: Self.middleAges,
        label: Text(nl: "18 tot en met 64 jaar", en: "aged 18 through 64"),
        people: Text(nl: "mensen van 18 tot en met 64", en: "people aged 18 through 64"), bands: [],
        assumption: Text(
          nl: "18-64 is 18+ min 65+: de fouten van beide percentages tellen erin op",
          en: "18-64 is 18+ minus 65+: the errors of both percentages add up in it")))
    let middle = ages.count - 1
    var made: [Estimate] = []
    for estimate in estimates {
      if shown.contains(ages[estimate.age].name) { made.append(estimate) }
      guard estimate.age == adults, let other = older[Key(code: estimate.area.code, stem: estimate.stem)] else {
        continue
      }
      made.append(less(estimate, other, middle))
    }
    let used = Set(made.map(\.age))
    let kept = ages.indices.filter(used.contains)
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    estimates = made.map { one in
      var moved = one
      moved.age = places[one.age] ?? 0
      return moved
    }
    ages = kept.map { ages[$0] }
  }

  /// Missing where more people would be left than there are, or fewer than none: then the two percentages contradict.
  private mutating func less(_ one: Estimate, _ other: Estimate, _ age: Int) -> Estimate {
    let population = one.figures.population - other.figures.population
    var estimate = one.figures.estimate - other.figures.estimate
    if !(estimate >= 0 && estimate <= population) { estimate = .nan }
    var origin: Int?
    if let left = one.origin, let right = other.origin {
      var both = origins[left]
      both.less = [origins[right]]
      if let known = origins.firstIndex(of: both) {
        origin = known
      } else {
        origins.append(both)
        origin = origins.count - 1
      }
    }
    return Estimate(
      area: one.area, stem: one.stem, age: age,
      figures: .init(
        population: population, rate: population > 0 ? estimate / population : .nan, estimate: estimate,
        covered: min(one.figures.covered, other.figures.covered)),
      origin: origin)
  }
}
