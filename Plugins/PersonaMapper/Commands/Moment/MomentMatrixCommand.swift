import WorkbenchKit

/// `moment matrix`: every moment by every persona.
struct MomentMatrixCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "moment matrix", aliases: ["moment overzicht"],
    summary: Text(
      nl: "toon per moment en persona: zo denken zij, speel er zo op in",
      en: "show for each moment and persona what they think and how to respond"),
    parameters: [
      .argument(
        "persona", required: false, repeated: true, about: Text(nl: "alleen deze persona's", en: "only these personas"),
        candidates: SetParameters.personas)
    ],
    examples: [
      .init("moment matrix", Text(nl: "de hele matrix", en: "the whole matrix")),
      .init(
        "moment matrix niemand", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    if call.has("persona") {
      let chosen = try call.all("persona").map {
        try Kind.persona.place(of: $0.value.text ?? $0.value.plain, in: set.personas, at: $0.place)
      }
      set.personas = chosen.map { set.personas[$0] }
    }
    var blocks: [Block] = []
    if !set.moments.isEmpty, !set.personas.isEmpty {
      blocks.append(.matrix(MomentTables.matrix(set, context)))
      if set.cells.isEmpty {
        blocks.append(
          Shown.info(
            "nog geen cel is gevuld; 'moment cell MOMENT PERSONA' vult er een",
            "no cell is filled yet; 'moment cell MOMENT PERSONA' fills one"))
      }
    } else {
      blocks.append(Shown.info("een matrix heeft momenten en persona's nodig", "a matrix needs moments and personas"))
    }
    if let examples = MomentTables.examples(set) {
      blocks.append(.matrix(examples))
      blocks += try catalogue.sources(set.examples.compactMap(\.source), context)
    }
    return Output(blocks)
  }
}
