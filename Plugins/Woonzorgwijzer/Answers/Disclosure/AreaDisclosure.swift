/// Which rows of a table with an area on each are held back: areas lie within areas, down to the buurten that are loaded.
enum AreaDisclosure {
  /// - Parameters:
  ///   - areas: the area of each row.
  ///   - tables: of each row the table it adds up in, such as one indicator of one age group; nil where all are one.
  ///   - columns: counts of people on each row, NaN where one is missing; they are held back together.
  ///   - beside: rows from which a small count would follow in another way.
  static func rows(
    _ areas: [Area], tables: [Int]? = nil, _ columns: [[Double]], beside: Set<Int> = [], _ atlas: Atlas,
    _ counts: SmallCounts
  ) -> Disclosure {
    guard let tables else {
      return Disclosure(columns, nesting: { nesting(areas, atlas) }, beside: beside, threshold: counts.threshold)
    }
    var small: Set<Int> = []
    var complements: Set<Int> = []
    // The same areas stand in most of the tables.
    var latest: (areas: [Area], nesting: Nesting)?
    for (_, rows) in Dictionary(grouping: tables.indices, by: { tables[$0] }).sorted(by: { $0.key < $1.key }) {
      let held = Disclosure(
        columns.map { column in rows.map { column[$0] } },
        nesting: {
          let these = rows.map { areas[$0] }
          if let latest, latest.areas == these { return latest.nesting }
          let nesting = nesting(these, atlas)
          latest = (these, nesting)
          return nesting
        }, threshold: counts.threshold)
      small.formUnion(held.small.map { rows[$0] })
      complements.formUnion(held.complements.map { rows[$0] })
    }
    return Disclosure(small: small, complements: complements.union(beside).subtracting(small))
  }

  /// How areas lie within each other, by the buurten of each that are loaded; an area without any is one by itself.
  static func nesting(_ areas: [Area], _ atlas: Atlas) -> Nesting {
    // Areas of one level lie beside each other: no sum is among them.
    if let level = areas.first?.level, level != .eigen, areas.allSatisfy({ $0.level == level }) {
      return Nesting(areas.map { _ in [] })
    }
    // Above the wijk there are many within; they are sought once.
    let needsAll = areas.contains { [.land, .gemeente, .wijk].contains($0.level) }
    let buurten = needsAll ? atlas.areas(.buurt).map(\.code) : []
    var within: [String: [String]] = [:]
    for code in buurten {
      for outer in [AreaCode.district(of: code), AreaCode.municipality(of: code), "NL00"] {
        if let outer { within[outer, default: []].append(code) }
      }
    }
    let parts = areas.map { $0.isOwn ? $0.partCodes : within[$0.code] ?? [$0.code] }
    var numbers: [String: Int] = [:]
    for code in parts.joined() where numbers[code] == nil { numbers[code] = numbers.count }
    return Nesting(parts.map { $0.compactMap { numbers[$0] } })
  }
}
