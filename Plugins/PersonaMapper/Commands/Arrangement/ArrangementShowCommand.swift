import WorkbenchKit

/// `arrangement show [AREA]`: the arrangement on one page.
struct ArrangementShowCommand: Command {
  struct Arguments: Sendable {
    let area = Argument(
      optional: "area", .named(.arrangement), about: Text(nl: "het arrangement", en: "the arrangement"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arrangement show",
    aliases: ["arrangement toon"],
    summary: Text(nl: "toon een arrangement op één bladzijde", en: "show an arrangement on one page"),
    examples: [
      .init(
        "arrangement show wilgendal",
        Text(
          nl: "wie, welke momenten, wat, door wie, en wat openstaat",
          en: "who, which moments, what, by whom, and what is open")),
      .init(
        "arrangement show wilgendaal", Text(nl: "een gebied verkeerd getypt", en: "an area mistyped"),
        failsWith: "arrangement.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(try ArrangementSheet(given.area, in: context).blocks(context))
  }
}
