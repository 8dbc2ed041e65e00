import WorkbenchKit

/// `journey list`.
struct JourneyListCommand: UntypedCommand {
  let signature = Signature(
    "journey list", aliases: ["journey lijst"],
    summary: Text(nl: "noem de klantreizen van de set", en: "list the journeys of the set"),
    examples: [.init("journey list", Text(nl: "met hun stappen geteld", en: "with their steps counted"))])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    var blocks: [Block] = [.table(JourneyTables.list(set, context))]
    let lost = set.missing.filter { $0.text.nl.contains("reis") || $0.text.nl.contains("reizen") }
    blocks += lost.map { Shown.caution("niet in de bron: \($0.text.nl)", "not in the source: \($0.text.en)") }
    return Output(blocks)
  }
}
