import WorkbenchKit

/// How many people of an age, a sex and a kind of household an area has: out of finer bands where they are loaded, else out
/// of the bands of CBS, split by an assumption where these are too wide.
///
/// Numbers are those of the year of the key figures, or of the year that was asked for. A population of another year never
/// stands in for them: it may only tell how a band divides, which is then said.
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
    /// A band was cut as it is in a population of another year.
    static let otherYear = Ways(rawValue: 32)
    /// Men and women were told apart as they are in the municipality, the wijk or the country around.
    static let sexAsAround = Ways(rawValue: 64)
  }

  /// Why there is no number.
  enum Gap: Hashable, Sendable {
    /// No population by sex, or by household.
    case sex, household
    /// The bands do not tell these ages.
    case ages(AgeRange)
    /// The figure itself is missing.
    case figure
    /// Of the year that was asked for no population of the area tells it.
    case year(Int)
  }

  enum Found {
    case people(Double, Ways)
    case gap(Gap)
  }

  /// A file of finer bands that had part in a number.
  struct Use: Hashable {
    let year: Int
    let record: Int
    let isStarting: Bool
  }

  /// The files of finer bands that had part in what was found so far.
  private final class Uses {
    var found: Set<Use> = []
    /// The years that are not that of the number.
    var others: Set<Int> = []
    /// The areas whose division was taken for one within them.
    var around: Set<String> = []
    var marks: Set<StartingMark> = []
  }

  let fine: FinePopulation
  let splits: AgeSplits
  private let bands: [Int: KeyFigureBands]
  private let peopleYear: Int?
  private let changes: CodeChanges
  private let names: (String) -> String?
  private let uses = Uses()

  init(_ atlas: Atlas, _ codebook: Codebook, _ workspace: WorkspaceHandle, splits: AgeSplits = .none) throws {
    fine = try FinePopulation.load(workspace)
    self.splits = splits
    bands = Dictionary(
      uniqueKeysWithValues: atlas.tables.map { ($0.year, KeyFigureBands($0, codebook)) })
    peopleYear = atlas.peopleYear
    changes = atlas.changes
    names = { atlas.area($0)?.name }
  }

  /// The columns of CBS behind an area's figures.
  func columnNames(_ year: Int) -> [String] { bands[year]?.columnNames ?? [] }

  /// The columns of CBS in which an area's people of some ages stand: two files of one year can have them apart.
  func columnNames(_ place: Area.Place, of ages: [AgeRange]) -> [String] {
    bands[place.year]?.columnNames(place.row, of: ages) ?? []
  }

  /// The year that an area's people are of.
  func year(_ place: Area.Place) -> Int { peopleYear ?? place.year }

  /// The files of finer bands that had part in what was found.
  var used: [Use] { uses.found.sorted { ($0.year, $0.record) < ($1.year, $1.record) } }

  /// The years, other than that of a number, whose division of bands was taken.
  var otherYears: [Int] { uses.others.sorted() }

  /// The starting values that had part in what was found.
  var starting: [StartingMark] { uses.marks.sorted { $0.year < $1.year } }

  /// The areas whose division was taken for what lies within them, by name; the smallest first.
  var around: [String] {
    uses.around.sorted { (AreaLevel(code: $0) == .land ? 1 : 0, $0) < (AreaLevel(code: $1) == .land ? 1 : 0, $1) }
      .map { names($0) ?? (AreaLevel(code: $0) == .land ? "Nederland" : $0) }
  }

  /// The files of finer bands that had part in what was found.
  func files(in workspace: WorkspaceHandle) throws -> [ImportRecord] {
    try used.compactMap { use in
      let records = try ImportedTables.records(
        of: use.isStarting ? StartingValues.population(use.year) : ImportedTables.population(use.year), in: workspace)
      return records.indices.contains(use.record) ? records[use.record] : nil
    }
  }

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
    if ages == .all, sex == nil, household == nil, year(place) == place.year,
      let all = bands[place.year]?.everybody(place.row)
    {
      return .people(all, .keyFigures)
    }
    let own = fine.place(place.code, in: year(place))
    // A starting value of the country goes behind its key figures.
    if let own, own.start == nil || bands[place.year] == nil,
      let found = own.people(ages, sex: sex, household: household)
    {
      note(own)
      return .people(found.count, found.isCut ? [.fine, .evenly] : .fine)
    }
    if let peopleYear { return .gap(.year(peopleYear)) }
    guard let figures = bands[place.year] else { return .gap(.figure) }
    var sum = 0.0
    var ways: Ways = []
    for (index, band) in KeyFigureBands.ranges.enumerated() {
      guard let piece = band.common(with: ages) else { continue }
      let isWhole = sex == nil && household == nil
      let people = figures.people(index, place.row)
      let isKeyed = own?.start != nil && piece == band && !people.isNaN
      if isWhole, !isKeyed, let own, let found = own.people(piece) {
        note(own)
        sum += found.count
        ways.formUnion(found.isCut ? [.fine, .evenly] : .fine)
        continue
      }
      if !people.isNaN { ways.insert(.keyFigures) }
      if isWhole, piece == band, !people.isNaN {
        sum += people
      } else if people == 0 {
        continue
      } else if let sex, household == nil, let own, own.start == nil, let found = own.people(piece),
        let share = sexShare(sex, of: piece, place)
      {
        note(own)
        sum += found.count * share
        ways.formUnion(found.isCut ? [.fine, .evenly, .sexAsAround] : [.fine, .sexAsAround])
      } else if let (share, way) = share(of: piece, in: band, place, sex, household) {
        if people.isNaN { return .gap(.figure) }
        sum += people * share
        ways.formUnion(way)
      } else if isWhole {
        return people.isNaN ? .gap(.figure) : .gap(.ages(piece))
      } else {
        return .gap(sex != nil ? .sex : .household)
      }
    }
    return .people(sum, ways)
  }

  /// What part of a band is of some of its ages, of a sex and a household where they are asked for.
  private func share(
    of piece: AgeRange, in band: AgeRange, _ place: Area.Place, _ sex: String?, _ household: String?
  ) -> (Double, Ways)? {
    let isWhole = sex == nil && household == nil
    if isWhole, band.below == nil, let stated = splits.share(of: piece) {
      return (stated, .asStated)
    }
    // A starting value of the place itself tells how its own figures divide.
    if !isWhole, let same = fine.place(place.code, in: place.year), let share = part(same, piece, band, sex, household)
    {
      return (share, .fine)
    }
    // Of households nothing is taken from around: who lives alone differs from place to place far more than age and sex.
    let looksAround = household == nil
    let asAround: Ways = sex == nil ? .asAround : piece == band ? .sexAsAround : [.asAround, .sexAsAround]
    if looksAround {
      for code in around(place) where fine.isImported(code) {
        if let same = fine.place(code, in: place.year),
          let share = part(same, piece, band, sex, household)
        {
          uses.around.insert(code)
          return (share, asAround)
        }
      }
    }
    // How a band divides in another year is the best there is then; of how many it is of, nothing is taken from there.
    let codes = [place.code] + (looksAround ? around(place) : [])
    for code in codes.filter(fine.isImported) + codes.filter({ !fine.isImported($0) }) {
      // A starting value of the very year is left for the last, behind whatever was imported.
      if !fine.isImported(code), code != place.code, let same = fine.place(code, in: place.year),
        let share = part(same, piece, band, sex, household)
      {
        uses.around.insert(code)
        return (share, asAround)
      }
      guard let other = fine.place(code, nearest: place.year),
        changes.reason(code, from: other.year, to: place.year) == nil,
        let share = part(other, piece, band, sex, household)
      else { continue }
      uses.others.insert(other.year)
      if code != place.code { uses.around.insert(code) }
      return (share, code == place.code ? .otherYear : asAround.union(.otherYear))
    }
    guard isWhole, let part = piece.width, let whole = band.width else { return nil }
    return (Double(part) / Double(whole), .evenly)
  }

  /// Which part of the people of some ages is of a sex, as around.
  private func sexShare(_ sex: String, of piece: AgeRange, _ place: Area.Place) -> Double? {
    for code in around(place) {
      guard let other = fine.place(code, in: place.year) ?? fine.place(code, nearest: place.year),
        changes.reason(code, from: other.year, to: place.year) == nil,
        let share = part(other, piece, piece, sex, nil)
      else { continue }
      if other.year != place.year { uses.others.insert(other.year) }
      uses.around.insert(code)
      return share
    }
    return nil
  }

  private func around(_ place: Area.Place) -> [String] {
    [AreaCode.district(of: place.code), AreaCode.municipality(of: place.code), "NL00"].compactMap {
      $0
    }.filter {
      $0 != place.code
    }
  }

  private func part(
    _ place: FinePopulation.Place, _ piece: AgeRange, _ band: AgeRange, _ sex: String?,
    _ household: String?
  ) -> Double? {
    guard let part = place.people(piece, sex: sex, household: household),
      let whole = place.people(band),
      whole.count > 0
    else { return nil }
    note(place)
    return part.count / whole.count
  }

  private func note(_ place: FinePopulation.Place) {
    uses.found.insert(Use(year: place.year, record: place.record, isStarting: place.start != nil))
    if let mark = place.start { uses.marks.insert(mark) }
  }
}
