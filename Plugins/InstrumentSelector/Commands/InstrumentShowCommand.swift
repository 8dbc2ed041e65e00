import WorkbenchKit

/// `instrument show X`: the sheet of an instrument.
struct InstrumentShowCommand: Command {
  struct Arguments: Sendable {
    let instrument = Argument("instrument", .named(.instrument), about: Instrument.argument)
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument show", aliases: ["instrument toon"],
      summary: Text(nl: "toon wat een instrument is en kan", en: "show what an instrument is and can do"),
      examples: [
        .init("instrument show woonvisie", Text(nl: "het woonbeleid", en: "the housing policy")),
        .init(
          "instrument show woonvise", Text(nl: "verkeerd getypt", en: "mistyped"), failsWith: "instrument.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try Self.output(given.instrument.item(in: context), in: context)
  }

  static func output(_ instrument: Instrument, in context: Context) throws -> Output {
    let notes = try InstrumentNotes(context.workspace)
    let sheet = InstrumentSheet(
      instrument, notes, try context.ambitions, domains: try context.domains.labels, tools: try context.tools.labels)
    let table = Table(
      title: instrument.label,
      columns: [
        .texts("trait", sheet.rows.map(\.trait), label: Text(nl: "kenmerk", en: "trait"), in: context),
        .texts("value", sheet.rows.map(\.value), label: Text(nl: "inhoud", en: "content"), in: context),
      ])
    var blocks: [Block] = [.table(table)]
    if sheet.rows.contains(where: { $0.value == nil }) {
      blocks.append(
        .info(
          nl: "wat leeg is geeft de bron niet; 'instrument fill \(instrument.id)' vult het in",
          en: "what is empty the source does not give; 'instrument fill \(instrument.id)' fills it in"))
    }
    return Output(blocks + notes.remarks + [try context.knowledge.sources(sheet.citations, in: context)])
  }
}
