import WorkbenchKit

/// The groups here as a view on what the national WoonZorgwijzer is said to tell apart.
struct InstrumentReport {
  let view: InstrumentView
  let context: Context

  func output() throws -> Output {
    let publications = try context.publications
    var keys = view.sources
    for trait in view.traits where !keys.contains(trait.source) { keys.append(trait.source) }
    let sources = keys.compactMap { key in publications[key]?.source(key) }
    for source in sources { context.workspace.note(source) }
    return Output([
      .paragraph(sentence),
      .table(try table.atAGlance(columns: ["trait", "compared"])),
      .info(nl: "bij alle: \(view.method.nl)", en: "for all of them: \(view.method.en)"),
      .caution(nl: view.open.nl, en: view.open.en),
      .info(
        nl: "'wzw estimate GEBIED --group dementie,epa' schat groepen van hier voor een gebied",
        en: "'wzw estimate AREA --group dementie,epa' estimates groups of here for an area"),
      .sources(sources),
    ])
  }

  /// "4 aandoeningen en 3 beperkingen", and of how many there is a group here.
  private var sentence: Text {
    let conditions = Text.counted(
      view.traits.count { $0.kind == .condition }, Text(nl: "aandoening", en: "condition"),
      Text(nl: "aandoeningen", en: "conditions"))
    let limitations = Text.counted(
      view.traits.count { $0.kind == .limitation }, Text(nl: "beperking", en: "limitation"),
      Text(nl: "beperkingen", en: "limitations"))
    let near = view.traits.count { !$0.groups.isEmpty }
    return Text(
      nl: """
        Openbare beschrijvingen van de WoonZorgwijzer noemen \(conditions.nl) en \(limitations.nl). Bij \(near) daarvan is \
        hier een verwante groep; geen enkele is precies dezelfde.
        """,
      en: """
        Public descriptions of the WoonZorgwijzer name \(conditions.en) and \(limitations.en). For \(near) of them there is \
        a related group here; none is exactly the same.
        """)
  }

  /// What the two share and what not, in one line.
  private static func compared(_ trait: InstrumentTrait) -> Text? {
    guard let same = trait.same, let different = trait.different else { return trait.different }
    return same + Text(nl: ", maar ", en: ", but ") + different
  }

  private var table: Table {
    get throws {
      let labels = try context.startingFigures.groups.labels
      let rows = view.traits
      return Table(
        title: Text(nl: "Tegenover de WoonZorgwijzer", en: "Against the WoonZorgwijzer"),
        columns: [
          .texts("trait", rows.map(\.label), label: .verbatim("WoonZorgwijzer"), in: context),
          .texts("kind", rows.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context).asDetail(),
          .texts(
            "group", rows.map { $0.groups.isEmpty ? nil : $0.groups.joined(separator: ", ") },
            label: Text(nl: "groep hier", en: "group here")),
          .texts(
            "label",
            rows.map { row in
              row.groups.isEmpty
                ? nil : row.groups.map { (labels[$0] ?? .verbatim($0))(context.language) }.joined(separator: ", ")
            }, label: Text(nl: "wat", en: "what")
          ).asDetail(),
          .texts(
            "compared", rows.map(Self.compared), label: Text(nl: "hetzelfde, maar", en: "the same, but"), in: context),
          .texts("same", rows.map(\.same), label: Text(nl: "hetzelfde", en: "the same"), in: context).asDetail(),
          .texts("different", rows.map(\.different), label: Text(nl: "niet hetzelfde", en: "not the same"), in: context)
            .asDetail(),
        ])
    }
  }
}
