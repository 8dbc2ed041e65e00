import WorkbenchKit

/// `instrument weigh key=points… --by ROLE`: how much a role lets each criterion count.
struct InstrumentWeighCommand: Command {
  struct Arguments: Sendable {
    let weights = Argument(
      list: "weights", .pair(.value.stating(.number(0...1e15))),
      about: Text(nl: "CRITERIUM=GEWICHT", en: "CRITERION=WEIGHT"),
      candidates: { _ in AdviceCriterion.allCases.map { Candidate($0.id + "=", $0.label) } })
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    // What a role does not weigh keeps its usual weight.
    Ballot(sharing: arguments.weights, of: arguments.speaker.by, silenceIsNought: false)
  }

  var signature: Signature {
    Signature(
      "instrument weigh", aliases: ["instrument weeg"],
      summary: Text(
        nl: "leg vast hoe zwaar een rol elk criterium laat tellen", en: "keep how much a role lets each criterion count"
      ),
      details: Text(
        nl:
          "Criteria: rule (stijl), ambition, level, domain, task, new, time, parties. Wat een rol niet noemt houdt zijn gewone gewicht. Voor de "
          + "groep geldt het meetkundig gemiddelde van de rollen.",
        en:
          "Criteria: rule (style), ambition, level, domain, task, new, time, parties. What a role does not name keeps its usual weight. For the "
          + "group the geometric mean of the roles holds."),
      changesWorkspace: true,
      examples: [
        .init(
          "instrument weigh rule=.5 domain=.4 --by wethouder",
          Text(nl: "de wethouder let op de stijl", en: "the alderman looks at the style")),
        .init(
          "instrument weigh rule=-1", Text(nl: "een gewicht onder nul", en: "a weight below nought"),
          failsWith: "weights.negative"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try CircleAnswers(context.workspace)
    let name = given.speaker.caseName
    try given.checking(\.weights) { typed in
      var sheet = circle[name, given.speaker.role]
      sheet.weights.merge(try AdviceWeights.read(typed)) { $1 }
      _ = try AdviceWeights.shares(sheet.weights)
      circle[name, given.speaker.role] = sheet
    }
    try circle.store(in: context.workspace)
    let roles = circle.roles(name).filter { !$0.sheet.weights.isEmpty }
    let group = try AdviceWeights.group(roles.map(\.sheet.weights))
    let each = try roles.map { try AdviceWeights.shares($0.sheet.weights) }
    let table = Table(
      title: Text(nl: "Gewichten", en: "Weights"),
      columns: [
        .texts("criterion", AdviceCriterion.allCases.map(\.id), label: Text(nl: "criterium", en: "criterion")),
        .texts("label", AdviceCriterion.allCases.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .numbers("weight", group, label: Text(nl: "groep", en: "group"), format: .decimals(3)),
      ]
        + zip(roles, each).map { role, weights in
          .numbers(role.role == CircleAnswers.usual ? "own" : role.role, weights, format: .decimals(3))
        })
    return Output([.table(table)] + circle.remarks)
  }
}
