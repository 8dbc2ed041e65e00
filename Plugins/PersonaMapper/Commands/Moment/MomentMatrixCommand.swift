import WorkbenchKit

/// `moment matrix`: every moment by every persona.
struct MomentMatrixCommand: Command {
  struct Arguments: Sendable {
    let personas = Argument(
      list: "persona", .named(.persona), required: false,
      about: Text(nl: "alleen deze persona's", en: "only these personas"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "moment matrix",
    aliases: ["moment overzicht"],
    summary: Text(
      nl: "toon per moment en persona: zo denken zij, speel er zo op in",
      en: "show for each moment and persona what they think and how to respond"),
    examples: [
      .init("moment matrix", Text(nl: "de hele matrix", en: "the whole matrix")),
      .init(
        "moment matrix niemand", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    if !given.personas.isEmpty { set.personas = try given.personas.map { try $0.item(among: set.personas) } }
    var blocks: [Block] = []
    if !set.moments.isEmpty, !set.personas.isEmpty {
      blocks.append(.matrix(MomentTables.matrix(set, context)))
      if set.cells.isEmpty {
        blocks.append(
          .info(
            nl: "nog geen cel is gevuld; 'moment cell MOMENT PERSONA' vult er een",
            en: "no cell is filled yet; 'moment cell MOMENT PERSONA' fills one"))
      }
    } else {
      blocks.append(
        .info(nl: "een matrix heeft momenten en persona's nodig", en: "a matrix needs moments and personas"))
    }
    if let examples = MomentTables.examples(set) {
      blocks.append(.matrix(examples))
      blocks += try context.sources(set.examples.compactMap(\.source))
    }
    return Output(blocks)
  }
}
