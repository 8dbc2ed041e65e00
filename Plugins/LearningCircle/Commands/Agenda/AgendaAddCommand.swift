import WorkbenchKit

/// `agenda add TEXT`: a point for the agenda.
struct AgendaAddCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: Text(nl: "waar het over gaat", en: "what it is about"))
    let minutes = Argument(
      flag: "minutes", .integer(1...10_000), default: "15", about: Text(nl: "hoe lang", en: "how long"))
    let id = Argument(flag: "id", .words, about: Text(nl: "hoe het punt heet", en: "what the item is called"))
    let from = Argument(
      flag: "from", .words,
      about: Text(
        nl:
          "waar het van komt: dilemma:ID, gap:GEBIED/RANDVOORWAARDE, moment:ID, scan:SCAN/PUNT, task:ID, decision:ID, "
          + "spiegel:SOORT",
        en: "where it comes from: dilemma:ID, gap:AREA/PRECONDITION, moment:ID, scan:KIND/ITEM, task:ID, decision:ID, "
          + "spiegel:KIND"))
    let level = Argument(flag: "level", .named(.level), about: Text(nl: "niveau van besluit", en: "level of decision"))
    let aim = Argument(flag: "aim", .named(.aim), about: Text(nl: "trede van samenwerking", en: "rung of co-operation"))
    let needs = Argument(
      flags: "needs", .circleRole,
      about: Text(nl: "partijen zonder wie het geen zin heeft", en: "parties without whom it makes no sense"))
    let soon = Argument(toggle: "soon", about: Text(nl: "dit kan snel lukken", en: "this can succeed soon"))
    let must = Argument(toggle: "must", about: Text(nl: "dit moet er zeker op", en: "this has to be on it"))
    let meeting = Argument<CalendarDate?>.meeting
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda add", aliases: ["agenda bij"],
    summary: Text(nl: "zet een punt op de agenda", en: "put an item on the agenda"),
    changesWorkspace: true,
    next: [FollowUp("agenda vote", Text(nl: "stippen, per rol", en: "dots, role by role"))],
    examples: [
      .init(
        "agenda add 'wie belt na acht uur terug' --minutes 25 --id terugbellen --from dilemma:crisis --level operationeel --aim afstemmen --soon",
        Text(nl: "een punt", en: "an item")),
      .init(
        "agenda add 'nog iets' --level hoog", Text(nl: "een niveau dat er niet is", en: "a level that is not there"),
        failsWith: "level.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let taken = Set(circle.items.map(\.id))
    let id =
      try given.id.map { try Slug.demand($0, at: given.place(of: \.id)) }
      ?? given.checking(\.text) { try Circle.id(of: $0, among: taken) }
    try Vocabulary<AgendaItem>.item.demandFree(id, among: circle.items, at: given.place(of: \.id))
    let day = try given.checking(\.meeting) { try $0.map { try circle.meeting($0).date } } ?? circle.openMeeting?.date
    var item = AgendaItem(id: id, text: given.text, minutes: given.minutes, meeting: day)
    item.origin = try given.checking(\.from) { try Origin.checked($0, circle, in: context) }
    item.level = try given.level?.item(in: context).id
    item.aim = try given.aim?.item(in: context).id
    item.needs = given.needs
    item.isSoon = given.soon
    item.isFixed = given.must
    circle.items.append(item)
    context.workspace.store(circle)
    return Output(AgendaTables.of(circle.agenda(day), circle, context))
  }
}
