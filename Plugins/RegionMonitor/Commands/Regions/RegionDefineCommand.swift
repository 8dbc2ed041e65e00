import WorkbenchKit

/// `regio define NAME MUNICIPALITY…`: a region of the circle's own.
struct RegionDefineCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe de regio heet", en: "what the region is called"))
    let municipalities = Argument(
      list: "municipalities", .words, about: Text(nl: "haar gemeenten", en: "its municipalities"),
      candidates: { context in
        ((try? context.shippedRegions) ?? []).flatMap(\.municipalities).map { Candidate($0) }
      })
    let invented = Argument(
      toggle: "invented",
      about: Text(
        nl: "neem ook namen die geen gemeente zijn, zoals in een oefening",
        en: "take names that are no municipality too, as in an exercise"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio define", aliases: ["regio maak"],
    summary: Text(nl: "maak een eigen regio van gemeenten", en: "make a region of your own of municipalities"),
    details: Text(
      nl:
        "Zij staat naast de 46 en telt niet in de grenzen over alle 46 mee. Een naam die al een eigen regio is, wordt vervangen. Een code zoals GM0758 "
        + "wordt genomen zoals zij er staat.",
      en:
        "It stands beside the 46 and does not count in bounds over all 46. A name that is a region of your own already is replaced. A code such as GM0758 is "
        + "taken as it stands."),
    changesWorkspace: true,
    next: [FollowUp("regio list", Text(nl: "alle regio's", en: "all regions"))],
    examples: [
      .init(
        "regio define kust Zandvoort Bloemendaal Heemstede", Text(nl: "drie gemeenten", en: "three municipalities")),
      .init("regio define proef Aa Bee --invented", Text(nl: "verzonnen gemeenten", en: "invented municipalities")),
      .init(
        "regio define kust Zandvort", Text(nl: "een tikfout", en: "a slip"), failsWith: "municipality.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try context.regionBook
    let id = try Slug.demand(given.name, at: given.place(of: \.name))
    if book.shipped.contains(where: { ([$0.id, $0.label.nl] + $0.names).map(\.foldedForLookup).contains(id) }) {
      throw Diagnostic(
        "region.taken", Text(nl: "'\(id)' is een regio uit de bron", en: "'\(id)' is a region of the source"),
        wayOut: Text(nl: "geef een andere naam", en: "give another name"), place: given.place(of: \.name))
    }
    var invented: [String] = []
    var names: [String] = []
    _ = try given.checkingEach(\.municipalities) { word in
      let typed = word.trimmedOfPadding
      let known = book.municipality(typed)
      let isCode = typed.count == 6 && typed.uppercased().hasPrefix("GM") && typed.dropFirst(2).allSatisfy(\.isNumber)
      guard known != nil || isCode || given.invented, !typed.isEmpty else { throw Self.unknown(typed, book) }
      if known == nil, !isCode { invented.append(typed) }
      let name = known ?? (isCode ? typed.uppercased() : typed)
      guard !names.contains(where: { PlaceName($0).key == PlaceName(name).key }) else {
        throw Diagnostic(
          "municipality.repeated",
          Text(nl: "'\(word)' staat er meer dan eens", en: "'\(word)' stands there more than once"),
          wayOut: Text(nl: "noem elke gemeente één keer", en: "name each municipality once"))
      }
      names.append(name)
    }
    var cards = try context.workspace.cardBook
    let isReplaced = cards.own[id] != nil
    cards.own[id] = names
    context.workspace.store(cards)
    let count = Text.counted(
      names.count, Text(nl: "gemeente", en: "municipality"), Text(nl: "gemeenten", en: "municipalities"))
    let done = isReplaced ? Text(nl: "vervangen", en: "replaced") : Text(nl: "gemaakt", en: "made")
    var blocks: [Block] = [
      .paragraph(
        Text(nl: "Regio '\(id)' is \(done.nl), met \(count.nl).", en: "Region '\(id)' is \(done.en), with \(count.en).")
      ),
      .table(
        Table(
          title: Text(nl: "Gemeenten", en: "Municipalities"),
          columns: [.texts("municipality", names, label: Text(nl: "gemeente", en: "municipality"))])),
    ]
    if !invented.isEmpty {
      let list = Text.list(invented)
      blocks.append(.caution(nl: "geen bestaande gemeente: \(list.nl)", en: "no municipality that exists: \(list.en)"))
    }
    return Output(blocks)
  }

  private static func unknown(_ word: String, _ book: RegionBook) -> Diagnostic {
    let known = book.shipped.flatMap(\.municipalities)
    return Diagnostic(
      "municipality.unknown", Text(nl: "er is geen gemeente '\(word)'", en: "there is no municipality '\(word)'"),
      wayOut: Text(
        nl: "geef de naam van 2017 of die van nu; --invented neemt ook verzonnen namen",
        en: "give the name of 2017 or that of today; --invented takes invented names too"),
      suggestion: NearestWord.best(word, among: known + book.changes.successors(known)))
  }
}
