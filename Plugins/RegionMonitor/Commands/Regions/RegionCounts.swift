import WorkbenchKit

/// Of some regions how many municipalities of 2017 are there still, and what the others have become.
struct RegionCounts {
  private struct Row {
    let region: Region
    let same: [String]
    let dissolved: [String]
    let successors: [String]
    let new: [String]
  }

  private let rows: [Row]
  private let isAgainst: Bool
  private let newNames: [String]

  init(_ regions: [Region], _ changes: MunicipalityChanges, _ now: TodaysMunicipalities?) {
    isAgainst = now != nil
    let keys = now.map { Set($0.names.map { PlaceName($0).key }) }
    let isThere = { (name: String) -> Bool in
      guard let keys else { return changes.change(name) == nil }
      return keys.contains(PlaceName(name).key)
        || changes.change(name) == nil
          && keys.contains { key in changes.now(name).contains { PlaceName($0).key == key } }
    }
    let all = regions.flatMap(\.municipalities)
    let old = Set((all + all.flatMap { changes.change($0) == nil ? changes.now($0) : [] }).map { PlaceName($0).key })
    newNames = now?.names.filter { !old.contains(PlaceName($0).key) } ?? []
    let new = Dictionary(newNames.map { (PlaceName($0).key, $0) }, uniquingKeysWith: { first, _ in first })
    rows = regions.map { region in
      let gone = region.municipalities.filter { !isThere($0) }
      let successors = changes.successors(gone.filter { changes.change($0) != nil })
      return Row(
        region: region, same: region.municipalities.filter(isThere), dissolved: gone, successors: successors,
        new: successors.compactMap { new[PlaceName($0).key] })
    }
  }

  private static func once(_ names: [String]) -> Int { Set(names.map { PlaceName($0).key }).count }

  private var municipalities: Int { Self.once(rows.flatMap(\.region.municipalities)) }
  private var same: Int { Self.once(rows.flatMap(\.same)) }
  private var dissolved: Int { Self.once(rows.flatMap(\.dissolved)) }

  var answer: Text {
    let regions = Text.counted(rows.count, Text(nl: "regio", en: "region"), Text(nl: "regio's", en: "regions"))
    let all = Text.counted(
      municipalities, Text(nl: "gemeente van 2017", en: "municipality of 2017"),
      Text(nl: "gemeenten van 2017", en: "municipalities of 2017"))
    let still = Text.plural(
      same, Text(nl: "\(same) bestaat nog", en: "\(same) is there still"),
      Text(nl: "\(same) bestaan nog", en: "\(same) are there still"))
    let gone = Text.plural(
      dissolved, Text(nl: "\(dissolved) ging op in een andere", en: "\(dissolved) merged into another"),
      Text(nl: "\(dissolved) gingen op in een andere", en: "\(dissolved) merged into another"))
    let new =
      isAgainst
      ? Text(
        nl: ", en de tabel heeft er \(newNames.count) nieuwe", en: ", and the table has \(newNames.count) new ones")
      : .verbatim("")
    return Text(
      nl: "\(regions.nl) met \(all.nl): \(still.nl), \(gone.nl)\(new.nl).",
      en: "\(regions.en) with \(all.en): \(still.en), \(gone.en)\(new.en).")
  }

  var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("municipalities", municipalities, label: Text(nl: "gemeenten van 2017", en: "municipalities of 2017"))
    facts.add(
      "names", rows.reduce(0) { $0 + $1.region.municipalities.count },
      label: Text(nl: "namen in de lijst", en: "names in the list"))
    facts.add("same", same, label: Text(nl: "bestaan nog", en: "still there"))
    facts.add("dissolved", dissolved, label: Text(nl: "opgegaan in een andere", en: "merged into another"))
    if isAgainst { facts.add("new", newNames.count, label: Text(nl: "nieuw in de tabel", en: "new in the table")) }
    return facts
  }

  func table(_ context: Context) -> Table {
    let columns: [Column] = [
      .texts("region", rows.map(\.region.id)).asDetail(),
      .texts("label", rows.map(\.region.label), label: Text(nl: "regio", en: "region"), in: context),
      .texts("centre", rows.map { $0.region.centre }, label: Text(nl: "centrumgemeente", en: "centre")),
      .counts(
        "municipalities", rows.map(\.region.municipalities.count), label: Text(nl: "gemeenten", en: "municipalities")),
      .counts("same", rows.map(\.same.count), label: Text(nl: "bestaan nog", en: "still there")),
      .counts("dissolved", rows.map(\.dissolved.count), label: Text(nl: "opgegaan", en: "merged")),
      .texts(
        "successors", rows.map { $0.successors.isEmpty ? nil : $0.successors.joined(separator: ", ") },
        label: Text(nl: "opgegaan in", en: "merged into")),
    ]
    let new = Column.counts("new", rows.map(\.new.count), label: Text(nl: "nieuw", en: "new"))
    let table = Table(
      title: Text(nl: "Regio's en hun gemeenten", en: "Regions and their municipalities"),
      columns: isAgainst ? columns + [new] : columns)
    return table.atAGlance(
      columns: ["label", "centre", "municipalities", "same", "dissolved"] + (isAgainst ? ["new"] : []))
  }
}
