import WorkbenchKit

/// `kring dilemma add TEXT`: a dilemma of the circle itself.
struct DilemmaAddCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: Text(nl: "het dilemma", en: "the dilemma"))
    let id = Argument(flag: "id", .words, about: Text(nl: "hoe het heet", en: "what it is called"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring dilemma add", aliases: ["kring dilemma bij"],
    summary: Text(nl: "voeg een eigen dilemma toe", en: "add a dilemma of your own"),
    changesWorkspace: true,
    examples: [
      .init(
        "kring dilemma add 'wie belt na acht uur terug' --id avond",
        Text(nl: "een eigen dilemma", en: "a dilemma of your own")),
      .init(
        "kring dilemma add 'nog een' --id opgave", Text(nl: "een naam die er al is", en: "a name that is taken"),
        failsWith: "dilemma.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let known = try Dilemmas.all(circle, in: context)
    let id =
      try given.id.map { try Slug.demand($0, at: given.place(of: \.id)) }
      ?? Circle.id(of: given.text, among: Set(known.map(\.id)))
    try Vocabulary<KnowledgeTerm>.dilemma.demandFree(id, among: known, at: given.place(of: \.id))
    circle.ownDilemmas.append(OwnDilemma(id: id, text: given.text))
    context.workspace.store(circle)
    return Output(try Dilemmas.table(circle, in: context))
  }
}
