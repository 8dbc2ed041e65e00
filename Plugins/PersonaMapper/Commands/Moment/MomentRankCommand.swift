import WorkbenchKit

/// `moment rank`: how heavy each moment weighs by the dots, and how far the roles are apart.
struct MomentRankCommand: Command {
  let signature = Signature(
    "moment rank", aliases: ["moment rangorde"],
    summary: Text(
      nl: "zet de momenten op volgorde van de stippen, met spreiding",
      en: "rank the moments by their dots, with the spread"),
    examples: [
      .init("moment rank", Text(nl: "naar het gemiddelde deel van de rollen", en: "by the mean share of the roles"))
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(Self.blocks(try context.workspace.currentSet(), context))
  }

  static func blocks(_ set: PersonaSet, _ context: Context) -> [Block] {
    let votes = DotVotes(set.votes, items: set.moments.map(\.id))
    guard !votes.roles.isEmpty else {
      return [
        .info(
          nl: "nog geen rol heeft gestemd; 'moment vote MOMENT=STIPPEN --by ROL'",
          en: "no role has voted yet; 'moment vote MOMENT=DOTS --by ROLE'")
      ]
    }
    // A role may be one person: then the circle shows what all make together only.
    let showsRoles = context.workspace.setting("kring.show-roles")?.plain != "off"
    let shares = votes.shares
    let ranked = set.moments.enumerated().sorted { one, other in
      let (left, right) = (shares[one.element.id] ?? 0, shares[other.element.id] ?? 0)
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element)
    let spreads = ranked.map { votes.spread($0.id) }
    let table = Table(
      title: Text(nl: "Sleutelmomenten naar gewicht", en: "Key moments by weight"),
      columns: [
        .texts("moment", ranked.map(\.id)).asDetail(),
        .texts("label", ranked.map(\.label), label: .verbatim("moment"), in: context),
        .numbers(
          "share", ranked.map { shares[$0.id] ?? 0 }, label: Text(nl: "gemiddeld deel", en: "mean share"), unit: .share,
          format: .share(0)),
      ] + (showsRoles ? votes.spreadColumns(ranked.map(\.id)) : []) + [
        .counts("dots", ranked.map { votes.dots[$0.id] ?? 0 }, label: Text(nl: "stippen", en: "dots"))
      ])
    var facts = Facts(isDetail: true)
    facts.add("roles", votes.roles.count)
    var blocks: [Block] = [.table(table), .facts(facts)]
    let roles = Text.list(votes.roles, atMost: 9)
    if showsRoles { blocks.append(.info(nl: "rollen: \(roles.nl)", en: "roles: \(roles.en)")) }
    let apart = zip(ranked, spreads).filter { ($0.1?.high ?? 0) - ($0.1?.low ?? 0) >= 0.5 }.map(\.0.label)
    if !apart.isEmpty {
      let listed = Text.joined(apart, by: "; ")
      blocks.append(
        .caution(
          nl: "hierover lopen de rollen ver uiteen: \(listed.nl)", en: "the roles are far apart on: \(listed.en)"))
    }
    return blocks
  }
}
