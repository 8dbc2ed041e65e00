import WorkbenchKit

/// The shares of an area in the populations from which those who live at home with care come.
struct ExtramuralShares {
  let area: Area
  let country: Area
  let people: PeopleByAge

  static let elderly = [AgeRange(from: 65, below: nil), AgeRange(from: 75, below: nil), AgeRange(from: 80, below: nil)]
  static let others = [AgeRange.all, AgeRange(from: 18, below: nil)]

  /// A population with the people of both, where both are known.
  struct Base: Hashable {
    let ages: AgeRange
    let area: Double
    let country: Double
    let ways: PeopleByAge.Ways

    var share: Double { country > 0 ? area / country : .nan }
  }

  /// The populations of a sector; VV is of the elderly.
  func bases(_ sector: String) -> [Base] {
    (sector == "VV" ? Self.elderly : Self.others).compactMap { ages in
      guard case .people(let own, let one) = people.find(area, ages),
        case .people(let all, let other) = people.find(country, ages)
      else { return nil }
      // The same split of both says no more than the whole does.
      if ages.from > 65, one.contains(.asAround) || one.contains(.asStated) { return nil }
      return Base(ages: ages, area: own, country: all, ways: one.union(other))
    }
  }

  func share(_ sectors: [String]) -> AreaShare? {
    AreaShare(sectors.flatMap(bases).map { ($0.area, $0.country) })
  }
}
