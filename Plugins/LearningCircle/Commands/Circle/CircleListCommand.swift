import WorkbenchKit

/// `kring list`: the circles of the workspace.
struct CircleListCommand: Command {
  let signature = Signature(
    "kring list", aliases: ["kring lijst"],
    summary: Text(nl: "toon de kringen", en: "list the circles"),
    examples: [.init("kring list", Text(nl: "alle kringen", en: "all circles"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circles = try context.workspace.circles
    let current = try context.workspace.currentCircle?.id
    return Output(
      Table(
        title: Text(nl: "Kringen", en: "Circles"),
        columns: [
          .texts("circle", circles.map(\.id), label: Text(nl: "kring", en: "circle")),
          .texts("title", circles.map(\.title), label: Text(nl: "naam", en: "name")),
          .counts("roles", circles.map(\.roles.count), label: Text(nl: "rollen", en: "roles")),
          .counts("meetings", circles.map(\.meetings.count), label: Text(nl: "bijeenkomsten", en: "meetings")),
          Column(
            "in_use", .booleans(circles.map { $0.id == current }), label: Text(nl: "in gebruik", en: "in use")),
        ]))
  }
}
