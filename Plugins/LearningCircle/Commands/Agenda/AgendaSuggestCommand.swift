import WorkbenchKit

/// `agenda suggest`: what the workspace itself puts forward, with why.
struct AgendaSuggestCommand: Command {
  struct Arguments: Sendable {
    let take = Argument(
      flags: "take", .integer(1...1_000),
      about: Text(nl: "zet deze nummers op de agenda", en: "put these numbers on the agenda"))
    let minutes = Argument(
      flag: "minutes", .integer(1...10_000), default: "15",
      about: Text(nl: "hoe lang elk punt", en: "how long each item"))
    let at = Argument<CalendarDate?>.at
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda suggest", aliases: ["agenda voorstel"],
    summary: Text(
      nl: "toon wat de werkruimte zelf voor de agenda aandraagt",
      en: "show what the workspace itself puts forward for the agenda"),
    details: Text(
      nl:
        "Besluiten die te laat zijn, stellingen waarover men in kampen staat, tekorten ('wzw gap … --offer'), momenten die niemand oppakt "
        + "('moment gaps --offer'), lage punten van een scan ('steer scan … --offer') en kernvragen zonder besluit. Er komt niets op zonder --take. "
        + "Het gewicht is onze volgorde van die soorten.",
      en:
        "Decisions that are overdue, statements on which there are camps, shortages ('wzw gap … --offer'), moments that nobody takes up ('moment "
        + "gaps --offer'), low items of a scan ('steer scan … --offer') and core questions without a decision. Nothing is put on without --take. "
        + "The weight is our order of these kinds."),
    changesWorkspace: true,
    examples: [
      .init("agenda suggest --at 2027-03-01", Text(nl: "wat er klaarligt", en: "what lies ready")),
      .init(
        "agenda suggest --take 99 --at 2027-03-01",
        Text(nl: "een nummer dat er niet is", en: "a number that is not there"), failsWith: "suggestion.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let decisions = try context.workspace.decisions(of: circle)
    // Without something that can be late the day does not matter.
    let canBeLate = decisions.decisions.contains { $0.state == .open && $0.until != nil }
    let day = canBeLate ? try circle.day(given.at) : given.at ?? circle.openMeeting?.date
    let found = try Suggestions(circle, in: context).all(decisions, on: day)
    let table = Table(
      title: Text(nl: "Voor de agenda", en: "For the agenda"),
      columns: [
        .numbers("number", found.indices.map { Double($0 + 1) }, label: .verbatim("nr"), format: .plain),
        .texts("origin", found.map(\.origin), label: Text(nl: "komt van", en: "comes from")).asDetail(),
        .texts("text", found.map(\.text), label: Text(nl: "wat", en: "what")),
        .texts("because", found.map(\.because), label: Text(nl: "waarom", en: "because"), in: context),
        .numbers("weight", found.map(\.weight), label: Text(nl: "gewicht", en: "weight"), format: .plain).asDetail(),
      ])
    var blocks: [Block] = [.table(table)]
    if !given.take.isEmpty {
      _ = try given.checkingEach(\.take) { number in
        guard found.indices.contains(number - 1) else {
          throw Diagnostic(
            "suggestion.unknown", Text(nl: "er is geen voorstel \(number)", en: "there is no suggestion \(number)"),
            wayOut: Text(nl: "er zijn er \(found.count)", en: "there are \(found.count)"))
        }
        let suggestion = found[number - 1]
        let id = try Circle.id(of: suggestion.text, among: Set(circle.items.map(\.id)))
        var item = AgendaItem(id: id, text: suggestion.text, minutes: given.minutes, meeting: circle.openMeeting?.date)
        item.origin = suggestion.origin
        circle.items.append(item)
      }
      context.workspace.store(circle)
      blocks = [.table(AgendaTables.of(circle.agenda(circle.openMeeting?.date), circle, context))]
    } else if !found.isEmpty {
      blocks.append(
        .info(
          nl: "'agenda suggest --take NR' zet er een op de agenda",
          en: "'agenda suggest --take NR' puts one on the agenda"))
    }
    return Output(blocks)
  }
}
