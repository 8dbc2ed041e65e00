import WorkbenchKit

/// `journey check`: what a journey leaves open.
struct JourneyCheckCommand: Command {
  struct Arguments: Sendable {
    let journey = Argument.onlyJourney
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey check",
    aliases: ["journey controleer"],
    summary: Text(
      nl: "zoek stappen die niemand draagt, doodlopende fasen, ongewenste kanalen en dieptepunten zonder kans op beter",
      en: "find steps of nobody, dead ends, unwanted channels and lows without an opportunity"),
    details: Text(
      nl:
        "no_owner: niemand draagt de stap. dead_end: een fase zonder stap, of een reis die in een dieptepunt eindigt. unwanted_channel: een "
        + "kanaal dat de persona niet wil, of een ander dan zij graag heeft. not_taken: bedoeld en niet gebeurd, waar van andere stappen wel "
        + "bekend is dat ze gebeurden. low: een gevoel onder nul zonder kans op beter.",
      en:
        "no_owner: nobody carries the step. dead_end: a stage without a step, or a journey that ends in a low. unwanted_channel: a channel "
        + "that the persona does not want, or another than it likes. not_taken: planned and not taken, where other steps are known to have "
        + "happened. low: a feeling below nought without an opportunity."),
    examples: [
      .init("journey check bezoek", Text(nl: "één reis", en: "one journey")),
      .init(
        "journey check bezoekje", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "journey.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let isOne = given.journey != nil || set.journeys.isEmpty
    let journeys = isOne ? [try set.journey(given.journey)] : set.journeys
    let findings = journeys.flatMap { JourneyFindings.of($0, set) }
    let table = Table(
      columns: [
        .texts("journey", findings.map(\.journey), label: Text(nl: "reis", en: "journey")).asDetail(
          journeys.count == 1),
        .texts("stage", findings.map(\.stage), label: Text(nl: "fase", en: "stage"), in: context),
        .texts("step", findings.map(\.step), label: Text(nl: "stap", en: "step")),
        .texts("finding", findings.map(\.kind), label: Text(nl: "bevinding", en: "finding")).asDetail(),
        .texts("about", findings.map(\.about), label: Text(nl: "wat", en: "what"), in: context),
      ])
    var facts = Facts(isDetail: true)
    for kind in JourneyFindings.kinds { facts.add(kind, findings.count { $0.kind == kind }) }
    if findings.isEmpty {
      let checked = Text.counted(
        journeys.count, Text(nl: "reis", en: "journey"), Text(nl: "reizen", en: "journeys"))
      return Output([
        .info(nl: "niets gevonden: \(checked.nl) nagelopen", en: "nothing found: \(checked.en) checked"), .facts(facts),
      ])
    }
    return Output([.table(table), .facts(facts)])
  }
}

/// What a journey leaves open.
enum JourneyFindings {
  static let kinds = ["no_owner", "dead_end", "unwanted_channel", "not_taken", "low"]

  struct Finding {
    let journey: String
    let stage: Text
    let step: String?
    let kind: String
    let about: Text
  }

  static func of(_ journey: Journey, _ set: PersonaSet) -> [Finding] {
    var findings: [Finding] = []
    let persona = set.persona(journey.persona)
    let isLived = journey.steps.contains(where: \.isActual)
    func add(_ stage: Journey.Stage, _ step: JourneyStep?, _ kind: String, _ about: Text) {
      findings.append(Finding(journey: journey.id, stage: stage.name, step: step?.id, kind: kind, about: about))
    }
    for stage in journey.phases {
      if stage.steps.isEmpty {
        add(stage, nil, "dead_end", Text(nl: "geen stap in deze fase", en: "no step in this stage"))
      }
      for step in stage.steps {
        let words = step.label
        if step.owner == nil {
          add(stage, step, "no_owner", Text(nl: "van niemand: \(words.nl)", en: "nobody's: \(words.en)"))
        }
        if let channel = step.channel, let persona {
          let label = Channel.label(channel)
          if persona.avoids.contains(channel) {
            add(
              stage, step, "unwanted_channel",
              Text(
                nl: "\(persona.name.nl) wil dit kanaal niet: \(label.nl)",
                en: "\(persona.name.en) does not want this channel: \(label.en)"))
          } else if !persona.wants.isEmpty, !persona.wants.contains(channel),
            ["digital", "telephone", "desk", "home"].contains(channel)
          {
            add(
              stage, step, "unwanted_channel",
              Text(
                nl: "\(persona.name.nl) heeft liever een ander kanaal dan: \(label.nl)",
                en: "\(persona.name.en) prefers another channel to: \(label.en)"))
          }
        }
        if isLived, step.isPlanned, !step.isActual {
          add(
            stage, step, "not_taken",
            Text(nl: "bedoeld, niet gebeurd: \(words.nl)", en: "planned, not taken: \(words.en)"))
        }
        if let feeling = step.feeling, feeling < 0, step.opportunity == nil {
          add(
            stage, step, "low",
            Text(
              nl: "gevoel \(feeling) zonder kans op beter: \(words.nl)",
              en: "feeling \(feeling) without an opportunity: \(words.en)"))
        }
      }
    }
    if let last = journey.walk.last, let feeling = last.step.feeling, feeling < 0 {
      add(
        last.stage, last.step, "dead_end",
        Text(nl: "de reis eindigt in een dieptepunt", en: "the journey ends in a low"))
    }
    return findings
  }
}
