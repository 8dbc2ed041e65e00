import WorkbenchKit

/// The agenda as table, picture and offered table.
enum AgendaTables {
  static func of(_ items: [AgendaItem], _ circle: Circle, _ context: Context) -> Table {
    let shares = DotShares(circle.votes, of: items.map(\.id))
    return Table(
      title: Text(nl: "Agenda", en: "Agenda"),
      columns: [
        .texts("id", items.map(\.id), label: Text(nl: "punt", en: "item")),
        .texts("text", items.map(\.text), label: Text(nl: "wat", en: "what")),
        .texts("level", items.map(\.level), label: Text(nl: "niveau", en: "level")).asDetail(),
        .texts("aim", items.map(\.aim), label: Text(nl: "doel", en: "aim")).asDetail(),
        .texts("origin", items.map(\.origin), label: Text(nl: "komt van", en: "comes from")).asDetail(),
        .counts("minutes", items.map(\.minutes), label: Text(nl: "minuten", en: "minutes")),
        .counts("used", items.map(\.used), label: Text(nl: "gebruikt", en: "used")),
        .counts("dots", items.map { shares.dots[$0.id] ?? 0 }, label: Text(nl: "stippen", en: "dots")),
      ])
  }

  static func chart(_ items: [AgendaItem]) -> Chart {
    Chart(
      .stackedBar, title: Text(nl: "Geplande en gebruikte minuten", en: "Minutes planned and used"),
      x: Chart.Axis(Text(nl: "punt", en: "item")), y: Chart.Axis(Text(nl: "minuten", en: "minutes")),
      categories: items.map(\.id),
      series: [
        .init(name: "gepland", values: items.map { Double($0.minutes) }),
        .init(name: "gebruikt", values: items.map { Double($0.used) }),
      ])
  }

  /// The table `kring.items`, for other plugins.
  static let offered = "kring.items"

  static func offer(_ items: [AgendaItem], _ circle: Circle, _ context: Context) -> [Block] {
    let shares = DotShares(circle.votes, of: items.map(\.id))
    let urgency = items.map { AnswerSummary(circle.urgency[$0.id] ?? [:]) }
    let table = Table(
      title: Text(nl: "Agenda van de kring", en: "Agenda of the circle"),
      columns: [
        .texts("id", items.map(\.id)), .texts("text", items.map(\.text)), .texts("level", items.map(\.level)),
        .texts("aim", items.map(\.aim)), .texts("origin", items.map(\.origin)),
        .counts("minutes", items.map(\.minutes)), .counts("dots", items.map { shares.dots[$0.id] ?? 0 }),
        .numbers("urgency", urgency.map(\.median)), .numbers("agreement", urgency.map(\.agreement)),
      ])
    context.workspace.setTable(offered, to: table)
    return [
      .info(
        nl: "klaargezet als '\(offered)' voor andere plugins; 'undo' neemt het terug",
        en: "offered to other plugins as '\(offered)'; 'undo' takes it back")
    ]
  }

  /// The dots of the roles on items, the most first, with how alike they order.
  static func votes(_ items: [AgendaItem], _ circle: Circle, _ context: Context) throws -> [Block] {
    let shares = DotShares(circle.votes, of: items.map(\.id))
    guard !shares.roles.isEmpty else {
      return [
        .info(
          nl: "nog geen rol heeft gestemd; 'agenda vote PUNT=STIPPEN --by ROL'",
          en: "no role has voted yet; 'agenda vote ITEM=DOTS --by ROLE'")
      ]
    }
    let ranked = items.enumerated().sorted {
      (-shares.share($0.element.id), $0.offset) < (-shares.share($1.element.id), $1.offset)
    }.map(\.element)
    let table = Table(
      title: Text(nl: "Punten naar gewicht", en: "Items by weight"),
      columns: [
        .texts("id", ranked.map(\.id), label: Text(nl: "punt", en: "item")),
        .texts("text", ranked.map(\.text), label: Text(nl: "wat", en: "what")),
        .numbers(
          "share", ranked.map { shares.share($0.id) }, label: Text(nl: "gemiddeld deel", en: "mean share"),
          unit: .share,
          format: .share(0)),
        .counts("dots", ranked.map { shares.dots[$0.id] ?? 0 }, label: Text(nl: "stippen", en: "dots")),
      ])
    var facts = Facts()
    facts.add("roles", shares.roles.count, label: Text(nl: "rollen", en: "roles"))
    if let concordance = shares.concordance {
      facts.add(
        "concordance", .number(concordance),
        label: Text(nl: "gelijke volgorde (W van Kendall)", en: "same order (Kendall's W)"),
        format: .decimals(2))
    }
    var blocks: [Block] = [.table(table), .facts(facts)]
    if context.showsRoles {
      let roles = Text.list(shares.roles, atMost: 9)
      blocks.append(.info(nl: "gestemd hebben: \(roles.nl)", en: "voted: \(roles.en)"))
    }
    if shares.concordance != nil {
      blocks.append(try context.knowledge.sources([MeasureWords.concordance], in: context))
    }
    return blocks
  }
}
