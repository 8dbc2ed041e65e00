import WorkbenchKit

/// `arena take procure|waakvlam|gap`: what other plugins offer, line by line to be confirmed.
struct TakeCommand: Command {
  struct Arguments: Sendable {
    let from = Argument(
      "from", .choice(Proposal.Offer.self), about: Text(nl: "van welke plugin", en: "of which plugin"))
    let take = Argument(
      flags: "take", .integer(1...10_000),
      about: Text(nl: "welke regels het blad overneemt: 1,3", en: "which lines the sheet takes: 1,3"))
    let to = Argument(
      flag: "to", .named(.node),
      about: Text(
        nl: "de activiteit van een inleg, of het effect van een aantal",
        en: "the activity of an investment, or the effect of a quantity"))
    let party = Argument(
      flag: "party", .named(.party), about: Text(nl: "wie een inleg betaalt", en: "who pays an investment"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena take", aliases: ["arena neem"],
    summary: Text(nl: "neem over wat andere plugins klaarzetten", en: "take what other plugins offer"),
    details: Text(
      nl:
        "Eerst een lijst met voorstellen; met --take komt een regel op het blad, met haar herkomst als bron. Een klein aantal mensen wordt achtergehouden en is "
        + "niet over te nemen: uit het bedrag zou het te herleiden zijn.",
      en:
        "First a list of proposals; with --take a line comes onto the sheet, with where it comes from as its source. A small count of people is held back and "
        + "cannot be taken: it would follow from the amount."),
    changesWorkspace: true,
    examples: [
      .init("arena take procure", Text(nl: "wat er klaarstaat", en: "what is offered")),
      .init(
        "arena take procure --take 1 --to buurthuis --party gemeente",
        Text(nl: "een regel overnemen", en: "take a line")),
      .init(
        "arena take procure --take 99 --to buurthuis --party gemeente",
        Text(nl: "een regel die er niet is", en: "a line that is not there"), failsWith: "take.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let proposals = try given.checking(\.from) { try Proposal.all($0, in: context) }
    guard !proposals.isEmpty else {
      return Output([.info(nl: "er staat niets bij om over te nemen", en: "there is nothing in it to take")])
    }
    guard given.has(\.take) else {
      return Output([.table(Self.table(proposals, context)), Self.hint(given.from)])
    }
    for (number, place) in zip(given.take, given.places(of: \.take)) {
      guard proposals.indices.contains(number - 1) else {
        throw Diagnostic(
          "take.unknown", Text(nl: "er is geen regel \(number)", en: "there is no line \(number)"),
          wayOut: Text(nl: "kies 1 tot en met \(proposals.count)", en: "choose 1 through \(proposals.count)"),
          place: place)
      }
      let proposal = proposals[number - 1]
      guard proposal.canBeTaken else {
        throw Diagnostic(
          "take.withheld",
          Text(
            nl: "regel \(number) is achtergehouden: het gaat om te weinig mensen",
            en: "line \(number) is held back: it is about too few people"),
          wayOut: Text(nl: "laat dit effect leeg", en: "leave this effect empty"), place: place)
      }
      try take(proposal, given, &sheet)
    }
    context.workspace.store(sheet)
    return Output(try SheetPicture.blocks(sheet, context))
  }

  private func take(_ proposal: Proposal, _ given: Given<Arguments>, _ sheet: inout Sheet) throws {
    switch proposal.kind {
    case .activity:
      let id = try Slug.demand(String(proposal.id.prefix(60)))
      guard sheet.node(id) == nil else { return }
      var node = SheetNode(id, .activity, .verbatim(proposal.what))
      node.origin = proposal.origin
      sheet.nodes.append(node)
    case .investment:
      guard let to = given.to, let payer = given.party else {
        throw Self.lacking(given, "--to ACTIVITEIT --party PARTIJ", "--to ACTIVITY --party PARTY")
      }
      let activity = try to.item(among: sheet.nodes.filter { $0.kind != .effect })
      let party = try payer.item(among: sheet.parties)
      let index = sheet.investments.firstIndex { $0.activity == activity.id && $0.party == party.id && $0.law == nil }
      var investment =
        index.map { sheet.investments[$0] } ?? Investment(activity: activity.id, party: party.id, law: nil)
      (investment.amount, investment.source) = (proposal.amount, proposal.origin)
      if let index { sheet.investments[index] = investment } else { sheet.investments.append(investment) }
    case .quantity:
      guard let to = given.to else { throw Self.lacking(given, "--to EFFECT", "--to EFFECT") }
      let effect = try to.item(among: sheet.nodes(.effect))
      var money = sheet.money(effect.id) ?? EffectMoney(effect.id)
      money.quantity = proposal.amount
      money.source = money.source.map { "\($0); \(proposal.origin)" } ?? proposal.origin
      sheet.put(money)
    }
  }

  private static func lacking(_ given: Given<Arguments>, _ nl: String, _ en: String) -> Diagnostic {
    Diagnostic(
      "argument.missing", Text(nl: "waar moet het heen?", en: "where should it go?"),
      wayOut: Text(nl: "noem het met \(nl)", en: "name it with \(en)"), suggestion: "--to",
      place: given.place(of: \.take))
  }

  private static func hint(_ offer: Proposal.Offer) -> Block {
    switch offer {
    case .procure:
      .info(
        nl: "overnemen: --take 1 --to ACTIVITEIT --party PARTIJ", en: "to take: --take 1 --to ACTIVITY --party PARTY")
    case .waakvlam: .info(nl: "overnemen: --take 1 --to EFFECT", en: "to take: --take 1 --to EFFECT")
    case .gap: .info(nl: "overnemen: --take 1, of meer: --take 1,2", en: "to take: --take 1, or more: --take 1,2")
    }
  }

  private static func table(_ proposals: [Proposal], _ context: Context) -> Table {
    var amounts = Column.numbers(
      "amount", proposals.map { $0.amount?.mean ?? .nan },
      label: Text(nl: "aantal of bedrag", en: "quantity or amount"), format: .decimals(0))
    for (row, proposal) in proposals.enumerated() { if let sign = proposal.withheld { amounts.withheld[row] = sign } }
    return Table(
      title: Text(nl: "Over te nemen", en: "To be taken"),
      columns: [
        .counts("line", Array(1...proposals.count), label: Text(nl: "regel", en: "line")),
        .texts("kind", proposals.map(\.kind.rawValue)).asDetail(),
        .texts("kind_label", proposals.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context),
        .texts("what", proposals.map(\.what), label: Text(nl: "wat", en: "what")),
        amounts,
        .texts("why", proposals.map(\.origin), label: Text(nl: "herkomst", en: "origin")).asDetail(),
      ])
  }
}
