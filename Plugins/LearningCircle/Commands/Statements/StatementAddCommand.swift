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
