import WorkbenchKit

/// `instrument show X`: the sheet of an instrument.
struct InstrumentShowCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument show", aliases: ["instrument toon"],
      summary: Text(nl: "toon wat een instrument is en kan", en: "show what an instrument is and can do"),
      parameters: [InstrumentSheet.parameter(library)],
      examples: [
        .init("instrument show woonvisie", Text(nl: "het woonbeleid", en: "the housing policy")),
        .init(
          "instrument show woonvise", Text(nl: "verkeerd getypt", en: "mistyped"), failsWith: "instrument.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let all = try library.instruments(context)
    let found = try Kind.instrument.one(call.text("instrument") ?? "", among: all, at: call.place(of: "instrument"))
    let sheet = InstrumentSheet(found, try FilledIn(context.workspace), try library.ambitions(context))
    let table = Table(
      title: found.label,
      columns: [
        .texts("trait", sheet.rows.map { $0.trait(context.language) }, label: Text(nl: "kenmerk", en: "trait")),
        .texts("value", sheet.rows.map { $0.value?(context.language) }, label: .verbatim("")),
      ])
    var blocks: [Block] = [.table(table)]
    if sheet.rows.contains(where: { $0.value == nil }) {
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl: "wat leeg is geeft de bron niet; 'instrument fill \(found.id)' vult het in",
              en: "what is empty the source does not give; 'instrument fill \(found.id)' fills it in"))))
    }
    blocks.append(try library.sources(sheet.citations, context))
    return Output(blocks)
  }
}
