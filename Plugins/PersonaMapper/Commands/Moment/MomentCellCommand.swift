import WorkbenchKit

/// `moment cell MOMENT PERSONA`: what a persona thinks at a moment, and how to respond.
struct MomentCellCommand: Command {
  struct Arguments: Sendable {
    let moment = Argument.moment
    let persona = Argument.persona
    let thinks = Argument(flag: "thinks", .words, about: Text(nl: "zo denken zij", en: "what they think"))
    let respond = Argument(flag: "respond", .words, about: Text(nl: "speel er zo op in", en: "how to respond"))
    let by = Argument(
      flag: "by", .party, about: Text(nl: "de partij die erop inspeelt", en: "the party that responds"))
    let priority = Argument(
      flag: "priority", .integer(1...5), about: Text(nl: "1 kan wachten, 5 eerst", en: "1 can wait, 5 first"))
    let status = Argument(
      flag: "status", .choice(MomentCell.Status.self),
      about: Text(nl: "aangenomen of nagevraagd", en: "assumed or checked"))
    let clear = Argument(toggle: "clear", about: Text(nl: "maak de cel leeg", en: "empty the cell"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "moment cell",
    aliases: ["moment cel"],
    summary: Text(
      nl: "vul in hoe een persona denkt en hoe je erop inspeelt", en: "fill in what a persona thinks and how to respond"
    ),
    details: Text(
      nl: "Wat niet genoemd wordt blijft. Een cel is een aanname tot die is nagevraagd (--status checked).",
      en: "What is not named stays. A cell is an assumption until it is checked (--status checked)."),
    changesWorkspace: true,
    examples: [
      .init(
        "moment cell verhuizen honkvaste-zelfstandigen --thinks 'ik blijf hier' --respond 'help de woning aanpassen' --by corporatie --priority 4",
        Text(nl: "een cel vullen", en: "filling a cell")),
      .init(
        "moment cell verhuizen honkvaste --thinks x", Text(nl: "een halve naam", en: "half a name"),
        failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let moment = try given.moment.item(among: set.moments)
    let persona = try given.persona.item(among: set.personas)
    if given.clear {
      set.cells.removeAll { $0.moment == moment.id && $0.persona == persona.id }
    } else {
      var cell = set.cell(moment.id, persona.id) ?? MomentCell(moment: moment.id, persona: persona.id)
      if given.has(\.thinks) { cell.thinks = Text.typed(given.thinks) }
      if given.has(\.respond) { cell.respond = Text.typed(given.respond) }
      if given.has(\.by) { cell.by = given.by }
      if let priority = given.priority { cell.priority = priority }
      if let status = given.status { cell.status = status }
      guard cell.thinks != nil || cell.respond != nil || cell.priority != nil || cell.by != nil else {
        throw Diagnostic(
          "cell.empty", Text(nl: "de cel zou leeg zijn", en: "the cell would be empty"),
          wayOut: Text(
            nl: "geef --thinks, --respond, --by of --priority", en: "give --thinks, --respond, --by or --priority"))
      }
      set.put(cell)
    }
    context.workspace.store(set)
    var only = set
    only.moments = [moment]
    only.personas = [persona]
    return Output([.matrix(MomentTables.matrix(only, context))])
  }
}
