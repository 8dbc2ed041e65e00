import WorkbenchKit

/// `journey step JOURNEY STAGE WORDS`: adds a step, or changes one.
struct JourneyStepCommand: UntypedCommand {
  let signature = Signature(
    "journey step", aliases: ["journey stap"],
    summary: Text(nl: "voeg een stap toe aan een fase, of wijzig er een", en: "add a step to a stage, or change one"),
    details: Text(
      nl:
        "Met --id van een stap die er is wijzigt die; wat niet genoemd wordt blijft. Een fase die er nog niet is komt achteraan.",
      en:
        "With the --id of a step that is there it changes that one; what is not named stays. A stage that is not there comes last."
    ),
    parameters: [
      SetParameters.journey(),
      .argument(
        "stage", about: Text(nl: "de fase", en: "the stage"),
        candidates: { context in
          ((try? Holdings.current(context))?.journeys.flatMap(\.stages) ?? []).map { Candidate($0.id, $0.name) }
        }),
      .argument("doing", required: false, about: Text(nl: "wat er gebeurt", en: "what happens")),
      .flag(
        "id", .text,
        about: Text(nl: "de stap die wijzigt, of een korte naam", en: "the step to change, or a short name")),
      .flag(
        "touchpoint", .text, about: Text(nl: "waar mens en dienst elkaar raken", en: "where person and service meet")),
      .flag(
        "channel", .text, about: Text(nl: "langs welk kanaal", en: "by which channel"),
        candidates: { _ in Channel.known }),
      .flag("actor", .text, about: Text(nl: "wie het doet; anders de persona", en: "who does it; else the persona")),
      .flag("thinking", .text, about: Text(nl: "wat de persona denkt", en: "what the persona thinks")),
      .flag(
        "feeling", .integer(-2...2),
        about: Text(nl: "-2 heel slecht tot en met 2 heel goed", en: "-2 very bad through 2 very good")),
      .flag("expectation", .text, about: Text(nl: "wat de persona verwacht", en: "what the persona expects")),
      .flag("pain", .text, about: Text(nl: "wat er wringt", en: "what hurts")),
      .flag("opportunity", .text, about: Text(nl: "wat er beter kan", en: "what can be better")),
      .flag(
        "owner", .text, about: Text(nl: "de partij die de stap draagt", en: "the party that carries the step"),
        candidates: SetParameters.parties),
      .flag("truth", about: Text(nl: "een moment van de waarheid", en: "a moment of truth")),
      .flag(
        "as",
        .choice([
          Candidate("planned", Text(nl: "bedoeld", en: "meant to be")),
          Candidate("actual", Text(nl: "gebeurd, niet bedoeld", en: "happened, not meant")),
          Candidate("both", Text(nl: "bedoeld en gebeurd", en: "meant and happened")),
        ]),
        about: Text(
          nl: "bedoeld, gebeurd of beide; een nieuwe stap is bedoeld",
          en: "meant, happened or both; a new step is meant")),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "journey step bezoek boeken 'belt de centrale' --channel telephone --feeling -1 --owner vervoerder",
        Text(nl: "een stap met een gevoel", en: "a step with a feeling")),
      .init(
        "journey step bezoek boeken bellen --feeling 3", Text(nl: "beter dan heel goed", en: "better than very good"),
        failsWith: "argument.range"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let place = try call.one("journey", .journey, in: set.journeys)
    var journey = set.journeys[place]
    let stageWords = call.text("stage") ?? ""
    let stageID = try Slug.require(stageWords, at: call.place(of: "stage"))
    var notices: [Block] = []
    let asked = try call.text("id").map { try Slug.require($0, at: call.place(of: "id")) }
    let held = asked.flatMap { id in journey.steps.first { $0.id == id } }
    var step = held ?? JourneyStep(id: asked ?? Self.freeID(journey))
    try Self.apply(call, to: &step)
    // Whose journey it is does what nobody else is said to do.
    if let persona = set.persona(journey.persona), let actor = step.actor, persona.isCalled(actor) { step.actor = nil }
    if step.doing == nil, step.touchpoint == nil {
      throw Diagnostic(
        "step.empty", Text(nl: "de stap zegt niet wat er gebeurt", en: "the step does not say what happens"),
        wayOut: Text(
          nl: "zet het achter de fase, of geef --touchpoint", en: "put it behind the stage, or give --touchpoint"),
        place: call.place)
    }
    if let index = journey.stages.firstIndex(where: {
      $0.id == stageID || Slug.of($0.name.nl) == stageID || Slug.of($0.name.en) == stageID
    }) {
      if held != nil, let same = journey.stages[index].steps.firstIndex(where: { $0.id == step.id }) {
        journey.stages[index].steps[same] = step
      } else {
        for other in journey.stages.indices { journey.stages[other].steps.removeAll { $0.id == step.id } }
        journey.stages[index].steps.append(step)
      }
    } else {
      if let near = NearestWord.best(stageID, among: journey.stages.map(\.id)) {
        notices.append(
          Shown.caution(
            "'\(stageID)' is een nieuwe fase naast '\(near)'; was die bedoeld, dan helpt 'undo'",
            "'\(stageID)' is a new stage beside '\(near)'; if that one was meant, 'undo' helps"))
      }
      for other in journey.stages.indices { journey.stages[other].steps.removeAll { $0.id == step.id } }
      journey.stages.append(.init(id: stageID, name: .verbatim(stageWords), steps: [step]))
    }
    set.journeys[place] = journey
    Holdings.store(set, context)
    return Output([.table(JourneyTables.steps(journey, context))] + notices)
  }

  /// `s1`, `s2`, …: the first that is free.
  static func freeID(_ journey: Journey) -> String {
    let taken = Set(journey.steps.map(\.id))
    var number = taken.count + 1
    while taken.contains("s\(number)") { number += 1 }
    return "s\(number)"
  }

  private static func apply(_ call: Call, to step: inout JourneyStep) throws {
    for (name, path) in JourneyStep.texts where call.has(name) { step[keyPath: path] = try Said.text(call, name) }
    if call.has("channel") { step.channel = call.text("channel").map(Channel.read).flatMap { $0.isEmpty ? nil : $0 } }
    if call.has("actor") { step.actor = try SetParameters.party(call.text("actor"), at: call.place(of: "actor")) }
    if call.has("owner") { step.owner = try SetParameters.party(call.text("owner"), at: call.place(of: "owner")) }
    if let feeling = call.integer("feeling") { step.feeling = feeling }
    if call.flag("truth") { step.isMomentOfTruth = true }
    switch call.text("as") {
    case "planned": (step.isPlanned, step.isActual) = (true, false)
    case "actual": (step.isPlanned, step.isActual) = (false, true)
    case "both": (step.isPlanned, step.isActual) = (true, true)
    default: break
    }
  }
}
