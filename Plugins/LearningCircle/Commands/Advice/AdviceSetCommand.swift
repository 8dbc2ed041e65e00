import WorkbenchKit

/// `advies set ID ANSWER --by ROLE`: what a role does with a piece of advice.
struct AdviceSetCommand: Command {
  struct Arguments: Sendable {
    let advice = Argument("advice", .named(.advice), about: Text(nl: "welk advies", en: "which advice"))
    let answer = Argument(
      "answer", .choice(AdviceAnswer.self), about: Text(nl: "wat ermee gebeurt", en: "what is done with it"))
    let by = Argument<String>.by
  }

  static let arguments = Arguments()

  static var ballot: Ballot? {
    Ballot(
      asking: arguments.answer, about: [.init(arguments.advice)], of: arguments.by,
      scale: ["niet", "later", "deels", "overgenomen"],
      besides: ["onbekend"])
  }

  let signature = Signature(
    "advies set", aliases: ["advies zet"],
    summary: Text(
      nl: "leg vast wat een rol met een advies doet", en: "put down what a role does with a piece of advice"),
    changesWorkspace: true,
    next: [FollowUp("advies matrix", Text(nl: "alle adviezen en rollen", en: "all advice and roles"))],
    examples: [
      .init("advies set loket overgenomen --by gemeente", Text(nl: "overgenomen", en: "taken over")),
      .init(
        "advies set loket misschien --by gemeente",
        Text(nl: "een woord dat er niet is", en: "a word that is not there"), failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let advice = try given.advice.item(in: context)
    let role = circle.canonical(given.by)
    circle.advice[advice.id, default: [:]][role] = given.answer == .withdrawn ? nil : given.answer
    if circle.advice[advice.id]?.isEmpty == true { circle.advice[advice.id] = nil }
    context.workspace.store(circle)
    return Output(try AdviceMatrix(circle, in: context).blocks([advice], context))
  }
}
