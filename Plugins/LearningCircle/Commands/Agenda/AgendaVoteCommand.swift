import WorkbenchKit

/// `agenda vote ITEM=DOTS… --by ROLE`: the circle weighs the items; alone it shows their order.
struct AgendaVoteCommand: Command {
  struct Arguments: Sendable {
    let dots = Argument(
      list: "dots", .pair(.value.stating(.integer(DotWords.range))), required: false,
      about: Text(nl: "punt=stippen", en: "item=dots"), candidates: DotWords.candidates(.item))
    let by = Argument(flag: "by", .circleRole, about: Text(nl: "de rol die stemt", en: "the role that votes"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(sharing: arguments.dots, of: arguments.by) }

  let signature = Signature(
    "agenda vote", aliases: ["agenda stem"],
    summary: Text(nl: "verdeel stippen over agendapunten, per rol", en: "share dots over agenda items, role by role"),
    details: Text(
      nl:
        "Een rol stemt in één keer; opnieuw stemmen vervangt haar stippen. Elke rol telt even zwaar. Zonder stippen de volgorde.",
      en: "A role votes at once; voting again replaces its dots. Each role counts the same. Without dots the order."),
    changesWorkspace: true,
    next: [FollowUp("agenda fit", Text(nl: "wat er in de tijd past", en: "what fits in the time"))],
    examples: [
      .init("agenda vote crisis=3 opgave=2 --by gemeente", Text(nl: "vijf stippen", en: "five dots")),
      .init("agenda vote", Text(nl: "de volgorde", en: "the order")),
      .init(
        "agenda vote crisis=-1 --by gemeente", Text(nl: "minder dan niets", en: "less than nothing"),
        failsWith: "vote.dots"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let items = circle.agenda(circle.openMeeting?.date)
    if !given.dots.isEmpty {
      guard let by = given.by else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie stemt er?", en: "who votes?"),
          wayOut: Text(nl: "noem de rol met --by", en: "name the role with --by"), suggestion: "--by",
          place: given.place(of: \.dots))
      }
      circle.votes[try circle.voter(by, at: given.place(of: \.by))] = try DotWords.read(given.dots, .item, among: items)
      context.workspace.store(circle)
    }
    return Output(try AgendaTables.votes(items, circle, context))
  }
}
