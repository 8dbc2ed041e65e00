import WorkbenchKit

/// `journey list`.
struct JourneyListCommand: Command {
  let signature = Signature(
    "journey list", aliases: ["journey lijst"],
    summary: Text(nl: "noem de klantreizen van de set", en: "list the journeys of the set"),
    examples: [.init("journey list", Text(nl: "met hun stappen geteld", en: "with their steps counted"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    var blocks: [Block] = [.table(JourneyTables.list(set, context))]
    let lost = set.missing.filter { $0.what.nl.contains("reis") || $0.what.nl.contains("reizen") }
    blocks += lost.map { Block.caution(nl: "niet in de bron: \($0.what.nl)", en: "not in the source: \($0.what.en)") }
    return Output(blocks)
  }
}
