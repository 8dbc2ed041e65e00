import WorkbenchKit

/// `moment cell MOMENT PERSONA`: what a persona thinks at a moment, and how to respond.
struct MomentCellCommand: UntypedCommand {
  let signature = Signature(
    "moment cell", aliases: ["moment cel"],
    summary: Text(
      nl: "vul in hoe een persona denkt en hoe je erop inspeelt", en: "fill in what a persona thinks and how to respond"
    ),
    details: Text(
      nl: "Wat niet genoemd wordt blijft. Een cel is een aanname tot die is nagevraagd (--status checked).",
      en: "What is not named stays. A cell is an assumption until it is checked (--status checked)."),
    parameters: [
      SetParameters.moment(), SetParameters.persona(),
      .flag("thinks", .text, about: Text(nl: "zo denken zij", en: "what they think")),
      .flag("respond", .text, about: Text(nl: "speel er zo op in", en: "how to respond")),
      .flag(
        "by", .text, about: Text(nl: "de partij die erop inspeelt", en: "the party that responds"),
        candidates: SetParameters.parties),
      .flag("priority", .integer(1...5), about: Text(nl: "1 kan wachten, 5 eerst", en: "1 can wait, 5 first")),
      .flag(
        "status",
        .choice([
          Candidate("assumed", Text(nl: "aangenomen", en: "assumed")),
          Candidate("checked", Text(nl: "nagevraagd", en: "checked")),
        ]),
        about: Text(nl: "aangenomen of nagevraagd", en: "assumed or checked")),
      .flag("clear", about: Text(nl: "maak de cel leeg", en: "empty the cell")),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "moment cell verhuizen honkvaste-zelfstandigen --thinks 'ik blijf hier' --respond 'help de woning aanpassen' --by corporatie --priority 4",
        Text(nl: "een cel vullen", en: "filling a cell")),
      .init(
        "moment cell verhuizen honkvaste --thinks x", Text(nl: "een halve naam", en: "half a name"),
        failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let moment = set.moments[try call.one("moment", .moment, in: set.moments)]
    let persona = set.personas[try call.one("persona", .persona, in: set.personas)]
    if call.flag("clear") {
      set.cells.removeAll { $0.moment == moment.id && $0.persona == persona.id }
    } else {
      var cell = set.cell(moment.id, persona.id) ?? MomentCell(moment: moment.id, persona: persona.id)
      if call.has("thinks") { cell.thinks = try Said.text(call, "thinks") }
      if call.has("respond") { cell.respond = try Said.text(call, "respond") }
      if call.has("by") { cell.by = try SetParameters.party(call.text("by"), at: call.place(of: "by")) }
      if let priority = call.integer("priority") { cell.priority = priority }
      if let status = call.text("status").flatMap(MomentCell.Status.init) { cell.status = status }
      guard cell.thinks != nil || cell.respond != nil || cell.priority != nil || cell.by != nil else {
        throw Diagnostic(
          "cell.empty", Text(nl: "de cel zou leeg zijn", en: "the cell would be empty"),
          wayOut: Text(
            nl: "geef --thinks, --respond, --by of --priority", en: "give --thinks, --respond, --by or --priority"),
          place: call.place)
      }
      set.put(cell)
    }
    Holdings.store(set, context)
    var only = set
    only.moments = [moment]
    only.personas = [persona]
    return Output([.matrix(MomentTables.matrix(only, context))])
  }
}
