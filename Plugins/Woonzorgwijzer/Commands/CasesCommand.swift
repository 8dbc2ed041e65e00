import WorkbenchKit

/// `wzw cases`: the worked cases of the source, or one of them in full.
struct CasesCommand: Command {
  struct Arguments: Sendable {
    let example = Argument(
      optional: "case", .named(.example), about: Text(nl: "één voorbeeld in het geheel", en: "one case in full"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw cases",
      aliases: ["wzw praktijk"],
      summary: Text(nl: "toon praktijkvoorbeelden uit de bron", en: "show worked cases of the source"),
      examples: [
        .init("wzw cases", Text(nl: "alle voorbeelden", en: "all cases")),
        .init("wzw cases berflo-es", Text(nl: "een woonservicegebied in Hengelo", en: "an area in Hengelo")),
        .init(
          "wzw cases atlantis", Text(nl: "een voorbeeld dat er niet is", en: "a case that is not there"),
          failsWith: "case.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let cases = try context.cases
    if let example = given.example { return try sheet(example.item(among: cases), context) }
    let table = Table(
      title: Text(nl: "Praktijkvoorbeelden", en: "Cases"),
      columns: [
        .texts("case", cases.map(\.id), label: Text(nl: "voorbeeld", en: "case")),
        .texts("label", cases.map(\.label), label: Text(nl: "naam", en: "name"), in: context),
        .texts("what", cases.map(\.what.text), label: Text(nl: "wat", en: "what"), in: context),
        .placesInSource(cases.map(\.source), in: context),
      ])
    return Output([.table(table), try context.knowledge.sources(cases.map(\.source), in: context)])
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
        .texts("about", rows.map(\.0.label), label: Text(nl: "onderdeel", en: "part"), in: context),
        .texts("text", rows.map(\.1), label: Text(nl: "in het kort", en: "in brief"), in: context),
      ])
    var blocks: [Block] = [.table(table)]
    let lacking = parts.filter(\.items.isEmpty).map(\.label)
    if !lacking.isEmpty {
      let names = Text.joined(lacking, by: ", ")
      blocks.append(
        .info(nl: "de bron noemt hiervan geen: \(names.nl)", en: "the source names none of: \(names.en)")
      )
    }
    let citations = [study.source, study.what.source] + (study.course + study.effects + study.tips).map(\.source)
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }
}
