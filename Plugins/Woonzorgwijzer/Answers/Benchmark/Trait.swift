import WorkbenchKit

/// What areas are likened by when peers are sought: age, household, tenure, value and density.
enum Trait: String, Sendable, CaseIterable {
  case age = "share_65_plus"
  case household = "one_person_share"
  case tenure = "owner_occupied"
  case value = "dwelling_value"
  case density

  var label: Text {
    switch self {
    case .age: Text(nl: "65+ %", en: "65+ %")
    case .household: Text(nl: "alleen %", en: "alone %")
    case .tenure: Text(nl: "koop %", en: "owned %")
    case .value: Text(nl: "WOZ", en: "value")
    case .density: .verbatim("/km²")
    }
  }

  /// As it is said in a sentence.
  var name: Text {
    switch self {
    case .age: Text(nl: "aandeel 65-plussers", en: "share of people aged 65 and over")
    case .household: Text(nl: "aandeel eenpersoonshuishoudens", en: "share of one-person households")
    case .tenure: Text(nl: "aandeel koopwoningen", en: "share of owner-occupied dwellings")
    case .value: Text(nl: "gemiddelde WOZ-waarde", en: "mean dwelling value")
    case .density: Text(nl: "inwoners per km²", en: "inhabitants per km²")
    }
  }

  func column(_ values: [Double]) -> Column {
    let isShare = self == .age || self == .household
    return .numbers(
      rawValue, values, label: label, unit: isShare ? .share : self == .tenure ? .percent : nil,
      format: isShare ? .share(0) : .decimals(0))
  }
}

/// The traits of areas, out of the figures of CBS.
struct Traits {
  let atlas: Atlas
  let codebook: Codebook

  /// Returns of each area its traits in the order of `Trait.allCases`; NaN is missing.
  ///
  /// Of an own area shares are of the sums, tenure and value weigh by households, density by surface.
  func values(_ areas: [Area]) -> [[Double]] {
    let column = { (name: String) -> [Double] in
      codebook.measure(name).map { Figures(atlas: atlas).values($0, areas) } ?? areas.map { _ in .nan }
    }
    let people = column("population")
    let older = column("age_65_plus")
    let households = column("households")
    let alone = column("one_person_households")
    let owned = column("owner_occupied")
    let value = column("dwelling_value")
    let density = column("density")
    return areas.indices.map { row in
      let area = areas[row]
      let shares = [older[row] / people[row], alone[row] / households[row]]
      // No people, no shares: nothing divided by nothing is missing.
      guard area.isOwn else { return shares.map(Self.finite) + [owned[row], value[row], density[row]] }
      return shares.map(Self.finite) + [
        mean("owner_occupied", of: area), mean("dwelling_value", of: area), densityOfParts(area),
      ]
    }
  }

  private static func finite(_ number: Double) -> Double { number.isFinite ? number : .nan }

  private func mean(_ name: String, of area: Area) -> Double {
    let households = parts("households", area)
    let known = zip(parts(name, area), households).filter { !$0.0.isNaN && $0.1 > 0 }
    let all = households.filter { $0 > 0 }.reduce(0, +)
    let weight = known.reduce(0) { $0 + $1.1 }
    guard all > 0, weight / all >= DirectMethod.leastCovered else { return .nan }
    return known.reduce(0) { $0 + $1.0 * $1.1 } / weight
  }

  private func densityOfParts(_ area: Area) -> Double {
    let pairs = zip(parts("population", area), parts("density", area))
    let people = pairs.reduce(0) { $0 + $1.0 }
    let surface = pairs.filter { $0.0 > 0 }.reduce(0) { $0 + $1.0 / $1.1 }
    return Self.finite(people / surface)
  }

  private func parts(_ name: String, _ area: Area) -> [Double] {
    guard let measure = codebook.measure(name) else { return [] }
    return area.places.map { place in atlas.table(place.year)?.value(measure, row: place.row).value ?? .nan }
  }
}
