import WorkbenchKit

/// `regio matrix LIST [--region R…]`: what is known of each region, in one picture.
struct MatrixCommand: Command {
  struct Arguments: Sendable {
    let list = Argument(
      "list", .choice(CardList.self), default: "conditions",
      about: Text(
        nl: "questions (vragen), conditions (condities) of parts (onderdelen)", en: "questions, conditions or parts"))
    let chosen = RegionsArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio matrix", aliases: ["regio beeld"],
    summary: Text(
      nl: "zet naast elkaar wat van elke regio bekend is", en: "lay side by side what is known of each region"),
    details: Text(
      nl: "Wat niemand zei staat als onbekend; rollen die iets anders zeggen als tegenstrijdig.",
      en: "What nobody said stands as unknown; roles that say different things as conflicting."),
    next: [FollowUp("regio coverage", Text(nl: "wat dat over alle regio's zegt", en: "what that says of all regions"))],
    examples: [
      .init("regio matrix conditions --region breda", Text(nl: "één regio", en: "one region")),
      .init("regio matrix questions", Text(nl: "alle 46", en: "all 46")),
      .init("regio matrix weer", Text(nl: "dat is er niet", en: "that is not there"), failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let regions = try given.chosen.chosen(in: context)
    let items = try context.items(given.list)
    let book = try context.workspace.cardBook
    let cells = regions.map { region in items.map { book.cell($0, of: region.id) } }
    let matrix = CellMatrix(
      title: Text(nl: "Wat bekend is: \(given.list.label.nl)", en: "What is known: \(given.list.label.en)"),
      rowHeading: Text(nl: "regio", en: "region"), columnHeading: given.list.label,
      rows: regions.map { .init($0.id, label: $0.label) },
      columns: items.map { .init($0.id, label: given.list == .questions ? $0.label : .verbatim($0.short)) },
      cells: cells.map { $0.map { cell in CellMatrix.Cell([], mark: cell.mark) } })
    let silent = items.indices.filter { column in cells.allSatisfy { $0[column] == .unknown } }.map { items[$0] }
    let filled = cells.joined().count { $0.isFilled }
    let answer = Text(
      nl: "\(filled) van de \(regions.count * items.count) vakken \(filled == 1 ? "is" : "zijn") ingevuld.",
      en: "\(filled) of the \(regions.count * items.count) cells \(filled == 1 ? "is" : "are") filled in.")
    var blocks: [Block] = [.paragraph(answer), .table(Self.signs(given.list, regions, items, cells, context))]
    if let only = regions.first, regions.count == 1, let table = Self.roles(only, items, book, context) {
      blocks.append(.table(table))
    }
    blocks.append(.matrix(matrix))
    if !silent.isEmpty {
      let names = Text.joined(silent.map { $0.kind == .worked ? .verbatim($0.short) : $0.label })
      blocks.append(
        silent.count == items.count
          ? .info(nl: "nog niemand weet iets hiervan", en: "nobody knows anything of this yet")
          : .info(nl: "wat nog niemand weet: \(names.nl)", en: "what nobody knows yet: \(names.en)"))
    }
    if given.list != .questions {
      let keys = Text.joined(items.map(Self.called), by: "; ")
      blocks.append(.info(nl: keys.nl, en: keys.en))
    }
    blocks.append(try context.knowledge.sources(items.map(\.source), in: context))
    return Output(blocks)
  }

  private static func called(_ item: CardItem) -> Text {
    item.kind == .worked ? .verbatim(item.short + " ") + item.label : item.label
  }

  /// One sign in each cell, so that all of a region stands on a line.
  private static func signs(
    _ list: CardList, _ regions: [Region], _ items: [CardItem], _ cells: [[CardCell]], _ context: Context
  ) -> Table {
    Table(
      title: list == .questions
        ? Text(
          nl: "● ja of ingevuld  ◐ deels  ○ nee  ? onbekend  ↯ tegenstrijdig",
          en: "● yes or filled in  ◐ partly  ○ no  ? unknown  ↯ conflicting")
        : Text(
          nl: "● uitgewerkt  ◐ genoemd of half  ○ niet  ? onbekend  ↯ tegenstrijdig",
          en: "● worked out  ◐ named or half  ○ not  ? unknown  ↯ conflicting"),
      columns: [
        .texts("region", regions.map(\.id)).asDetail(),
        .texts("label", regions.map(\.label), label: Text(nl: "regio", en: "region"), in: context),
      ]
        + items.enumerated().map { column, item in
          .texts(
            item.id, cells.map { sign($0[column].mark) },
            label: item.kind == .worked ? .verbatim(item.short) : item.label)
        })
  }

  /// What each role said of one region; nil where nobody did, or it may not be seen.
  private static func roles(_ region: Region, _ items: [CardItem], _ book: CardBook, _ context: Context) -> Table? {
    let roles = Set(items.flatMap { book.cell($0, of: region.id).roles }).sorted()
    guard context.showsRoles, roles.count > 1 else { return nil }
    return Table(
      title: Text(nl: "Wat elke rol zei", en: "What each role said"),
      columns: [.texts("role", roles, label: Text(nl: "rol", en: "role"))]
        + items.map { item in
          .texts(
            item.id, roles.map { sign(book.only($0).cell(item, of: region.id).mark) },
            label: item.kind == .worked ? .verbatim(item.short) : item.label)
        })
  }

  private static func sign(_ mark: CellMatrix.Mark) -> String {
    switch mark {
    case .present: "●"
    case .partly: "◐"
    case .absent: "○"
    case .unknown: "?"
    case .conflict: "↯"
    }
  }
}
