import Methods
import WorkbenchKit

/// `regio peers X [--people TABLE]`: which regions are like this one.
struct PeersCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let people = Argument(
      flag: "people", .table,
      about: Text(
        nl: "inwoners per gemeente van nu: kolommen municipality, people, of de kerncijfers van het CBS",
        en: "people of each municipality of today: columns municipality, people, or the key figures of CBS"))
    let top = Argument(flag: "top", .integer(1...45), default: "5", about: Text(nl: "hoeveel", en: "how many"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio peers", aliases: ["regio vergelijkbaar"],
    summary: Text(nl: "zoek regio's die op deze lijken", en: "find regions that are like this one"),
    details: Text(
      nl:
        "Naar het aantal gemeenten, en met --people ook naar inwoners en het aandeel van het centrum; met wat er op de kaarten staat, voor zover van beide "
        + "bekend. Afstand volgens Gower: 0 is gelijk, 1 zo verschillend als kan. Een nieuwe gemeente telt heel mee in elke "
        + "regio die er een deel van heeft; wat opging in een gemeente van een andere regio telt daar.",
      en:
        "By the number of municipalities, and with --people by people and the share of the centre too; with what stands on the cards, as far as it is known of both. "
        + "Distance by Gower: 0 is alike, 1 as different as can be. A new municipality counts in full in each region that has a part "
        + "of it; what merged into a municipality of another region counts there."),
    soughtBy: ["vergelijkbaar", "buren", "gower"],
    examples: [
      .init("regio peers breda", Text(nl: "naar het aantal gemeenten", en: "by the number of municipalities")),
      .init("regio peers qqq", Text(nl: "die is er niet", en: "it is not there"), failsWith: "region.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let own = try context.region(given.region, at: given.place(of: \.region))
    let all = try context.regionBook
    let regions = [own] + all.shipped.filter { $0.id != own.id }
    var notices: [Notice] = []
    let people = try given.people.map { reference in
      let (counts, said) = try Self.people(reference, given.guarding.guarding(in: context), context)
      notices += said
      return regions.map { RegionPeople($0, all, counts) }
    }
    let book = try context.workspace.cardBook
    let items = try context.items(.conditions) + context.items(.parts)
    var traits: [Observations.Trait] = [.numeric(regions.map { Double($0.municipalities.count) })]
    if let people { traits += [.numeric(people.map(\.people)), .numeric(people.map(\.centreShare))] }
    for item in items {
      let words = regions.map { book.cell(item, of: $0.id).isDone.map { $0 ? "ja" : "nee" } }
      if words.contains(where: { $0 != nil }) { traits.append(Observations.Trait(words, levels: ["ja", "nee"])) }
    }
    let distances = Gower(Observations(traits)).distances(from: 0, to: 1..<regions.count)
    let order = distances.indices.filter { !distances[$0].isNaN }.sorted { (distances[$0], $0) < (distances[$1], $1) }
      .prefix(given.top)
    let shown = order.map { $0 + 1 }
    var columns: [Column] = [
      .texts("region", shown.map { regions[$0].id }).asDetail(),
      .texts("label", shown.map { regions[$0].label }, label: Text(nl: "regio", en: "region"), in: context),
      .numbers(
        "distance", order.map { distances[$0] }, label: Text(nl: "afstand", en: "distance"), format: .decimals(2)),
      .counts(
        "municipalities", shown.map { regions[$0].municipalities.count },
        label: Text(nl: "gemeenten", en: "municipalities")),
    ]
    if let people {
      columns += [
        .numbers(
          "people", shown.map { people[$0].people }, label: Text(nl: "inwoners", en: "people"), format: .decimals(0)),
        .numbers(
          "centre_share", shown.map { people[$0].centreShare },
          label: Text(nl: "deel van het centrum", en: "share of the centre"), unit: .share, format: .share(0)),
      ]
    }
    let names = Text.joined(shown.prefix(3).map { regions[$0].label }, by: "; ")
    let alike = Text(
      nl: "Op \(own.label.nl) (\(own.municipalities.count) gemeenten) lijken het meest: \(names.nl).",
      en: "Most like \(own.label.en) (\(own.municipalities.count) municipalities) are: \(names.en).")
    return Output(
      [
        .paragraph(alike),
        .table(Table(title: Text(nl: "Regio's die erop lijken", en: "Regions that are like it"), columns: columns)),
        .info(
          nl: "welke kenmerken meetellen is van ons; de bron vergelijkt geen regio's",
          en: "which traits count is ours; the source compares no regions"),
      ] + notices.map(Block.notice) + [
        try context.knowledge.sources([own.source, MethodWords.likeness], in: context)
      ])
  }

  private static func people(
    _ reference: TableReference, _ protection: Protection, _ context: Context
  ) throws -> ([String: Double], [Notice]) {
    let taken = try reference.table(in: context, intake: TableIntake(protection: protection))
    let table = try taken.demandRows(at: reference.place)
    let names = ["municipality", "gemeente", "Gemeentenaam_1", "naam", "name"].lazy.compactMap { table.column($0) }
      .first
    let column = try names ?? table.require("municipality", at: reference.place)
    let numbers = try MunicipalRows.column("people", table, reference.place)
    let kind = table.columns.first { $0.name.hasPrefix("SoortRegio") }
    var people: [String: Double] = [:]
    for row in 0..<table.rowCount {
      if row % 4_096 == 0 { try context.checkInterrupt() }
      if let kind, kind[row].plain.trimmedOfPadding.lowercased() != "gemeente" { continue }
      if let count = numbers[row].number { people[PlaceName(column[row].plain.trimmedOfPadding).key] = count }
    }
    return (people, taken.notices)
  }
}

/// How many people a region has, and what part of them its centre.
private struct RegionPeople {
  /// No number where one of its municipalities has none.
  let people: Double
  let centreShare: Double

  init(_ region: Region, _ book: RegionBook, _ counts: [String: Double]) {
    let now = book.today(region)
    let people = now.reduce(0) { $0 + (counts[PlaceName($1).key] ?? .nan) }
    let centre = region.centre.flatMap {
      counts[PlaceName($0).key] ?? counts[PlaceName(book.changes.now($0).first ?? $0).key]
    }
    self.people = people
    centreShare = centre.map { $0 / people } ?? .nan
  }
}
