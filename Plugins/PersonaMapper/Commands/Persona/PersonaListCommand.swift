import WorkbenchKit

/// `persona list`: the personas of the set in use.
struct PersonaListCommand: Command {
  let signature = Signature(
    "persona list", aliases: ["persona lijst"],
    summary: Text(nl: "noem de persona's van de set in gebruik", en: "list the personas of the set in use"),
    next: [
      FollowUp("persona map", Text(nl: "de persona's tussen de twee assen", en: "the personas between the two axes"))
    ],
    examples: [.init("persona list", Text(nl: "met hun plaats op de assen", en: "with their place on the axes"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    var blocks: [Block] = [.table(PersonaTables.list(set, context))]
    if set.personas.isEmpty {
      blocks.append(
        .info(
          nl: "nog geen persona's; 'persona add' en 'persona cluster' maken ze",
          en: "no personas yet; 'persona add' and 'persona cluster' make them"))
    } else if set.personas.allSatisfy({ $0.x.words(set.x) == nil }), set.x != nil {
      blocks.append(
        .caution(
          nl:
            "niemand heeft een plaats op de assen: de bron geeft die niet, of de kring heeft nog niet gekozen ('persona move')",
          en: "nobody has a place on the axes: the source gives none, or the circle has not chosen yet ('persona move')"
        ))
    }
    return Output(blocks + (try context.sources(set.personas.flatMap(\.citations))))
  }
}
