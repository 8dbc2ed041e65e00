import WorkbenchKit

/// `stelling list`: the statements of the circle.
struct StatementListCommand: Command {
  let signature = Signature(
    "stelling list", aliases: ["stelling lijst"],
    summary: Text(nl: "toon de stellingen", en: "list the statements"),
    examples: [.init("stelling list", Text(nl: "alle stellingen", en: "all statements"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    guard !circle.statements.isEmpty else {
      return Output([
        .info(
          nl: "nog geen stelling; 'stelling add ID TEKST', of 'stelling use waakvlam-2020'",
          en: "no statement yet; 'stelling add ID TEXT', or 'stelling use waakvlam-2020'")
      ])
    }
    let sources = circle.statements.compactMap(\.source)
    return Output(
      [.table(Self.table(circle, context))]
        + (sources.isEmpty ? [] : [try context.knowledge.sources(sources, in: context)]))
  }

  static func table(_ circle: Circle, _ context: Context) -> Table {
    Table(
      title: Text(nl: "Stellingen", en: "Statements"),
      columns: [
        .texts("statement", circle.statements.map(\.id), label: Text(nl: "stelling", en: "statement")),
        .texts("text", circle.statements.map(\.text), label: Text(nl: "wat", en: "what"), in: context),
        .texts("kind", circle.statements.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context),
      ])
  }
}
