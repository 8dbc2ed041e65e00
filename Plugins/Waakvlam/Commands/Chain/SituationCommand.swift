import WorkbenchKit

extension Argument where Value == NameOf<Situation>? {
  static var situation: Argument {
    Argument(
      optional: "situation", .named(.situation),
      about: Text(
        nl: "1 niet in zorg, 2 in zorg, 3 verhuizing; anders alle", en: "1 not in care, 2 in care, 3 a move; else all"))
  }
}

/// `waakvlam situation [1|2|3]`: what often happens, and what is wanted.
struct SituationCommand: Command {
  struct Arguments: Sendable { let situation = Argument<NameOf<Situation>?>.situation }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam situation", aliases: ["waakvlam situatie"],
    summary: Text(
      nl: "toon de drie situaties uit de bron: hoe het vaak gaat, en hoe het zou moeten",
      en: "show the three situations of the source: how it often goes, and how it should"),
    details: Text(
      nl: "Voor aan de muur: 'waakvlam situation 1 | to html muur.html'.",
      en: "For the wall: 'waakvlam situation 1 | to html wall.html'."),
    next: [
      FollowUp(
        "waakvlam now 1.1=0.6 --by gemeente",
        Text(nl: "zeg hoeveel een stap haalt", en: "say how many get through a step"))
    ],
    soughtBy: ["waakvlam", "overlast", "nuisance", "verhuizing"],
    examples: [
      .init("waakvlam situation 1", Text(nl: "wie nog niet in zorg is", en: "who is not in care yet")),
      .init("waakvlam situation 4", Text(nl: "die is er niet", en: "it is not there"), failsWith: "situation.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let one = try given.situation?.item(in: context)
    let shown = try one.map { [$0] } ?? context.situations
    let steps = shown.flatMap(\.steps)
    let nobody = Text(nl: "(meestal niemand)", en: "(mostly nobody)")
    let table = Table(
      title: one?.label ?? Text(nl: "Drie situaties", en: "Three situations"),
      columns: [
        .numbers("step", steps.map(\.number), label: Text(nl: "stap", en: "step"), format: .plain).asDetail(one == nil),
        .texts("id", steps.map(\.id), label: Text(nl: "stap", en: "step")).asDetail(one != nil),
        .texts("label", steps.map(\.label), label: Text(nl: "wat", en: "what"), in: context).asDetail(),
        .texts(
          "party", try steps.map { try context.partyLabel($0.party) }, label: Text(nl: "wie", en: "who"), in: context),
        .texts("now", steps.map { $0.now?.shown ?? nobody }, label: Text(nl: "vaak nu", en: "often now"), in: context),
        .texts("wanted", steps.map(\.wanted.shown), label: Text(nl: "gewenst", en: "wanted"), in: context),
        .texts("lines", steps.map(\.lines), label: Text(nl: "regels", en: "lines")).asDetail(),
      ])
    return Output([.table(table), try context.knowledge.sources(steps.map(\.source), in: context)])
  }
}
