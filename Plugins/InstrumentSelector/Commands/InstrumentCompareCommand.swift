import WorkbenchKit

/// `instrument compare A B…`: instruments side by side.
struct InstrumentCompareCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument compare", aliases: ["instrument vergelijk"],
      summary: Text(nl: "zet instrumenten naast elkaar", en: "set instruments side by side"),
      parameters: [InstrumentSheet.parameter(library, repeated: true)],
      examples: [
        .init(
          "instrument compare woonvisie prestatieafspraken",
          Text(nl: "twee uit het woonbeleid", en: "two of housing policy")),
        .init(
          "instrument compare woonvisie", Text(nl: "één valt niet te vergelijken", en: "one cannot be compared"),
          failsWith: "instrument.few"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let all = try library.instruments(context)
    var found: [Instrument] = []
    for argument in call.all("instrument") {
      let one = try Kind.instrument.one(argument.value.plain, among: all, at: argument.place)
      if !found.contains(where: { $0.id == one.id }) { found.append(one) }
    }
    guard found.count > 1 else {
      throw Diagnostic(
        "instrument.few", Text(nl: "er is maar één instrument genoemd", en: "only one instrument is named"),
        wayOut: Text(nl: "noem er twee of meer", en: "name two or more"), place: call.place(of: "instrument"))
    }
    let filled = try FilledIn(context.workspace)
    let ambitions = try library.ambitions(context)
    let sheets = found.map { InstrumentSheet($0, filled, ambitions) }
    let traits = sheets[0].rows.indices.filter { row in sheets.contains { $0.rows[row].value != nil } }
    let language = context.language
    let table = Table(
      title: Text(nl: "Instrumenten naast elkaar", en: "Instruments side by side"),
      columns: [
        .texts("trait", traits.map { sheets[0].rows[$0].trait(language) }, label: Text(nl: "kenmerk", en: "trait"))
      ]
        + zip(found, sheets).map { instrument, sheet in
          .texts(instrument.id, traits.map { sheet.rows[$0].value?(language) })
        }
        + [
          Column(
            "differs", .booleans(traits.map { row in Set(sheets.map { $0.rows[row].value?(language) }).count > 1 }),
            label: Text(nl: "verschilt", en: "differs")
          ).asDetail()
        ])
    return Output([.table(table), try library.sources(sheets.flatMap(\.citations), context)])
  }
}
