import WorkbenchKit

/// `persona set use NAME`: works in a set from now on; one of the source comes in as a copy of the group's own.
struct SetUseCommand: UntypedCommand {
  let catalogue: Catalogue

  var signature: Signature {
    Signature(
      "persona set use", aliases: ["persona set gebruik"],
      summary: Text(
        nl: "werk in een set; een uit de bron komt als eigen kopie",
        en: "work in a set; one of the source comes as a copy"),
      parameters: [
        .argument(
          "name", about: Text(nl: "de set", en: "the set"),
          candidates: { [catalogue] context in
            let shipped = (try? catalogue.sets(context)) ?? []
            let own = Holdings.ids(context).filter { id in !shipped.contains { $0.id == id } }
            return shipped.map { Candidate($0.id, $0.theme) } + own.map { Candidate($0) }
          })
      ],
      changesWorkspace: true,
      examples: [
        .init("persona set use doelgroepenvervoer", Text(nl: "een set uit de bron", en: "a set of the source")),
        .init(
          "persona set use doelgroepvervoer", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
          failsWith: "set.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let held = try Holdings.ids(context).compactMap { try Holdings.set($0, context) }
    let shipped = try catalogue.sets(context).filter { set in !held.contains { $0.id == set.id } }
    let all = held + shipped
    let set = all[try call.one("name", .set, in: all)]
    if !held.contains(where: { $0.id == set.id }) { Holdings.store(set, context) }
    Holdings.use(set.id, context)
    var blocks: [Block] = [.paragraph(Self.summary(set))]
    if !set.missing.isEmpty {
      let lost = Shown.joined(set.missing.map(\.text), by: "; ")
      blocks.append(Shown.caution("niet in de bron: \(lost.nl)", "not in the source: \(lost.en)"))
    }
    blocks += try catalogue.sources(set.citations, context)
    return Output(blocks)
  }

  static func summary(_ set: PersonaSet) -> Text {
    let personas = Shown.counted(set.personas.count, .verbatim("persona"), Text(nl: "persona's", en: "personas"))
    let moments = Shown.counted(
      set.moments.count, Text(nl: "sleutelmoment", en: "key moment"), Text(nl: "sleutelmomenten", en: "key moments"))
    let theme = set.about ?? set.theme
    return Text(
      nl: "'\(set.id)' is in gebruik: \(theme.nl); \(personas.nl), \(moments.nl)",
      en: "'\(set.id)' is in use: \(theme.en); \(personas.en), \(moments.en)")
  }
}
