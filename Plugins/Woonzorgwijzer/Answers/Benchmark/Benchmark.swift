import WorkbenchKit

/// Areas beside what a reference would lead one to expect of them.
struct Benchmark {
  let estimator: Estimator
  let bands: AgeBands
  /// The rates that make the expectation, and the reference's people; one band where the part has no rate.
  let reference: [AgeBands.Cell]
  private let figures: [String: [Int: Estimator.Estimate]]

  /// - Parameters:
  ///   - estimator: has estimated the ages of the bands for one indicator, for all areas that are asked of here.
  ///   - others: what is compared with; of several areas together the rates weigh by their people.
  init(_ estimator: Estimator, bands: AgeBands, others: [Area]) {
    self.estimator = estimator
    self.bands = bands
    var figures: [String: [Int: Estimator.Estimate]] = [:]
    for estimate in estimator.estimates { figures[estimate.area.code, default: [:]][estimate.age] = estimate }
    self.figures = figures
    let together = bands.ages.indices.map { age -> DirectMethod.Combined in
      let parts = others.map { figures[$0.code]?[age]?.figures }
      if parts.count == 1, let only = parts.first ?? nil { return only }
      return DirectMethod.combine(
        parts.map { part in (population: part?.population ?? .nan, percent: (part?.rate ?? .nan) * 100) })
    }
    guard let whole = together.first else {
      reference = []
      return
    }
    let cells = bands.cells(whole, together.count > 1 ? together[1] : nil)
    let isKnown = cells.allSatisfy { !$0.rate.isNaN }
    reference = isKnown ? cells : [AgeBands.Cell(people: whole.population, rate: whole.rate)]
  }

  var isBanded: Bool { reference.count > 1 }
  /// The bands that carried the expectation, as they are said.
  var bandNames: [String] { isBanded ? bands.names : [bands.whole.name] }

  func estimate(_ area: Area) -> Estimator.Estimate? { figures[area.code]?[0] }

  func count(_ area: Area) -> ExpectedCount {
    guard let whole = figures[area.code]?[0]?.figures else {
      return ExpectedCount(observed: .nan, bands: [.nan], rates: [.nan])
    }
    var cells = [AgeBands.Cell(people: whole.population, rate: whole.rate)]
    if isBanded {
      let own = bands.cells(whole, figures[area.code]?[1]?.figures)
      if own.count == reference.count { cells = own }
    }
    // Where the area's own bands are not known, the reference as a whole stands for both.
    let all = reference.reduce(0) { $0 + $1.people }
    let mean = reference.reduce(0) { $0 + $1.people * $1.rate } / all
    let rates = cells.count == reference.count ? reference.map(\.rate) : [mean]
    return ExpectedCount(
      observed: whole.estimate, bands: cells.map(\.people),
      rates: zip(cells, rates).map { $0.people == 0 ? 0 : $1 })
  }
}
