import WorkbenchKit

/// `moment list`.
struct MomentListCommand: Command {
  let signature = Signature(
    "moment list", aliases: ["moment lijst"],
    summary: Text(nl: "noem de sleutelmomenten van de set", en: "list the key moments of the set"),
    next: [FollowUp("moment matrix", Text(nl: "hoe persona's dan denken", en: "what personas think then"))],
    examples: [.init("moment list", Text(nl: "met eigenaar en herkomst", en: "with owner and origin"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    var blocks: [Block] = [.table(MomentTables.list(set, context))]
    let lost = set.missing.filter { $0.what.nl.contains("sleutelmoment") }
    blocks += lost.map { Block.caution(nl: "niet in de bron: \($0.what.nl)", en: "not in the source: \($0.what.en)") }
    if set.moments.isEmpty, lost.isEmpty {
      blocks.append(
        .info(
          nl: "nog geen sleutelmomenten; 'moment add' begint er een", en: "no key moments yet; 'moment add' begins one")
      )
    }
    return Output(blocks + (try context.sources(set.moments.compactMap(\.source))))
  }
}
