import WorkbenchKit

/// `moment vote MOMENT=DOTS… --by ROLE`: the circle weighs the moments.
struct MomentVoteCommand: Command {
  struct Arguments: Sendable {
    let dots = Argument(
      list: "dots", .pair(.value.stating(.integer(Dots.range))), about: Text(nl: "moment=stippen", en: "moment=dots"),
      candidates: Dots.candidates(.moment))
    let by = Argument(requiredFlag: "by", .party, about: Text(nl: "de rol die stemt", en: "the role that votes"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(sharing: arguments.dots, of: arguments.by) }

  let signature = Signature(
    "moment vote",
    aliases: ["moment stem"],
    summary: Text(
      nl: "verdeel stippen over de sleutelmomenten, per rol", en: "share dots over the key moments, role by role"),
    details: Text(
      nl:
        "Een rol stemt in één keer; opnieuw stemmen vervangt haar stippen. Elke rol telt even zwaar, hoeveel stippen ze ook heeft.",
      en: "A role votes at once; voting again replaces its dots. Each role counts the same, however many dots it has."),
    changesWorkspace: true,
    next: [
      FollowUp("moment rank", Text(nl: "de momenten op volgorde van de stippen", en: "the moments by their dots"))
    ],
    examples: [
      .init(
        "moment vote verhuizen=3 partner-weg=2 --by gemeente",
        Text(nl: "vijf stippen van de gemeente", en: "five dots of the municipality")),
      .init(
        "moment vote verhuizen=-1 --by gemeente", Text(nl: "minder dan niets", en: "less than nothing"),
        failsWith: "vote.dots"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    set.votes[given.by] = try Dots.read(given.dots, .moment, among: set.moments)
    context.workspace.store(set)
    return Output(MomentRankCommand.blocks(set, context))
  }
}
