import WorkbenchKit

/// `spiegel reason list`: why a goal may not be reached.
struct ReasonListCommand: Command {
  let signature = Signature(
    "spiegel reason list", aliases: ["spiegel reden lijst"],
    summary: Text(
      nl: "toon de redenen waarom een doel niet is gehaald", en: "list the reasons why a goal was not reached"),
    next: [FollowUp("spiegel arrangement why", Text(nl: "hoe vaak elk", en: "how often each"))],
    examples: [.init("spiegel reason list", Text(nl: "onze lijst, en eigen redenen", en: "our list, and your own"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    try ReasonTable.output(try context.workspace.goals, in: context)
  }
}

/// `spiegel reason add ID TEXT`: a reason of the circle's own.
struct ReasonAddCommand: Command {
  struct Arguments: Sendable {
    let id = Argument("id", .words, about: Text(nl: "zoals het in het bestand staat", en: "as it stands in the file"))
    let text = Argument("text", .words, about: Text(nl: "wat het betekent", en: "what it means"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel reason add", aliases: ["spiegel reden bij"],
    summary: Text(nl: "voeg een reden van de kring toe", en: "add a reason of the circle's own"),
    changesWorkspace: true,
    examples: [
      .init(
        "spiegel reason add wachtlijst 'er was een wachtlijst'", Text(nl: "een eigen reden", en: "one of your own")),
      .init(
        "spiegel reason add te-kort 'te kort'",
        Text(nl: "een reden die er al is", en: "a reason that is there already"),
        failsWith: "reason.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var list = try context.workspace.goals
    let id = try given.checking(\.id) { try Slug.demand($0) }
    try ShortText.demand(given.text, at: given.place(of: \.text))
    try Vocabulary<KnowledgeTerm>.reason.demandFree(
      id, among: try context.reasons(beside: list.reasons), at: given.place(of: \.id))
    list.reasons.append(OwnReason(id: id, text: given.text))
    context.workspace.store(list)
    return try ReasonTable.output(list, in: context)
  }
}

/// The reasons as a table.
private enum ReasonTable {
  static func output(_ list: GoalList, in context: Context) throws -> Output {
    let given = try context.givenReasons
    let reasons = try context.reasons(beside: list.reasons)
    return Output([
      .table(
        Table(
          title: Text(nl: "Waarom een doel niet is gehaald", en: "Why a goal was not reached"),
          columns: [
            .texts("reason", reasons.map(\.id), label: Text(nl: "zo typt u het", en: "as it is typed")),
            .texts("label", reasons.map(\.label), label: Text(nl: "reden", en: "reason"), in: context),
            .texts(
              "of",
              reasons.indices.map {
                $0 < given.count ? Text(nl: "van ons", en: "ours") : Text(nl: "van de kring", en: "of the circle")
              }, label: Text(nl: "van wie", en: "whose"), in: context),
          ])),
      .info(
        nl: "de bron vraagt waarom en noemt geen redenen: de lijst is van ons",
        en: "the source asks why and names no reasons: the list is ours"),
    ])
  }
}

/// Words of a norm or a reason: a clause, no story.
enum ShortText {
  /// - Throws: `text.story`.
  static func demand(_ text: String, at place: Place?) throws {
    guard text.count > 200 else { return }
    throw Diagnostic(
      "text.story", Text(nl: "deze tekst is langer dan 200 tekens", en: "this text is longer than 200 characters"),
      wayOut: Text(nl: "zeg het in één zin", en: "say it in one sentence"), place: place)
  }
}
