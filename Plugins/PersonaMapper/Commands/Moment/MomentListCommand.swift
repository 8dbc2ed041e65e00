import WorkbenchKit

/// `moment list`.
struct MomentListCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "moment list", aliases: ["moment lijst"],
    summary: Text(nl: "noem de sleutelmomenten van de set", en: "list the key moments of the set"),
    examples: [.init("moment list", Text(nl: "met eigenaar en herkomst", en: "with owner and origin"))])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    var blocks: [Block] = [.table(MomentTables.list(set, context))]
    let lost = set.missing.filter { $0.text.nl.contains("sleutelmoment") }
    blocks += lost.map { Shown.caution("niet in de bron: \($0.text.nl)", "not in the source: \($0.text.en)") }
    if set.moments.isEmpty, lost.isEmpty {
      blocks.append(
        Shown.info(
          "nog geen sleutelmomenten; 'moment add' begint er een", "no key moments yet; 'moment add' begins one"))
    }
    return Output(blocks + (try catalogue.sources(set.moments.compactMap(\.source), context)))
  }
}
