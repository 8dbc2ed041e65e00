import WorkbenchKit

/// `persona list`: the personas of the set in use.
struct PersonaListCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "persona list", aliases: ["persona lijst"],
    summary: Text(nl: "noem de persona's van de set in gebruik", en: "list the personas of the set in use"),
    examples: [.init("persona list", Text(nl: "met hun plaats op de assen", en: "with their place on the axes"))])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    var blocks: [Block] = [.table(PersonaTables.list(set, context))]
    if set.personas.isEmpty {
      blocks.append(
        Shown.info(
          "nog geen persona's; 'persona add' en 'persona cluster' maken ze",
          "no personas yet; 'persona add' and 'persona cluster' make them"))
    } else if set.personas.allSatisfy({ $0.x.words(set.x) == nil }), set.x != nil {
      blocks.append(
        Shown.caution(
          "niemand heeft een plaats op de assen: de bron geeft die niet, of de kring koos nog niet ('persona move')",
          "nobody has a place on the axes: the source gives none, or the circle has not chosen yet ('persona move')"))
    }
    let citations = set.personas.flatMap { persona in
      [persona.source, persona.sketch].compactMap { $0 } + (persona.x.sayings + persona.y.sayings).compactMap(\.source)
    }
    return Output(blocks + (try catalogue.sources(citations, context)))
  }
}
