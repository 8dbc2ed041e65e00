import WorkbenchKit

/// `persona map`: the personas between the two axes.
struct PersonaMapCommand: Command {
  let signature = Signature(
    "persona map", aliases: ["persona kaart"],
    summary: Text(nl: "teken de persona's tussen de twee assen", en: "draw the personas between the two axes"),
    next: [
      FollowUp(
        "moment matrix", Text(nl: "hoe zij denken, per sleutelmoment", en: "what they think, at each key moment"))
    ],
    examples: [.init("persona map", Text(nl: "de set in gebruik", en: "the set in use"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(PersonaMap(try context.workspace.currentSet()).blocks(context))
  }
}

/// The quadrant picture of a set.
struct PersonaMap {
  private let set: PersonaSet

  init(_ set: PersonaSet) { self.set = set }

  func blocks(_ context: Context) -> [Block] {
    guard let x = set.x, let y = set.y else {
      return [
        .caution(
          nl: "de set '\(set.id)' heeft geen twee assen, dus geen kaart",
          en: "the set '\(set.id)' has no two axes, so no map")
      ]
    }
    let placed = set.personas.compactMap { persona -> (Persona, Double, Double)? in
      guard let left = persona.x.drawn(x), let up = persona.y.drawn(y) else { return nil }
      return (persona, left, up)
    }
    var blocks: [Block] = []
    if !placed.isEmpty {
      blocks.append(
        .chart(
          Chart(
            .quadrant, title: set.theme, x: x.chartAxis, y: y.chartAxis, positions: placed.map(\.1),
            series: [.init(name: "persona", values: placed.map(\.2))],
            labels: placed.map { $0.0.name(context.language) })))
    }
    let others = set.personas.filter { persona in !placed.contains { $0.0.id == persona.id } }
    if !others.isEmpty {
      let listed = Text.list(others.map { $0.name(context.language) }, atMost: 12)
      blocks.append(
        .caution(
          nl: "nog zonder plaats ('persona move PERSONA X Y'): \(listed.nl)",
          en: "without a place yet ('persona move PERSONA X Y'): \(listed.en)"))
    }
    if placed.contains(where: { $0.0.x.position == nil || $0.0.y.position == nil }) {
      let remark = Text(
        nl: "de bron geeft alleen een volgorde; dat de graden even ver uiteen liggen is een aanname",
        en: "the source gives an order only; that the grades are equally far apart is an assumption")
      context.workspace.note(assumption: remark)
      blocks.append(.notice(Notice(.caution, remark)))
    }
    return blocks
  }
}
