import WorkbenchKit

/// `instrument weigh key=points… --by ROLE`: how much a role lets each criterion count.
struct InstrumentWeighCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .argument(
          "weights", .pair, repeated: true, about: Text(nl: "CRITERIUM=GEWICHT", en: "CRITERION=WEIGHT"),
          candidates: { _ in AdviceCriterion.allCases.map { Candidate($0.id + "=", $0.label) } }),
        SheetParameters.by, SheetParameters.name,
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    var circle = try CircleAnswers(context.workspace)
    let role = try SheetParameters.role(call) ?? CircleAnswers.usual
    let name = SheetParameters.name(call)
    let given = try AdviceWeights.read(call, "weights")
    circle[name, role].weights.merge(given) { $1 }
    _ = try AdviceWeights.shares(circle[name, role].weights, at: call.place(of: "weights"))
    circle.store(in: context.workspace)
    let roles = circle.roles(name).filter { !$0.sheet.weights.isEmpty }
    let group = try AdviceWeights.group(roles.map(\.sheet.weights), at: call.place)
    let each = try roles.map { try AdviceWeights.shares($0.sheet.weights, at: call.place) }
    return Output(
      Table(
        title: Text(nl: "Gewichten", en: "Weights"),
        columns: [
          .texts("criterion", AdviceCriterion.allCases.map(\.id), label: Text(nl: "criterium", en: "criterion")),
          .numbers("weight", group, label: Text(nl: "groep", en: "group"), format: .decimals(3)),
        ]
          + zip(roles, each).map { role, weights in
            .numbers(role.role == CircleAnswers.usual ? "own" : role.role, weights, format: .decimals(3))
          }))
  }
}
