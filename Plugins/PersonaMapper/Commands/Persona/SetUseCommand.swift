import WorkbenchKit

/// `persona set use NAME`: works in a set from now on; one of the source comes in as a copy of the group's own.
struct SetUseCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .named(.set), about: Text(nl: "de set", en: "the set"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona set use", aliases: ["persona set gebruik"],
    summary: Text(
      nl: "werk met een set; een set uit de bron wordt een eigen kopie",
      en: "work in a set; one of the source comes as a copy"), changesWorkspace: true,
    examples: [
      .init("persona set use doelgroepenvervoer", Text(nl: "een set uit de bron", en: "a set of the source")),
      .init(
        "persona set use doelgroepvervoer", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "set.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try given.name.item(in: context)
    if try context.workspace.personaSet(set.id) == nil { context.workspace.store(set) }
    try context.workspace.use(set.id)
    var blocks: [Block] = [.paragraph(Self.summary(set))]
    if !set.missing.isEmpty {
      let lost = Text.joined(set.missing.map(\.what), by: "; ")
      blocks.append(.caution(nl: "niet in de bron: \(lost.nl)", en: "not in the source: \(lost.en)"))
    }
    blocks += try context.sources(set.citations)
    return Output(blocks)
  }

  static func summary(_ set: PersonaSet) -> Text {
    let personas = Text.counted(set.personas.count, .verbatim("persona"), Text(nl: "persona's", en: "personas"))
    let moments = Text.counted(
      set.moments.count, Text(nl: "sleutelmoment", en: "key moment"), Text(nl: "sleutelmomenten", en: "key moments"))
    let theme = set.about ?? set.theme
    return Text(
      nl: "'\(set.id)' is in gebruik: \(theme.nl); \(personas.nl), \(moments.nl)",
      en: "'\(set.id)' is in use: \(theme.en); \(personas.en), \(moments.en)")
  }
}
