import WorkbenchKit

/// How many people of an age, a sex and a kind of household an area has: out of finer bands where they are loaded, else out
/// of the bands of CBS, split by an assumption where these are too wide.
struct PeopleByAge {
  /// What was taken for granted.
  struct Ways: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// The bands of CBS were used, and the finer ones.
    static let keyFigures = Ways(rawValue: 1)
    static let fine = Ways(rawValue: 2)
    /// A band was cut evenly.
    static let evenly = Ways(rawValue: 4)
    /// A band was cut as it is in the municipality, the wijk or the country around.
    static let asAround = Ways(rawValue: 8)
    /// People over 65 were split as the user stated.
    static let asStated = Ways(rawValue: 16)
  }

  /// Why there is no number.
  enum Gap: Hashable, Sendable {
    /// No population by sex, or by household.
    case sex, household
    /// The bands do not tell these ages.
    case ages(AgeRange)
    /// The figure itself is missing.
    case figure
  }

  enum Found {
    case people(Double, Ways)
    case gap(Gap)
  }

  let fine: FinePopulation
  let splits: AgeSplits
  private let bands: [Int: KeyFigureBands]

  init(_ atlas: Atlas, _ codebook: Codebook, _ workspace: WorkspaceHandle, splits: AgeSplits = .none) throws {
    fine = try FinePopulation.load(workspace)
    self.splits = splits
    bands = Dictionary(uniqueKeysWithValues: atlas.tables.map { ($0.year, KeyFigureBands($0, codebook)) })
  }

  /// The columns of CBS behind an area's figures.
  func columnNames(_ year: Int) -> [String] { bands[year]?.columnNames ?? [] }

  func find(_ area: Area, _ ages: AgeRange, sex: String? = nil, household: String? = nil) -> Found {
    if area.isOwn, area.parts.count < area.partCodes.count { return .gap(.figure) }
    var sum = 0.0
    var ways: Ways = []
    for place in area.places {
      switch find(place, ages, sex, household) {
      case .gap(let gap): return .gap(gap)
      case .people(let count, let way):
        sum += count
        ways.formUnion(way)
      }
    }
    return area.places.isEmpty ? .gap(.figure) : .people(sum, ways)
  }

  private func find(_ place: Area.Place, _ ages: AgeRange, _ sex: String?, _ household: String?) -> Found {
    // Bands are rounded each by themselves: of everybody the total of the year holds where there is one, not their sum.
    if ages == .all, sex == nil, household == nil, fine.places[place.code].map({ $0.year == place.year }) ?? true,
      let all = bands[place.year]?.everybody(place.row)
    {
      return .people(all, .keyFigures)
    }
    if let found = fine.people(place.code, ages, sex: sex, household: household) {
      return .people(found.count, found.isCut ? [.fine, .evenly] : .fine)
    }
    if sex != nil { return .gap(.sex) }
    if household != nil { return .gap(.household) }
    guard let figures = bands[place.year] else { return .gap(.figure) }
    var sum = 0.0
    var ways: Ways = []
    for (index, band) in KeyFigureBands.ranges.enumerated() {
      guard let piece = band.common(with: ages) else { continue }
      if let found = fine.people(place.code, piece, sex: nil, household: nil) {
        sum += found.count
        ways.formUnion(found.isCut ? [.fine, .evenly] : .fine)
        continue
      }
      let people = figures.people(index, place.row)
      if people.isNaN { return .gap(.figure) }
      ways.insert(.keyFigures)
      if piece == band || people == 0 {
        sum += people
      } else if let (share, way) = share(of: piece, in: band, place.code) {
        sum += people * share
        ways.insert(way)
      } else {
        return .gap(.ages(piece))
      }
    }
    return .people(sum, ways)
  }

  /// What part of a band is of some of its ages.
  private func share(of piece: AgeRange, in band: AgeRange, _ code: String) -> (Double, Ways)? {
    if band.below == nil, let stated = splits.share(of: piece) { return (stated, .asStated) }
    for around in [AreaCode.district(of: code), AreaCode.municipality(of: code), "NL00"].compactMap({ $0 })
    where around != code {
      guard let part = fine.people(around, piece, sex: nil, household: nil),
        let whole = fine.people(around, band, sex: nil, household: nil), whole.count > 0
      else { continue }
      return (part.count / whole.count, .asAround)
    }
    guard let part = piece.width, let whole = band.width else { return nil }
    return (Double(part) / Double(whole), .evenly)
  }
}

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

  private static func value(_ figure: Figure, _ row: Int) -> Double? {
    figure.lazy.map { $0.values[row] }.first { !$0.isNaN }
  }
}
