import WorkbenchKit

/// `arrangement show [AREA]`: the arrangement on one page.
struct ArrangementShowCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "arrangement show", aliases: ["arrangement toon"],
    summary: Text(nl: "toon een arrangement op één bladzijde", en: "show an arrangement on one page"),
    parameters: [ArrangementParameters.area(required: false)],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    Output(try ArrangementParameters.one(call, catalogue, context).blocks(catalogue, context))
  }
}
