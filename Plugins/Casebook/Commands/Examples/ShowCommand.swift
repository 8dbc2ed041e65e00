import WorkbenchKit

/// `casus show X`: one example, question by question, each answer with its lines.
struct ShowCommand: Command {
  struct Arguments: Sendable {
    let example = Argument("case", .named(.shelved), about: Text(nl: "welk voorbeeld", en: "which example"))
    let question = Argument(
      flag: "question", .named(.question), about: Text(nl: "alleen deze vraag", en: "this question only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus show", aliases: ["casus toon"],
    summary: Text(nl: "toon één voorbeeld, vraag voor vraag", en: "show one example, question by question"),
    details: Text(
      nl:
        "In onze woorden, met de regels van de bron. 'niet in de bron' is wat de bron niet zegt; wat sindsdien veranderde staat erbij.",
      en:
        "In our words, with the lines of the source. 'not in the source' is what the source does not say; what changed since stands beside it."
    ),
    next: [
      FollowUp("casus near {case}", Text(nl: "wat erop lijkt", en: "what resembles it")),
      FollowUp("casus lessons", Text(nl: "voorwaarden en open punten", en: "conditions and open points")),
    ],
    examples: [
      .init("casus show stadsdorp-zuid", Text(nl: "een burgercoöperatie", en: "a co-operative of citizens")),
      .init(
        "casus show stadsdorp-zuid --question staff",
        Text(nl: "wat de bron niet zegt", en: "what the source does not say")),
      .init(
        "casus show stadsdorp-noord", Text(nl: "een voorbeeld dat er niet is", en: "an example that is not there"),
        failsWith: "case.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let one = try given.example.item(in: context)
    let only = try given.question?.item(in: context).id
    let sheet = try ExampleSheet(one, in: context)
    let rows = sheet.rows.filter { only == nil || $0.question == only }
    let shown = rows.isEmpty ? [sheet.missing(only ?? "")] : rows
    var blocks: [Block] = []
    if only == nil { blocks.append(.heading(Heading(one.label, level: 2, under: Self.under(one)))) }
    let firsts = shown.indices.filter { $0 == 0 || shown[$0].question != shown[$0 - 1].question }
    let table = ExampleSheet.table(shown, context)
    blocks.append(.table(only == nil && one.record != nil ? table.atAGlance(rows: firsts) : table))
    if only == nil {
      let facts = sheet.facts
      if !facts.isEmpty { blocks.append(.table(ExampleSheet.table(facts, context))) }
      blocks += sheet.remarks
    }
    if !sheet.citations.isEmpty {
      blocks.append(try context.knowledge.sources(only == nil ? sheet.citations : shown.map(\.citation), in: context))
    }
    return Output(blocks)
  }

  private static func under(_ one: ShelvedCase) -> Text {
    guard let record = one.record else { return one.kind.label }
    let year =
      record.hasBegun ? Text(nl: "sinds \(record.year)", en: "since \(record.year)") : .verbatim("\(record.year)")
    return .joined([record.kind.label, record.place, year], by: " · ")
  }
}
