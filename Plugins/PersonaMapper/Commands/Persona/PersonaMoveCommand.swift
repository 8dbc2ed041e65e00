import WorkbenchKit

/// `persona move PERSONA X Y`: lays a persona on the two axes, which is the group's own work.
struct PersonaMoveCommand: UntypedCommand {
  let signature = Signature(
    "persona move", aliases: ["persona verplaats"],
    summary: Text(nl: "leg een persona op de twee assen", en: "lay a persona on the two axes"),
    details: Text(
      nl: "-1 is het lage eind van een as, 1 het hoge. Wat de bron in woorden zegt, blijft bewaard.",
      en: "-1 is the low end of an axis, 1 the high end. What the source says in words is kept."),
    parameters: [
      SetParameters.persona(), .argument("x", .number(-1...1), about: Text(nl: "liggende as", en: "axis across")),
      .argument("y", .number(-1...1), about: Text(nl: "staande as", en: "axis upwards")),
    ],
    changesWorkspace: true,
    examples: [
      .init("persona move guus -0.8 0.6", Text(nl: "links en hoog", en: "left and high")),
      .init("persona move guus 2 0", Text(nl: "buiten de as", en: "off the axis"), failsWith: "argument.range"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let index = try call.one("persona", .persona, in: set.personas)
    set.personas[index].x.position = call.number("x")
    set.personas[index].y.position = call.number("y")
    Holdings.store(set, context)
    return Output(PersonaMap(set).blocks(context))
  }
}
