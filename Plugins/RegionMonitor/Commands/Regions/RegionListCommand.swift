import WorkbenchKit

/// `regio list [QUERY] [--against TABLE]`: the regions with their municipalities of 2017, and what became of these.
struct RegionListCommand: Command {
  struct Arguments: Sendable {
    let query = Argument(
      optional: "query", .name, about: Text(nl: "deel van een naam", en: "part of a name"))
    let against = Argument(
      flag: "against", .table,
      about: Text(
        nl: "een tabel met de gemeenten van nu, zoals de kerncijfers van het CBS",
        en: "a table with the municipalities of today, such as the key figures of CBS"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio list", aliases: ["regio lijst"],
    summary: Text(
      nl: "noem de regio's, met hun centrum en hoeveel gemeenten er nog zijn",
      en: "list the regions, with their centre and how many municipalities are there still"),
    details: Text(
      nl:
        "De indeling is die van 2017. Zonder --against geldt wat het CBS tot en met 2024 aan wijzigingen publiceerde; met --against telt de tabel: wat er nog "
        + "in staat, wat niet meer, en wat er nieuw is. Een regio heet naar haar centrum.",
      en:
        "The division is that of 2017. Without --against the changes hold that CBS published through 2024; with --against the table counts: what still stands "
        + "in it, what does not, and what is new. A region is called by its centre."),
    next: [
      FollowUp("regio show breda", Text(nl: "één regio, met haar gemeenten", en: "one region, with its municipalities"))
    ],
    soughtBy: ["centrumgemeente", "beschermd wonen", "opvang", "shelter"],
    examples: [
      .init("regio list", Text(nl: "alle 46", en: "all 46")),
      .init("regio list veluwe", Text(nl: "waar dat in de naam staat", en: "where that is in the name")),
      .init(
        "regio list qqq", Text(nl: "niets heet zo", en: "nothing is called so"), failsWith: "region.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try context.regionBook
    var regions = book.all
    if let query = given.query {
      let wanted = query.foldedForLookup
      regions = regions.filter { region in
        ([region.id, region.label.nl] + region.names).contains { $0.foldedForLookup.contains(wanted) }
      }
      if regions.isEmpty { regions = try book.several(query, at: given.place(of: \.query)).map(\.region) }
    }
    // What the circle made is none of the 46, and has a table of its own.
    let own = regions.filter(\.isOwn)
    regions.removeAll(where: \.isOwn)
    let now = try given.against.map { try TodaysMunicipalities($0, given.guarding.guarding(in: context), in: context) }
    let counts = RegionCounts(regions, book.changes, now)
    var blocks: [Block] =
      regions.isEmpty ? [] : [.paragraph(counts.answer), .table(counts.table(context)), .facts(counts.facts)]
    if !own.isEmpty { blocks.append(.table(Self.own(own))) }
    if given.query == nil, !book.doubled.isEmpty {
      let names = Text.list(book.doubled)
      blocks.append(
        .info(
          nl: "staat in twee regio's, en telt in het totaal één keer: \(names.nl)",
          en: "stands in two regions, and counts once in the whole: \(names.en)"))
    }
    blocks += (now?.notices ?? []).map(Block.notice)
    blocks.append(
      try context.knowledge.sources(
        [Citation(id: "bw-mo-regio-2017", place: Text(nl: "bijlage II", en: "annex II"))]
          + (now == nil ? book.changes.citations : []), in: context))
    return Output(blocks)
  }

  private static func own(_ regions: [Region]) -> Table {
    Table(
      title: Text(nl: "Eigen regio's", en: "Regions of the circle"),
      columns: [
        .texts("region", regions.map(\.id), label: Text(nl: "regio", en: "region")),
        .counts(
          "municipalities", regions.map(\.municipalities.count), label: Text(nl: "gemeenten", en: "municipalities")),
        .texts(
          "names", regions.map { $0.municipalities.joined(separator: ", ") }, label: Text(nl: "welke", en: "which")),
      ])
  }
}
