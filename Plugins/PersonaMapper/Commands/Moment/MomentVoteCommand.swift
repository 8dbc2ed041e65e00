import WorkbenchKit

/// `moment vote MOMENT=DOTS… --by ROLE`: the circle weighs the moments.
struct MomentVoteCommand: UntypedCommand {
  let signature = Signature(
    "moment vote", aliases: ["moment stem"],
    summary: Text(
      nl: "verdeel stippen over de sleutelmomenten, per rol", en: "share dots over the key moments, role by role"),
    details: Text(
      nl:
        "Een rol stemt in één keer; opnieuw stemmen vervangt haar stippen. Elke rol telt even zwaar, hoeveel stippen ze ook heeft.",
      en: "A role votes at once; voting again replaces its dots. Each role counts the same, however many dots it has."),
    parameters: [
      .argument(
        "dots", .pair, repeated: true, about: Text(nl: "moment=stippen", en: "moment=dots"),
        candidates: { context in
          SetParameters.moments(context).map { Candidate("\($0.word)=", $0.about) }
        }),
      Parameter(
        "by", .text, position: .flag, required: true, about: Text(nl: "de rol die stemt", en: "the role that votes"),
        candidates: SetParameters.parties),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "moment vote verhuizen=3 partner-weg=2 --by gemeente",
        Text(nl: "vijf stippen van de gemeente", en: "five dots of the municipality")),
      .init(
        "moment vote verhuizen=-1 --by gemeente", Text(nl: "minder dan niets", en: "less than nothing"),
        failsWith: "vote.dots"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let role = try SetParameters.party(call.text("by"), at: call.place(of: "by")) ?? ""
    set.votes[role] = try Dots.read(call, "dots", Kind.moment, in: set.moments)
    Holdings.store(set, context)
    return Output(MomentRankCommand.blocks(set, context))
  }
}

/// Dots as they are typed.
enum Dots {
  /// - Throws: `vote.dots`, `vote.none`, and what naming an unknown item throws.
  static func read<Item: Named>(_ call: Call, _ name: String, _ kind: Kind, in items: [Item]) throws -> [String: Int] {
    var dots: [String: Int] = [:]
    for (key, value, place) in call.pairs(name) {
      let item = items[try kind.place(of: key, in: items, at: place)]
      guard let count = value.number.flatMap({ Int(exactly: $0) }) ?? Int(value.plain), (0...1_000).contains(count)
      else {
        throw Diagnostic(
          "vote.dots", Text(nl: "'\(value.plain)' is geen aantal stippen", en: "'\(value.plain)' is no number of dots"),
          wayOut: Text(nl: "geef 0 of meer, zoals \(item.id)=3", en: "give 0 or more, such as \(item.id)=3"),
          place: place)
      }
      dots[item.id, default: 0] += count
    }
    guard dots.values.contains(where: { $0 > 0 }) else {
      throw Diagnostic(
        "vote.none", Text(nl: "er staat geen stip bij", en: "there is no dot in it"),
        wayOut: Text(nl: "geef NAAM=STIPPEN", en: "give NAME=DOTS"), place: call.place)
    }
    return dots
  }
}
