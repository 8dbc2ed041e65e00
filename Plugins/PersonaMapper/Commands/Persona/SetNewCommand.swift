import WorkbenchKit

/// `persona set new NAME`: an empty set with two axes.
struct SetNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe de set heet", en: "what the set is called"))
    let theme = Argument(
      flag: "theme", .words, about: Text(nl: "het thema in een paar woorden", en: "the theme in a few words"))
    let x = Argument(flag: "x", .axis, about: Text(nl: "de liggende as", en: "the axis across"))
    let y = Argument(flag: "y", .axis, about: Text(nl: "de staande as", en: "the axis upwards"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona set new",
    aliases: ["persona set nieuw"],
    summary: Text(nl: "begin een eigen set met twee assen", en: "begin a set of your own with two axes"),
    details: Text(
      nl: "Een as is NAAM of NAAM:LAAG..HOOG, zoals 'afhankelijkheid:zelfstandig..afhankelijk'.",
      en: "An axis is NAME or NAME:LOW..HIGH, such as 'dependence:independent..dependent'."),
    changesWorkspace: true,
    examples: [
      .init(
        "persona set new eenzaamheid --x 'netwerk:klein..groot' --y 'initiatief:afwachtend..zelf'",
        Text(nl: "een set met twee assen", en: "a set with two axes")),
      .init(
        "persona set new langer-thuis", Text(nl: "een naam die de bron al heeft", en: "a name that the source has"),
        failsWith: "set.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let name = given.name
    let id = try Slug.demand(name, at: given.place(of: \.name))
    // One that is there and cannot be read is not written over.
    _ = try context.workspace.personaSet(id)
    try Vocabulary.set.demandFree(id, among: context.allSets, at: given.place(of: \.name))
    var set = PersonaSet(id: id, theme: Text.typed(given.theme) ?? .verbatim(name))
    set.axes.x = given.x ?? nil
    set.axes.y = given.y ?? nil
    context.workspace.store(set)
    try context.workspace.use(id)
    var blocks: [Block] = [
      .info(
        nl: "de set '\(id)' is in gebruik, nog zonder persona's", en: "the set '\(id)' is in use, without personas yet")
    ]
    if set.x == nil || set.y == nil {
      blocks.append(
        .info(
          nl: "zonder beide assen is er geen kaart; 'persona set axis' geeft ze",
          en: "without both axes there is no map; 'persona set axis' gives them"))
    }
    return Output(blocks)
  }
}
