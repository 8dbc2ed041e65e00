import Methods
import WorkbenchKit

/// `waakvlam spread`: whether so many vulnerable households in one block are luck or placement.
struct SpreadCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      optional: "table", .table,
      about: Text(nl: "kolommen block, households, vulnerable", en: "columns block, households, vulnerable"))
    let share = Argument(
      flag: "share", .share,
      about: Text(
        nl: "welk deel kwetsbaar is; anders dat van de tabel", en: "which part is vulnerable; else that of the table"))
    let block = Argument(
      flag: "block", .integer(1...10_000), default: "8",
      about: Text(nl: "huishoudens in een blok", en: "households in a block"))
    let limit = Argument(
      requiredFlag: "limit", .integer(1...10_000),
      about: Text(nl: "vanaf hoeveel het te veel is", en: "from how many it is too many"))
    let blocks = Argument(
      flag: "blocks", .integer(1...100_000), about: Text(nl: "hoeveel blokken", en: "how many blocks"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam spread", aliases: ["waakvlam spreiding"],
    summary: Text(
      nl: "reken uit hoe vaak een blok door toeval zoveel kwetsbare huishoudens heeft",
      en: "work out how often a block has so many vulnerable households by chance"),
    details: Text(
      nl:
        "Met een tabel ernaast hoeveel blokken het echt hebben: zijn dat er veel meer dan door toeval, dan komt het van de toewijzing. Bij een ander "
        + "formaat blok geldt hetzelfde deel. Aantallen onder de grens zijn achtergehouden. Het gaat over blokken, nooit over een adres.",
      en:
        "With a table beside it how many blocks really have: if that is far more than by chance, it comes of placement. For a block of another size the "
        + "same part holds. Counts below the limit are held back. It speaks of blocks, never of an address."),
    examples: [
      .init(
        "waakvlam spread --share .3 --block 8 --limit 6 --blocks 20",
        Text(nl: "verzonnen: drie op de tien", en: "invented: three in ten")),
      .init("waakvlam spread blokken.csv --block 8 --limit 6", Text(nl: "verzonnen blokken", en: "invented blocks")),
      .init(
        "waakvlam spread --block 8 --limit 6",
        Text(nl: "zonder deel en zonder tabel", en: "without a part and without a table"), failsWith: "spread.share"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard given.limit <= given.block else {
      throw Diagnostic(
        "argument.range",
        Text(
          nl: "een blok van \(given.block) kan er geen \(given.limit) hebben",
          en: "a block of \(given.block) cannot have \(given.limit)"),
        wayOut: Text(nl: "geef --limit hoogstens \(given.block)", en: "give --limit at most \(given.block)"),
        place: given.place(of: \.limit))
    }
    guard let reference = given.table else {
      guard let share = given.share else {
        throw Diagnostic(
          "spread.share", Text(nl: "welk deel is kwetsbaar?", en: "which part is vulnerable?"),
          wayOut: Text(nl: "geef --share, zoals 30%, of een tabel", en: "give --share, such as 30%, or a table"),
          suggestion: "--share",
          place: given.place)
      }
      let spread = BlockSpread(share: share, size: given.block, limit: given.limit, blocks: given.blocks ?? 1)
      return Output(
        [.table(Self.table(spread, SmallCounts(context.workspace)))] + [
          MethodWords.ownFigures, try BalanceCommand.sources(context),
        ])
    }
    let taken = try reference.table(in: context, intake: TableIntake(protection: given.guarding.guarding(in: context)))
    let rows = try Self.blocks(try taken.demandRows(at: reference.place), at: reference.place)
    let households = rows.reduce(0) { $0 + $1.households }
    let share = given.share ?? Double(rows.reduce(0) { $0 + $1.vulnerable }) / Double(max(1, households))
    let spread = BlockSpread(rows, share: share, size: given.block, limit: given.limit)
    let counts = SmallCounts(context.workspace)
    var blocks: [Block] = [.table(Self.table(spread, counts))]
    let isShown = Self.showsFound(spread, counts)
    if let surprise = spread.surprise, isShown {
      blocks.append(
        surprise < 0.05
          ? .caution(
            nl: "zoveel blokken is meer dan toeval: dat komt van de toewijzing, niet van pech",
            en: "so many blocks is more than chance: that comes of placement, not of luck")
          : .info(nl: "zoveel blokken kan toeval zijn", en: "so many blocks can be chance"))
    }
    if let open = counts.openNotice { blocks.append(open) } else if !isShown { blocks.append(counts.heldNotice) }
    if given.share == nil {
      blocks.append(.info(nl: "het deel is dat van de tabel zelf", en: "the part is that of the table itself"))
    }
    blocks.append(try BalanceCommand.sources(context))
    return Output(blocks + taken.notices.map(WorkbenchKit.Block.notice))
  }

  private static func showsFound(_ spread: BlockSpread, _ counts: SmallCounts) -> Bool {
    spread.observed.map { counts.mayShow($0, of: spread.blocks) } ?? true
  }

  private static func table(_ spread: BlockSpread, _ counts: SmallCounts) -> Table {
    let isShown = showsFound(spread, counts)
    var found = Column.numbers(
      "at_limit", [isShown ? spread.observed.map(Double.init) ?? .nan : .nan],
      label: Text(nl: "blokken die eraan komen", en: "blocks that reach it"), format: .decimals(0))
    var surprise = Column.numbers(
      "p", [isShown ? spread.surprise ?? .nan : .nan],
      label: Text(nl: "kans op zoveel door toeval", en: "chance of so many by luck"), format: .decimals(4))
    if !isShown {
      found.withheld[0] = counts.isSmall(spread.observed ?? 0) ? counts.mark : SmallCounts.complement
      surprise.withheld[0] = SmallCounts.complement
    }
    return Table(
      title: Text(nl: "Blokken met te veel draaglast", en: "Blocks with too much to carry"),
      columns: [
        .counts("blocks", [spread.blocks], label: Text(nl: "blokken", en: "blocks")), found,
        .numbers(
          "expected", [spread.expected], label: Text(nl: "door toeval verwacht", en: "expected by chance"),
          format: .decimals(2)),
        .numbers(
          "chance", [spread.chance], label: Text(nl: "kans per blok", en: "chance of a block"), unit: .share,
          format: .share(2)),
        surprise.asDetail(spread.observed == nil),
      ])
  }

  /// - Throws: `column.unknown`, `spread.count`.
  private static func blocks(_ table: Table, at place: Place?) throws -> [BlockSpread.Block] {
    _ = try table.require("block", at: place)
    let (households, vulnerable) = (
      try table.require("households", at: place), try table.require("vulnerable", at: place)
    )
    return try (0..<table.rowCount).map { row in
      guard let size = households[row].number.flatMap({ Int(exactly: $0) }),
        let count = vulnerable[row].number.flatMap({ Int(exactly: $0) }),
        (1...10_000).contains(size), (0...size).contains(count)
      else {
        throw Diagnostic(
          "spread.count",
          Text(
            nl: "rij \(row + 1): huishoudens en kwetsbare huishoudens passen niet",
            en: "row \(row + 1): households and vulnerable households do not fit"),
          wayOut: Text(
            nl: "hele aantallen, en niet meer kwetsbaar dan er zijn",
            en: "whole counts, and no more vulnerable than there are"), place: place)
      }
      return BlockSpread.Block(households: size, vulnerable: count)
    }
  }
}
