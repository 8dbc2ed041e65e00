import WorkbenchKit

/// `arena start STARTER`: a sheet with what a source names.
struct SheetStartCommand: Command {
  struct Arguments: Sendable {
    let starter = Argument("starter", .named(.starter), about: Text(nl: "welk startblad", en: "which starter sheet"))
    let name = Argument(flag: "name", .words, about: Text(nl: "hoe het blad heet", en: "what the sheet is called"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena start", aliases: ["arena begin"],
    summary: Text(nl: "begin met de blokken die een bron noemt", en: "begin with the blocks that a source names"),
    details: Text(
      nl:
        "Geen verbinding en geen bedrag dan wat gedrukt staat: de kring trekt de lijnen zelf. 'arena drop ID' haalt een blok weg.",
      en:
        "No link and no amount but what is printed: the circle draws the lines itself. 'arena drop ID' takes a block out."
    ),
    changesWorkspace: true,
    next: [FollowUp("arena show", Text(nl: "het blad", en: "the sheet"))],
    examples: [
      .init("arena start goede-buur", Text(nl: "een buurtnetwerk", en: "a network of neighbours")),
      .init("arena start berflo-es --name hengelo", Text(nl: "onder een andere naam", en: "by another name")),
      .init(
        "arena start iets", Text(nl: "een dat er niet is", en: "one that is not there"), failsWith: "starter.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let starter = try given.starter.item(in: context)
    let id = try given.name.map { try Slug.demand($0, at: given.place(of: \.name)) } ?? starter.id
    if try context.workspace.sheets.contains(where: { $0.id == id }) {
      throw Diagnostic(
        "sheet.taken", Text(nl: "er is al een blad '\(id)'", en: "there is a sheet '\(id)' already"),
        wayOut: Text(
          nl: "'arena use \(id)' gaat erop verder; --name NAAM begint een tweede",
          en: "'arena use \(id)' goes on with it; --name NAME begins a second"), suggestion: "arena use \(id)",
        place: given.place(of: \.starter))
    }
    var sheet = Sheet(
      id: id, title: given.name.map { .verbatim($0.split(separator: " ").joined(separator: " ")) } ?? starter.label,
      years: starter.years)
    sheet.parties = starter.parties.map { SheetParty($0.id, law: $0.law) }
    sheet.nodes = try starter.blocks.map { block in
      var node = SheetNode(block.id, try SheetNode.Kind(field: .string(block.kind)), block.label)
      (node.count, node.unit, node.source, node.contested) = (block.count, block.unit, block.source, block.contested)
      return node
    }
    sheet.investments = starter.investments.map { printed in
      var investment = Investment(activity: printed.activity, party: printed.party, law: nil)
      investment.amount = printed.amount.map { Amount($0) }
      investment.source = printed.source.shown(context.language)
      return investment
    }
    context.workspace.store(sheet)
    try context.workspace.use(sheet)
    var blocks = try SheetPicture.blocks(sheet, context)
    blocks += starter.remarks.map { .notice(Notice(.caution, $0.shown)) }
    blocks.append(try context.knowledge.sources(starter.citations, in: context))
    return Output(blocks)
  }
}
