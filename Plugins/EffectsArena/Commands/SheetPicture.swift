import WorkbenchKit

/// A sheet as blocks.
enum SheetPicture {
  private static let columns: [CellMatrix.Entry] = [
    .init("investors", label: Text(nl: "betalen", en: "investors")),
    .init("activities", label: Text(nl: "activiteiten", en: "activities")),
    .init("outputs", label: Text(nl: "resultaten", en: "outputs")),
    .init("effects", label: Text(nl: "effecten", en: "effects")),
    .init("savers", label: Text(nl: "besparen", en: "savers")),
  ]

  static func blocks(_ sheet: Sheet, _ context: Context) throws -> [Block] {
    guard !sheet.nodes.isEmpty || !sheet.parties.isEmpty else {
      return [
        .heading(Heading(sheet.title)),
        .info(
          nl:
            "het blad is leeg: 'arena party add gemeente --law wmo', 'arena add activity buurthuis \"een buurthuis\"'",
          en:
            "the sheet is empty: 'arena party add gemeente --law wmo', 'arena add activity buurthuis \"a neighbourhood centre\"'"
        ),
      ]
    }
    var blocks: [Block] = [.heading(Heading(sheet.title)), .flow(flow(sheet))]
    if let table = nodes(sheet, context) { blocks.append(.table(table)) }
    let loose = sheet.parties.map(\.id).filter { party in
      !sheet.investments.contains { $0.party == party }
        && !sheet.effects.contains { $0.shares.contains { $0.party == party } }
    }
    if !loose.isEmpty {
      let names = Text.list(loose)
      blocks.append(
        .info(nl: "nog zonder geld op het blad: \(names.nl)", en: "on the sheet without money so far: \(names.en)"))
    }
    blocks += MoneyWords.origins(sheet)
    blocks += try Claims.remarks(sheet, context)
    return blocks
  }

  /// Boxes and links, with euros a year.
  static func flow(_ sheet: Sheet) -> Flow {
    var nodes: [Flow.Node] = []
    var links: [Flow.Link] = []
    for party in sheet.parties {
      let paid = sheet.investments.filter { $0.party == party.id }
      if !paid.isEmpty {
        let known = paid.compactMap(\.mean)
        nodes.append(
          .init(
            "pays:\(party.id)", label: .verbatim(party.id), column: "investors",
            value: known.isEmpty ? nil : known.reduce(0, +), unit: .euro,
            mark: known.count < paid.count ? .unknown : nil))
      }
    }
    for node in sheet.nodes {
      let money = sheet.money(node.id)
      let mark: CellMatrix.Mark? =
        node.kind == .effect ? (node.contested != nil ? .absent : money?.isKnown == true ? nil : .unknown) : nil
      nodes.append(
        .init(
          node.id, label: node.text, column: node.kind.column, value: money?.netYear,
          unit: money?.netYear == nil ? nil : .euro,
          mark: mark))
    }
    for party in sheet.parties {
      let shares = sheet.effects.flatMap { money in money.shares.filter { $0.party == party.id }.map { (money, $0) } }
      if !shares.isEmpty {
        let known = shares.compactMap { money, share in money.netYear.map { $0 * share.share } }
        nodes.append(
          .init(
            "saves:\(party.id)", label: .verbatim(party.id), column: "savers",
            value: known.isEmpty ? nil : known.reduce(0, +), unit: .euro,
            mark: known.count < shares.count ? .unknown : nil))
      }
    }
    for investment in sheet.investments {
      links.append(
        .init(
          from: "pays:\(investment.party)", to: investment.activity, value: investment.mean,
          mark: investment.isKnown ? nil : .unknown))
    }
    for link in sheet.links {
      let sure = link.confidence.map { Text.number($0, atMost: 2) }
      links.append(
        .init(
          from: link.from, to: link.to,
          label: sure.map { Text(nl: "zeker \($0.nl)", en: "sure \($0.en)") }, mark: link.evidence.mark))
    }
    for money in sheet.effects {
      for share in money.shares {
        links.append(
          .init(
            from: money.effect, to: "saves:\(share.party)", value: money.netYear.map { $0 * share.share },
            label: .share(share.share, decimals: 0), mark: money.isKnown ? nil : .unknown))
      }
    }
    let used = Set(nodes.map(\.column))
    return Flow(
      title: Text(nl: "Wie betaalt, wat het doet, wie bespaart", en: "Who pays, what it does, who saves"),
      columns: columns.filter { used.contains($0.name) }, nodes: nodes, links: links, format: .decimals(0))
  }

  /// The blocks by the names under which they are typed.
  private static func nodes(_ sheet: Sheet, _ context: Context) -> Table? {
    let nodes = sheet.nodes
    guard !nodes.isEmpty else { return nil }
    var columns: [Column] = [
      .texts("id", nodes.map(\.id), label: Text(nl: "blok", en: "block")),
      .texts("kind", nodes.map(\.kind.rawValue)).asDetail(),
      .texts("kind_label", nodes.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context),
      .texts("text", nodes.map(\.text), label: Text(nl: "wat", en: "what"), in: context),
    ]
    if nodes.contains(where: { $0.count != nil }) {
      columns.append(
        .numbers("count", nodes.map { $0.count ?? .nan }, label: Text(nl: "aantal", en: "count"), format: .decimals(0)))
      columns.append(.texts("unit", nodes.map(\.unit), label: Text(nl: "eenheid", en: "unit")))
    }
    columns.append(
      .texts("source", nodes.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail())
    if nodes.contains(where: { $0.contested != nil }) {
      columns.append(
        .texts("contested", nodes.map { $0.contested?.shown }, label: Text(nl: "betwist", en: "contested"), in: context)
      )
    }
    return Table(title: Text(nl: "Blokken", en: "Blocks"), columns: columns)
  }
}
