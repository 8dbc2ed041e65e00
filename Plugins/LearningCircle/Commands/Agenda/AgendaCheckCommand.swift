import WorkbenchKit

/// `agenda check`: what the agenda lacks by what the source advises.
struct AgendaCheckCommand: Command {
  struct Arguments: Sendable { let meeting = Argument<CalendarDate?>.meeting }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda check", aliases: ["agenda nakijken"],
    summary: Text(nl: "kijk na wat de agenda mist", en: "check what the agenda lacks"),
    details: Text(
      nl:
        "Punten zonder niveau, doel of mandaat; wie ontbreekt; urgentie die er niet is (mediaan onder 3) of niet wordt gedeeld (A onder 0), en "
        + "dan raadt de bron aan het punt van de agenda te halen; niets dat snel kan lukken; een partij die niets wint.",
      en:
        "Items without level, aim or mandate; who is missing; urgency that is not there (median below 3) or not shared (A below 0), and then the "
        + "source advises to take the item off; nothing that can succeed soon; a party without a gain."),
    examples: [
      .init("agenda check", Text(nl: "de bijeenkomst die open is", en: "the meeting that is open")),
      .init(
        "agenda check --meeting 2020-01-01", Text(nl: "een dag zonder bijeenkomst", en: "a day without a meeting"),
        failsWith: "meeting.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let meeting = try given.checking(\.meeting) { try $0.map { try circle.meeting($0) } } ?? circle.openMeeting
    let items = circle.agenda(meeting?.date)
    let present = meeting.map(\.present).flatMap { $0.isEmpty ? nil : $0 } ?? circle.roles.map(\.role)
    let findings = AgendaCheck(items, of: circle, present: present).findings
    let table = Table(
      title: Text(nl: "Wat de agenda mist", en: "What the agenda lacks"),
      columns: [
        .texts("id", findings.map { $0.item?.id }, label: Text(nl: "punt", en: "item")),
        .texts("kind", findings.map(\.kind)).asDetail(),
        .texts("about", findings.map(\.about), label: Text(nl: "wat", en: "what"), in: context),
      ])
    var facts = Facts(isDetail: true)
    facts.add("items", items.count)
    facts.add("findings", findings.count)
    var blocks: [Block] = [.table(table), .facts(facts)]
    if findings.isEmpty { blocks.append(.info(nl: "er ontbreekt niets", en: "nothing is lacking")) }
    blocks.append(try context.knowledge.sources(context.agendaRules.map(\.source), in: context))
    return Output(blocks)
  }
}
