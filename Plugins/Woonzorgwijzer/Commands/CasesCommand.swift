import WorkbenchKit

/// `wzw cases`: the worked cases of the source, or one of them in full.
struct CasesCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw cases",
      aliases: ["wzw praktijk"],
      summary: Text(nl: "toon praktijkvoorbeelden uit de bron", en: "show worked cases of the source"),
      parameters: [
        .argument(
          "case", required: false, about: Text(nl: "één voorbeeld in het geheel", en: "one case in full"),
          candidates: LibraryParameters.candidates { try library.items("cases", "cases", $0, CaseStudy.init) })
      ],
      examples: [
        .init("wzw cases", Text(nl: "alle voorbeelden", en: "all cases")),
        .init("wzw cases berflo-es", Text(nl: "een woonservicegebied in Hengelo", en: "an area in Hengelo")),
        .init(
          "wzw cases atlantis", Text(nl: "een voorbeeld dat er niet is", en: "a case that is not there"),
          failsWith: "case.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let cases = try library.items("cases", "cases", context, CaseStudy.init)
    if let word = call.text("case") {
      return try sheet(Kind.example.one(word, among: cases, at: call.place(of: "case")), context)
    }
    let table = Table(
      title: Text(nl: "Praktijkvoorbeelden", en: "Cases"),
      columns: [
        .texts("case", cases.map(\.id), label: Text(nl: "voorbeeld", en: "case")),
        LibraryColumns.text("label", cases.map(\.label), Text(nl: "naam", en: "name"), context),
        LibraryColumns.text("what", cases.map(\.what.text), Text(nl: "wat", en: "what"), context),
        LibraryColumns.place(cases.map(\.source), context),
      ])
    return Output([.table(table), try library.sources(cases.map(\.source), context)])
  }

  private func sheet(_ study: CaseStudy, _ context: Context) throws -> Output {
    let parts: [(name: String, label: Text, items: [Text])] = [
      ("what", Text(nl: "wat", en: "what"), [study.what.text]),
      ("party", Text(nl: "partij", en: "party"), study.parties),
      ("project", Text(nl: "project", en: "project"), study.projects.map(Text.verbatim)),
      ("course", Text(nl: "verloop", en: "course"), study.course.map(\.text)),
      ("effect", Text(nl: "effect", en: "effect"), study.effects.map(\.text)),
      ("tip", Text(nl: "tip", en: "tip"), study.tips.map(\.text)),
    ]
    let rows = parts.flatMap { part in part.items.map { (part, $0) } }
    let table = Table(
      title: study.label,
      columns: [
        .texts("part", rows.map(\.0.name), label: nil).asDetail(),
        LibraryColumns.text("about", rows.map(\.0.label), Text(nl: "onderdeel", en: "part"), context),
        LibraryColumns.text("text", rows.map(\.1), Text(nl: "in het kort", en: "in brief"), context),
      ])
    var blocks: [Block] = [.table(table)]
    let lacking = parts.filter(\.items.isEmpty).map(\.label)
    if !lacking.isEmpty {
      let names = Shown.joined(lacking, by: ", ")
      blocks.append(
        .notice(
          Notice(
            .info, Text(nl: "de bron noemt hiervan geen: \(names.nl)", en: "the source names none of: \(names.en)")))
      )
    }
    let citations = [study.source, study.what.source] + (study.course + study.effects + study.tips).map(\.source)
    blocks.append(try library.sources(citations, context))
    return Output(blocks)
  }
}
