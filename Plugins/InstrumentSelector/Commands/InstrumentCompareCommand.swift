import WorkbenchKit

/// `instrument compare A B…`: instruments side by side.
struct InstrumentCompareCommand: Command {
  struct Arguments: Sendable {
    let instruments = Argument(list: "instrument", .named(.instrument), about: Instrument.argument)
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument compare", aliases: ["instrument vergelijk"],
      summary: Text(nl: "zet instrumenten naast elkaar", en: "set instruments side by side"),
      examples: [
        .init(
          "instrument compare woonvisie prestatieafspraken",
          Text(nl: "twee uit het woonbeleid", en: "two of housing policy")),
        .init(
          "instrument compare woonvisie", Text(nl: "één valt niet te vergelijken", en: "one cannot be compared"),
          failsWith: "instrument.few"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let all = try context.instruments
    var found: [Instrument] = []
    for name in given.instruments {
      let one = try name.item(among: all)
      if !found.contains(where: { $0.id == one.id }) { found.append(one) }
    }
    guard found.count > 1 else {
      throw Diagnostic(
        "instrument.few", Text(nl: "er is maar één instrument genoemd", en: "only one instrument is named"),
        wayOut: Text(nl: "noem er twee of meer", en: "name two or more"), place: given.place(of: \.instruments))
    }
    let notes = try InstrumentNotes(context.workspace)
    let (ambitions, domains, tools) = (
      try context.ambitions, try context.domains.labels, try context.tools.labels
    )
    let sheets = found.map { InstrumentSheet($0, notes, ambitions, domains: domains, tools: tools) }
    let traits = sheets[0].rows.indices.filter { row in sheets.contains { $0.rows[row].value != nil } }
    let table = Table(
      title: Text(nl: "Instrumenten naast elkaar", en: "Instruments side by side"),
      columns: [
        .texts("trait", traits.map { sheets[0].rows[$0].trait }, label: Text(nl: "kenmerk", en: "trait"), in: context)
      ]
        + zip(found, sheets).map { instrument, sheet in
          .texts(instrument.id, traits.map { sheet.rows[$0].value }, in: context)
        }
        + [
          Column(
            "differs",
            .booleans(traits.map { row in Set(sheets.map { $0.rows[row].value?(context.language) }).count > 1 }),
            label: Text(nl: "verschilt", en: "differs")
          ).asDetail()
        ])
    let sources = try context.knowledge.sources(sheets.flatMap(\.citations), in: context)
    return Output([.table(table)] + notes.remarks + [sources])
  }
}
