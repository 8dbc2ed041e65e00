import WorkbenchKit

/// `agenda inbreng ITEM --by ROLE`: what a role puts in, wants to discuss and may decide.
struct AgendaInputCommand: Command {
  struct Arguments: Sendable {
    let item = Argument("item", .named(.anyItem), about: Text(nl: "welk punt", en: "which item"))
    let by = Argument<String>.by
    let offers = Argument(flag: "offers", .words, about: Text(nl: "wat de rol inbrengt", en: "what the role puts in"))
    let asks = Argument(
      flag: "asks", .words, about: Text(nl: "wat de rol wil bespreken", en: "what the role wants to discuss"))
    let gain = Argument(flag: "gain", .words, about: Text(nl: "wat de rol erbij wint", en: "what the role gains by it"))
    let mandate = Argument(
      flag: "mandate", .choice(AgendaItem.Mandate.self),
      about: Text(nl: "of de rol mag besluiten", en: "whether the role may decide"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda inbreng", aliases: ["agenda input"],
    summary: Text(
      nl: "leg vast wat een rol bij een punt inbrengt, vraagt en mag",
      en: "put down what a role offers, asks and may decide at an item"),
    changesWorkspace: true,
    examples: [
      .init(
        "agenda inbreng crisis --by corporatie --offers 'een huismeester in de avond' --asks 'een nummer om te bellen' --mandate deels --gain 'minder overlast'",
        Text(nl: "een inbreng", en: "a contribution")),
      .init(
        "agenda inbreng crisis --by corporatie", Text(nl: "niets gezegd", en: "nothing said"), failsWith: "input.empty"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let item = try given.item.item(in: context)
    guard given.offers != nil || given.asks != nil || given.gain != nil || given.mandate != nil else {
      throw Diagnostic(
        "input.empty", Text(nl: "er staat geen inbreng bij", en: "there is no contribution in it"),
        wayOut: Text(nl: "geef --offers, --asks, --gain of --mandate", en: "give --offers, --asks, --gain or --mandate")
      )
    }
    let role = circle.canonical(given.by)
    for index in circle.items.indices where circle.items[index].id == item.id {
      var input = circle.items[index].contributions[role] ?? AgendaItem.Contribution()
      if let offers = given.offers { input.offers = offers }
      if let asks = given.asks { input.asks = asks }
      if let gain = given.gain { input.gain = gain }
      if let mandate = given.mandate { input.mandate = mandate }
      circle.items[index].contributions[role] = input
    }
    context.workspace.store(circle)
    let inputs = circle.items.first { $0.id == item.id }?.contributions.sorted { $0.key < $1.key } ?? []
    return Output(
      Table(
        title: .verbatim(item.text),
        columns: (context.showsRoles ? [.texts("role", inputs.map(\.key), label: Text(nl: "rol", en: "role"))] : []) + [
          .texts("offers", inputs.map(\.value.offers), label: Text(nl: "brengt in", en: "offers")),
          .texts("asks", inputs.map(\.value.asks), label: Text(nl: "vraagt", en: "asks")),
          .texts("gain", inputs.map(\.value.gain), label: Text(nl: "wint", en: "gains")),
          .texts("mandate", inputs.map(\.value.mandate?.rawValue), label: Text(nl: "mandaat", en: "mandate")),
        ]))
  }
}
