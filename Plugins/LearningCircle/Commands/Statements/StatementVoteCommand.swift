import WorkbenchKit

/// `stelling vote ID=DOTS… --by ROLE`: which statements matter most.
struct StatementVoteCommand: Command {
  struct Arguments: Sendable {
    let dots = Argument(
      list: "dots", .pair(.value.stating(.integer(DotWords.range))),
      about: Text(nl: "stelling=stippen", en: "statement=dots"),
      candidates: DotWords.candidates(.statement))
    let by = Argument<String>.by
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(sharing: arguments.dots, of: arguments.by) }

  let signature = Signature(
    "stelling vote", aliases: ["stelling stem"],
    summary: Text(
      nl: "verdeel stippen over stellingen: welke tellen het meest", en: "share dots over statements: which matter most"
    ),
    details: Text(
      nl: "'stelling agree' zet het belang dan uit tegen de overeenstemming.",
      en: "'stelling agree' then sets importance against agreement."),
    changesWorkspace: true,
    examples: [
      .init("stelling vote regie=3 huur=2 --by gemeente", Text(nl: "vijf stippen", en: "five dots")),
      .init(
        "stelling vote regie=-2 --by gemeente", Text(nl: "minder dan niets", en: "less than nothing"),
        failsWith: "vote.dots"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let role = try circle.voter(given.by, at: given.place(of: \.by))
    circle.statementVotes[role] = try DotWords.read(given.dots, .statement, among: circle.statements)
    context.workspace.store(circle)
    let shares = DotShares(circle.statementVotes, of: circle.statements.map(\.id))
    let ranked = circle.statements.enumerated().filter { (shares.dots[$0.element.id] ?? 0) > 0 }.sorted {
      (-shares.share($0.element.id), $0.offset) < (-shares.share($1.element.id), $1.offset)
    }.map(\.element)
    return Output(
      Table(
        title: Text(nl: "Stellingen naar belang", en: "Statements by importance"),
        columns: [
          .texts("statement", ranked.map(\.id), label: Text(nl: "stelling", en: "statement")),
          .numbers(
            "share", ranked.map { shares.share($0.id) }, label: Text(nl: "gemiddeld deel", en: "mean share"),
            unit: .share, format: .share(0)),
          .counts("dots", ranked.map { shares.dots[$0.id] ?? 0 }, label: Text(nl: "stippen", en: "dots")),
        ]))
  }
}
