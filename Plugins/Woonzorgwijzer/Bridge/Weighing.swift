import WorkbenchKit

/// By what the old areas that make up a new one weigh.
enum Weighing: Sendable, Hashable {
  /// There is one old area: its figure stays as it is.
  case single
  /// By their people of a year.
  case people(year: Int)
  /// By their shares alone, as was asked for.
  case alike
  /// Of no year are the people of all of them known, so that nothing is carried over.
  case unknown

  /// The form in which it is kept in a column of numbers.
  var number: Double {
    switch self {
    case .single: .nan
    case .people(let year): Double(year)
    case .alike: 0
    case .unknown: -1
    }
  }

  init(_ number: Double) {
    self =
      number.isNaN
      ? .single : number > 0 ? .people(year: Int(number)) : number == 0 ? .alike : .unknown
  }
}

extension Weighing {
  /// What is taken for granted by it; nil where nothing is.
  func assumption(from old: Int) -> Text? {
    switch self {
    case .people(let year) where year != old:
      Text(
        nl:
          "oude gebieden die samengaan wegen naar hun inwoners van \(year), want die van \(old) zijn niet ingelezen",
        en:
          "old areas that merge weigh by their people of \(year), as those of \(old) are not imported"
      )
    case .alike:
      Text(
        nl:
          "oude gebieden die samengaan wegen naar aandeel even zwaar, want hun inwoners zijn niet bekend (--alike)",
        en: "old areas that merge weigh alike by share, as their people are not known (--alike)")
    case .people, .single, .unknown: nil
    }
  }

  /// How it was weighed, as it stands behind a result; nil for one old area.
  var words: Text? {
    switch self {
    case .single: nil
    case .people(let year):
      Text(nl: "gewogen naar inwoners van \(year)", en: "weighed by the people of \(year)")
    case .alike:
      Text(nl: "even zwaar gewogen, zonder inwoners", en: "weighed alike, without people")
    case .unknown:
      Text(
        nl: "niet overgezet waar van geen jaar de inwoners bekend zijn",
        en: "not carried over where the people are known of no year")
    }
  }
}

extension Crossing {
  /// What the old areas weighed by.
  var weighing: Weighing { Weighing(weighed) }
}

/// The people of old areas by year, those of the bridge's own year before others, the nearest in time first.
struct OldPeople {
  /// The people of each code, of an age where there is one.
  let years: [(year: Int, people: [String: Double])]

  static let none = OldPeople(years: [])

  private init(years: [(year: Int, people: [String: Double])]) { self.years = years }

  /// - Parameter age: nil for people of every age.
  init(of bridge: Bridge, _ age: Codebook.Age?, _ codebook: Codebook, in workspace: WorkspaceHandle)
    throws
  {
    let old = Set(bridge.links.map(\.old))
    let tables = try workspace.names(.tables, prefix: ImportedTables.areasPrefix).compactMap {
      try AreaTable.load($0, from: workspace)
    }.sorted { (abs($0.year - bridge.from), $0.year) < (abs($1.year - bridge.from), $1.year) }
    let measure = codebook.measure("population")
    years = tables.map { table in
      let source = age.map { PopulationSource(table, $0, codebook) }
      var people: [String: Double] = [:]
      for code in old {
        guard let row = table.rows[code] else { continue }
        let count = source?.people(row) ?? measure.map { table.value($0, row: row).value } ?? .nan
        if !count.isNaN { people[code] = count }
      }
      return (table.year, people)
    }
  }

  /// What each of some links weighs: its share times the people of its old area, of the first year that has them all.
  func weights(_ links: [Bridge.Link]) -> (weights: [Double], by: Weighing) {
    guard links.count > 1 else { return (links.map(\.share), .single) }
    for (year, people) in years {
      let weights = links.map { link in people[link.old].map { $0 * link.share } ?? .nan }
      if weights.reduce(0, +) > 0 { return (weights, .people(year: year)) }
    }
    // Without people all can be carried over only where somebody said that it may.
    return links.allSatisfy(\.isAlike)
      ? (links.map(\.share), .alike) : (links.map { _ in .nan }, .unknown)
  }
}
