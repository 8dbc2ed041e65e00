import WorkbenchKit

/// `stelling add ID TEXT`: something to agree with or not.
struct StatementAddCommand: Command {
  struct Arguments: Sendable {
    let id = Argument("id", .words, about: Text(nl: "een kort woord", en: "a short word"))
    let text = Argument("text", .words, about: Text(nl: "de stelling", en: "the statement"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling add", aliases: ["stelling bij"],
    summary: Text(nl: "voeg een stelling toe", en: "add a statement"),
    changesWorkspace: true,
    next: [
      FollowUp("stelling say {id}=4 --by gemeente", Text(nl: "wat een rol ervan vindt", en: "what a role thinks of it"))
    ],
    examples: [
      .init("stelling add regie 'de gemeente hoort de regie te voeren'", Text(nl: "een stelling", en: "a statement")),
      .init("stelling add '..' 'zomaar'", Text(nl: "geen naam", en: "no name"), failsWith: "name.unusable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let id = try given.checking(\.id) { try Slug.demand($0) }
    try Vocabulary<CircleStatement>.statement.demandFree(id, among: circle.statements, at: given.place(of: \.id))
    circle.statements.append(CircleStatement(id: id, text: .verbatim(given.text)))
    context.workspace.store(circle)
    return Output(StatementListCommand.table(circle, context))
  }
}

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
