import WorkbenchKit

/// `persona move PERSONA X Y`: lays a persona on the two axes, which is the group's own work.
struct PersonaMoveCommand: Command {
  struct Arguments: Sendable {
    let persona = Argument.persona
    let x = Argument("x", .number(-1...1), about: Text(nl: "liggende as", en: "axis across"))
    let y = Argument("y", .number(-1...1), about: Text(nl: "staande as", en: "axis upwards"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona move",
    aliases: ["persona verplaats"],
    summary: Text(nl: "leg een persona op de twee assen", en: "lay a persona on the two axes"),
    details: Text(
      nl: "-1 is het lage eind van een as, 1 het hoge. Wat de bron in woorden zegt, blijft bewaard.",
      en: "-1 is the low end of an axis, 1 the high end. What the source says in words is kept."),
    changesWorkspace: true,
    examples: [
      .init("persona move guus -0.8 0.6", Text(nl: "links en hoog", en: "left and high")),
      .init("persona move guus 2 0", Text(nl: "buiten de as", en: "off the axis"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let index = try given.persona.index(among: set.personas)
    set.personas[index].x.position = given.x
    set.personas[index].y.position = given.y
    context.workspace.store(set)
    return Output(PersonaMap(set).blocks(context))
  }
}
