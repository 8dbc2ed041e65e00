import WorkbenchKit

/// `regio show X [--bridge TABLE]`: a region with its municipalities, what became of them, and what its card says.
struct RegionShowCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let bridge = Argument(
      flag: "bridge", .table,
      about: Text(
        nl: "een eigen tabel met de kolommen old, new, share: welk deel van een oude gemeente waarheen ging",
        en: "a table of your own with the columns old, new, share: which part of an old municipality went where"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio show", aliases: ["regio toon"],
    summary: Text(
      nl: "toon een regio: centrum, gemeenten van 2017 en van nu, en wat er op haar kaart staat",
      en: "show a region: centre, municipalities of 2017 and of today, and what its card says"),
    details: Text(
      nl:
        "Een gemeente mag ook: dan komt de regio waarin zij ligt, of beide als het er twee zijn. Een gemeente die verdeeld werd, ging naar meer dan één; welk "
        + "deel waarheen ging staat hier niet, en komt uit een eigen tabel met --bridge.",
      en:
        "A municipality does as well: then comes the region in which it lies, or both where there are two. A municipality that was divided went to more than one; "
        + "which part went where is not here, and comes from a table of your own with --bridge."),
    next: [
      FollowUp(
        "regio condition breda 1 uitgewerkt --by gemeente", Text(nl: "vul haar kaart in", en: "fill in its card"))
    ],
    examples: [
      .init("regio show breda", Text(nl: "een regio", en: "a region")),
      .init("regio show meierijstad", Text(nl: "een gemeente in twee regio's", en: "a municipality in two regions")),
      .init("regio show bredaa", Text(nl: "een tikfout", en: "a slip"), failsWith: "region.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try context.regionBook
    let found = try book.several(given.region, at: given.place(of: \.region))
    let bridge = try given.bridge.map { reference in
      try OwnBridge(
        try reference.table(in: context, intake: TableIntake(protection: given.guarding.guarding(in: context)))
          .demandRows(at: reference.place), at: reference.place)
    }
    var blocks: [Block] = []
    if found.count > 1 {
      let names = Text.joined(found.map(\.region.label), by: "; ")
      blocks.append(
        .paragraph(
          Text(
            nl: "'\(given.region)' ligt in \(found.count) regio's: \(names.nl).",
            en: "'\(given.region)' lies in \(found.count) regions: \(names.en).")))
    } else if let remark = found.first?.remark {
      blocks.append(.paragraph(remark + .verbatim(".")))
    }
    for one in found {
      let region = one.region
      let centre = region.centre.map { Text(nl: "centrumgemeente \($0)", en: "centre \($0)") }
      let count = Text.counted(
        region.municipalities.count, Text(nl: "gemeente", en: "municipality"),
        Text(nl: "gemeenten", en: "municipalities"))
      blocks.append(
        .heading(Heading(region.label, level: 2, under: centre.map { $0 + .verbatim(" · ") + count } ?? count)))
      blocks.append(.table(Self.municipalities(region, book, bridge, context)))
      if let remark = region.remark { blocks.append(.notice(Notice(.info, remark.shown))) }
      blocks += try Self.card(region, context)
    }
    if bridge == nil, found.contains(where: { $0.region.municipalities.contains { book.changes.now($0).count > 1 } }) {
      blocks.append(
        .info(
          nl: "van een gemeente die verdeeld werd staat hier niet welk deel waarheen ging (--bridge)",
          en: "of a municipality that was divided it is not here which part went where (--bridge)"))
    }
    blocks.append(
      try context.knowledge.sources(
        found.flatMap { [$0.region.source, $0.region.remark?.source] } + book.changes.citations, in: context))
    return Output(blocks)
  }

  private static func municipalities(
    _ region: Region, _ book: RegionBook, _ bridge: OwnBridge?, _ context: Context
  ) -> Table {
    let names = region.municipalities
    let now = names.map { bridge?.words($0, context.language) ?? book.changes.now($0).joined(separator: ", ") }
    return Table(
      title: Text(nl: "Gemeenten", en: "Municipalities"),
      columns: [
        .texts("region", names.map { _ in region.id }).asDetail(),
        .texts("municipality", names, label: Text(nl: "gemeente, 2017", en: "municipality, 2017")),
        .texts("now", now, label: Text(nl: "nu", en: "now")),
        .dates("since", names.map { book.changes.change($0)?.date }, label: Text(nl: "sinds", en: "since")),
        .texts(
          "printed", names.map { region.printed[$0] },
          label: Text(nl: "in de bron gespeld als", en: "spelled in the source as")
        ).asDetail(region.printed.isEmpty),
      ])
  }

  private static func card(_ region: Region, _ context: Context) throws -> [Block] {
    let card = try context.workspace.cardBook
    let items = try context.questions + context.conditions.filter { $0.whole == nil } + context.parts
    let cells = items.map { ($0, card.cell($0, of: region.id)) }.filter { $0.1 != .unknown }
    guard !cells.isEmpty else {
      return [
        .info(
          nl: "van haar kaart is nog niets ingevuld: de kaart uit de bron ontbreekt",
          en: "nothing of its card is filled in yet: the card of the source is missing")
      ]
    }
    var columns: [Column] = [
      .texts("question", cells.map(\.0.id)).asDetail(),
      .texts("label", cells.map(\.0.label), label: Text(nl: "waarover", en: "about"), in: context),
      .texts("state", cells.map(\.1.state)).asDetail(),
      .texts("said", cells.map(\.1.words), label: Text(nl: "wat er gezegd is", en: "what was said"), in: context),
    ]
    if context.showsRoles {
      columns.append(
        .texts("by", cells.map { $0.1.roles.joined(separator: ", ") }, label: Text(nl: "door", en: "by")))
    }
    return [.table(Table(title: Text(nl: "Haar kaart", en: "Its card"), columns: columns))]
      + (context.showsRoles ? [] : [Context.rolesHidden])
  }
}

/// A table of one's own that says which part of an old municipality went where.
struct OwnBridge {
  private let parts: [String: [(new: String, share: Double)]]

  /// - Throws: `column.unknown`, `bridge.share` where the parts of one do not add to 1.
  init(_ table: Table, at place: Place?) throws {
    let (old, new) = (try table.require("old", at: place), try table.require("new", at: place))
    let share = table.column("share")
    var parts: [String: [(String, Double)]] = [:]
    for row in 0..<table.rowCount {
      let part = share.map { $0[row].number ?? .nan } ?? 1
      parts[PlaceName(old[row].plain).key, default: []].append((new[row].plain.trimmedOfPadding, part))
    }
    for (name, ways) in parts.sorted(by: { $0.key < $1.key }) {
      let sum = ways.reduce(0) { $0 + $1.1 }
      guard ways.allSatisfy({ (0...1).contains($0.1) }), abs(sum - 1) <= 0.0101 else {
        throw Diagnostic(
          "bridge.share",
          Text(nl: "de delen van '\(name)' zijn samen geen 1", en: "the parts of '\(name)' are not 1 together"),
          wayOut: Text(
            nl: "geef delen van 0 tot en met 1, per oude gemeente samen 1",
            en: "give parts from 0 through 1, together 1 for each old municipality"),
          place: place)
      }
    }
    self.parts = parts
  }

  func words(_ municipality: String, _ language: Language) -> String? {
    parts[PlaceName(municipality).key].map { ways in
      ways.map { $0.share == 1 ? $0.new : "\($0.new) (\(Text.share($0.share, decimals: 0)(language)))" }.joined(
        separator: ", ")
    }
  }
}
