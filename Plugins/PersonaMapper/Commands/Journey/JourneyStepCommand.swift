import WorkbenchKit

/// `journey step JOURNEY STAGE WORDS`: adds a step, or changes one.
struct JourneyStepCommand: Command {
  /// Whether a step was meant, and whether it happened.
  enum Happening: String, ArgumentChoice {
    case planned, actual, both

    static let usual = Happening.planned
    var about: Text? {
      switch self {
      case .planned: Text(nl: "bedoeld", en: "meant to be")
      case .actual: Text(nl: "gebeurd, niet bedoeld", en: "happened, not meant")
      case .both: Text(nl: "bedoeld en gebeurd", en: "meant and happened")
      }
    }
  }

  struct Arguments: Sendable {
    let journey = Argument.journey
    let stage = Argument(
      "stage", .words, about: Text(nl: "de fase", en: "the stage"),
      candidates: { context in
        ((try? context.workspace.currentSet())?.journeys.allStages ?? []).map { Candidate($0.id, $0.name) }
      })
    let doing = Argument(optional: "doing", .words, about: Text(nl: "wat er gebeurt", en: "what happens"))
    let id = Argument(
      flag: "id", .words,
      about: Text(nl: "de stap die wijzigt, of een korte naam", en: "the step to change, or a short name"))
    let touchpoint = Argument(
      flag: "touchpoint", .words,
      about: Text(nl: "waar mens en dienst elkaar raken", en: "where person and service meet"))
    let channel = Argument(flag: "channel", .channel, about: Text(nl: "langs welk kanaal", en: "by which channel"))
    let actor = Argument(
      flag: "actor", .role, about: Text(nl: "wie het doet; anders de persona", en: "who does it; else the persona"))
    let receiver = Argument(
      flag: "receiver", .role,
      about: Text(
        nl: "aan wie of met wie: een partij, of de persona", en: "to whom or with whom: a party, or the persona"))
    let thinking = Argument(
      flag: "thinking", .words, about: Text(nl: "wat de persona denkt", en: "what the persona thinks"))
    let feeling = Argument(
      flag: "feeling", .integer(-2...2),
      about: Text(nl: "-2 heel slecht tot en met 2 heel goed", en: "-2 very bad through 2 very good"))
    let expectation = Argument(
      flag: "expectation", .words, about: Text(nl: "wat de persona verwacht", en: "what the persona expects"))
    let pain = Argument(flag: "pain", .words, about: Text(nl: "wat er wringt", en: "what hurts"))
    let opportunity = Argument(
      flag: "opportunity", .words, about: Text(nl: "wat er beter kan", en: "what can be better"))
    let owner = Argument(
      flag: "owner", .party, about: Text(nl: "de partij die de stap draagt", en: "the party that carries the step"))
    let truth = Argument(toggle: "truth", about: Text(nl: "een moment van de waarheid", en: "a moment of truth"))
    let after = Argument(
      flag: "after", .named(.step),
      about: Text(nl: "zet de stap direct na deze stap", en: "put the step right behind this step"))
    let happening = Argument(
      flag: "as", .choice(Happening.self),
      about: Text(
        nl: "bedoeld, gebeurd of beide; een nieuwe stap is bedoeld",
        en: "meant, happened or both; a new step is meant"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey step",
    aliases: ["journey stap"],
    summary: Text(nl: "voeg een stap toe aan een fase, of wijzig er een", en: "add a step to a stage, or change one"),
    details: Text(
      nl:
        "Met --id van een stap die er is wijzigt die; wat niet genoemd wordt blijft. Stappen volgen elkaar op zoals zij getypt zijn: een stap "
        + "in een fase die al voorbij is, gaat naar die fase terug. Met --after komt de stap op een andere plaats. Een fase die er nog niet "
        + "is komt achteraan.",
      en:
        "With the --id of a step that is there it changes that one; what is not named stays. Steps follow each other as they were typed: a "
        + "step in a stage that is past goes back to that stage. With --after the step gets another place. A stage that is not there comes "
        + "last."
    ),
    changesWorkspace: true,
    examples: [
      .init(
        "journey step bezoek boeken 'belt de centrale' --channel telephone --feeling -1 --owner vervoerder",
        Text(nl: "een stap met een gevoel", en: "a step with a feeling")),
      .init(
        "journey step bezoek boeken 'krijgt een bevestiging' --after s1",
        Text(nl: "een stap ertussen", en: "a step in between")),
      .init(
        "journey step bezoek boeken bellen --feeling 3", Text(nl: "beter dan heel goed", en: "better than very good"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let place = try given.journey.index(among: set.journeys)
    var journey = set.journeys[place]
    let stageID = try Slug.demand(given.stage, at: given.place(of: \.stage))
    var notices: [Block] = []
    let asked = try given.id.map { try Slug.demand($0, at: given.place(of: \.id)) }
    let held = asked.flatMap { id in journey.steps.first { $0.id == id } }
    if let asked, held == nil {
      for stage in journey.stages {
        try Vocabulary.step.demandFree(asked, among: stage.$steps, at: given.place(of: \.id))
      }
    }
    var step = held ?? JourneyStep(id: asked ?? journey.freeStepID)
    Self.apply(given, to: &step)
    // Whose journey it is does what nobody else is said to do.
    if let persona = set.persona(journey.persona), let actor = step.actor, persona.isCalled(actor) { step.actor = nil }
    if step.doing == nil, step.touchpoint == nil {
      throw Diagnostic(
        "step.empty", Text(nl: "de stap zegt niet wat er gebeurt", en: "the step does not say what happens"),
        wayOut: Text(
          nl: "zet het achter de fase, of geef --touchpoint", en: "put it behind the stage, or give --touchpoint"))
    }
    notices += try Self.place(step, stageID, given, in: &journey)
    set.journeys[place] = journey
    context.workspace.store(set)
    return Output([.table(JourneyTables.steps(journey, context))] + notices)
  }

  /// Puts a step where it belongs, and says what may not have been meant.
  private static func place(
    _ step: JourneyStep, _ stageID: String, _ given: Given<Arguments>, in journey: inout Journey
  ) throws -> [Block] {
    let known = journey.stages.first {
      $0.id == stageID || Slug.of($0.name.nl) == stageID || Slug.of($0.name.en) == stageID
    }
    let stage = known ?? Journey.Stage(id: stageID, name: .verbatim(given.stage))
    let after = try given.after?.item(among: journey.steps).id
    if let after, after == step.id {
      throw Diagnostic(
        "step.after",
        Text(nl: "een stap kan niet na zichzelf komen", en: "a step cannot stand behind itself")
      ).at(given.place(of: \.after))
    }
    if after == nil, let held = journey.place(ofStep: step.id), journey.stages[held.stage].id == stage.id {
      journey.stages[held.stage].steps[held.place] = step
      return []
    }
    journey.remove(step: step.id)
    if let after {
      journey.add(step, in: stage, after: after)
    } else if let earlier = journey.add(step, in: stage), let last = earlier.steps.last {
      return [
        .info(
          nl:
            "de reis gaat hier terug naar '\(stage.name.nl)'; hoort de stap bij het eerdere deel, geef dan --after \(last.id)",
          en:
            "here the journey goes back to '\(stage.name.en)'; where the step belongs to the earlier part, give --after \(last.id)"
        )
      ]
    }
    if known == nil, let near = NearestWord.best(stageID, among: journey.stages.map(\.id).filter { $0 != stageID }) {
      return [
        .caution(
          nl: "'\(stageID)' is een nieuwe fase naast '\(near)'; was die bedoeld, dan helpt 'undo'",
          en: "'\(stageID)' is a new stage beside '\(near)'; if that one was meant, 'undo' helps")
      ]
    }
    return []
  }

  private static func apply(_ given: Given<Arguments>, to step: inout JourneyStep) {
    let texts: [(KeyPath<Arguments, Argument<String?>>, WritableKeyPath<JourneyStep, Text?>)] = [
      (\.touchpoint, \.touchpoint), (\.doing, \.doing), (\.thinking, \.thinking), (\.expectation, \.expectation),
      (\.pain, \.pain), (\.opportunity, \.opportunity),
    ]
    for (argument, text) in texts where given.has(argument) {
      step[keyPath: text] = .typed(given[dynamicMember: argument])
    }
    if let channel = given.channel { (step.channel, step.channelCode) = (Channel.read(channel), nil) }
    if let actor = given.actor { step.actor = actor }
    if let receiver = given.receiver { step.receiver = receiver }
    if let owner = given.owner { step.owner = owner }
    if let feeling = given.feeling { step.feeling = feeling }
    if given.truth { step.isMomentOfTruth = true }
    if let happening = given.happening {
      (step.isPlanned, step.isActual) = (happening != .actual, happening != .planned)
    }
  }
}
