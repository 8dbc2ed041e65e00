import WorkbenchKit

/// `kring new NAME`: a circle to work in.
struct CircleNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe de kring heet", en: "what the circle is called"))
    let themes = Argument(
      flags: "theme", .named(.theme), about: Text(nl: "thema's van de kring", en: "themes of the circle"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring new", aliases: ["kring nieuw"],
    summary: Text(nl: "begin een leerkring", en: "begin a learning circle"),
    changesWorkspace: true,
    next: [
      FollowUp(
        "kring role add gemeente,corporatie,zorgaanbieder,bewoners",
        Text(nl: "wie er aan tafel zit", en: "who is at the table"))
    ],
    examples: [
      .init("kring new 'Leerkring Wilgendal'", Text(nl: "een kring", en: "a circle")),
      .init("kring new '...'", Text(nl: "geen naam", en: "no name"), failsWith: "name.unusable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let id = try given.checking(\.name) { try Slug.demand($0) }
    try Vocabulary<Circle>.circle.demandFree(id, among: context.workspace.circles, at: given.place(of: \.name))
    var circle = Circle(id: id, title: given.name.split(separator: " ").joined(separator: " "))
    circle.themes = try given.themes.map { try $0.item(in: context).id }
    context.workspace.store(circle)
    try context.workspace.use(circle)
    return Output(try CircleSheet.blocks(circle, context))
  }
}
