import WorkbenchKit

/// `instrument plan --from DATE [INSTRUMENT…]`: the policy cycle and the chosen instruments on a calendar.
struct PlanCommand: Command {
  struct Arguments: Sendable {
    let instruments = Argument(
      list: "instrument", .named(.instrument), required: false, about: Instrument.argument)
    let from = Argument(
      requiredFlag: "from", .day, about: Text(nl: "de eerste dag: 2027-01-01", en: "the first day: 2027-01-01"))
    let years = Argument(
      flag: "years", .integer(1...10), default: "1", about: Text(nl: "hoeveel jaar", en: "how many years"))
    let name = Argument<String?>.caseName
  }

  static let arguments = Arguments()
  /// What the law says now beside the calendar of the source.
  static let law = ["woningwet", "versterking-regie"]

  var signature: Signature {
    Signature(
      "instrument plan", aliases: ["instrument planning"],
      summary: Text(
        nl: "zet de beleidscyclus en gekozen instrumenten op een kalender",
        en: "lay the policy cycle and chosen instruments on a calendar"),
      details: Text(
        nl:
          "De cyclus van het woonbeleid is die van 2016 (bijlage 2), met de wet van nu ernaast; van de Wmo geeft de bron fasen en geen data. "
          + "Zonder namen komen de eerste drie van het advies erop. Een doorlooptijd komt van de kring (instrument fill); zonder staat een "
          + "instrument er als moment.",
        en:
          "The cycle of housing policy is that of 2016 (annex 2), with the present law beside it; of the Wmo the source gives phases and no "
          + "dates. Without names the first three of the advice are put on it. A lead time comes from the circle (instrument fill); without one an "
          + "instrument stands as a moment."),
      examples: [
        .init("instrument plan --from 2027-01-01", Text(nl: "een jaar", en: "a year")),
        .init(
          "instrument plan woonvisie prestatieafspraken --from 2027-01-01 --years 2",
          Text(nl: "twee instrumenten", en: "two instruments")),
        .init(
          "instrument plan --from 2027-02-30", Text(nl: "een dag die er niet is", en: "a day that is not there"),
          failsWith: "date.format"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let from = given.from
    guard let until = from.adding(months: 12 * given.years) else {
      throw Diagnostic(
        "date.format", Text(nl: "de kalender reikt niet zo ver", en: "the calendar does not reach so far"),
        place: given.place(of: \.from))
    }
    let all = try context.instruments
    let notes = try InstrumentNotes(context.workspace)
    let named = try given.instruments.map { try $0.item(among: all) }
    // What was answered matters only where no instrument is named.
    let circle = named.isEmpty ? try CircleAnswers(context.workspace) : nil
    let chosen = try circle.map { try advised($0.roles(given.name ?? CircleAnswers.usual), context) } ?? named
    let calendar = try PolicyCalendar(in: context)
    var rows = calendar.rows(from: from, until: until)
    rows += chosen.map { instrument in
      let months = notes.leadMonths(instrument.id)
      return Timeline.Row(
        what: instrument.label, start: from,
        end: months.flatMap { from.adding(days: Int(($0 * 30.4375).rounded()) - 1) }, who: instrument.decides?.text,
        source: months == nil ? nil : Text(nl: "doorlooptijd: de kring", en: "lead time: the circle"),
        group: Text(nl: "instrumenten", en: "instruments"))
    }
    var blocks: [Block] = [
      .timeline(Timeline(title: Text(nl: "Planning vanaf \(from.text)", en: "Plan from \(from.text)"), rows: rows))
    ]
    let open = chosen.filter { notes.leadMonths($0.id) == nil }.map(\.id)
    if let first = open.first {
      let listed = "\(open.joined(separator: ", ")) (instrument fill \(first) lead_months=…)"
      blocks.append(
        .info(
          nl: "zonder doorlooptijd, dus als moment: \(listed)", en: "without a lead time, so as a moment: \(listed)"))
    }
    blocks.append(
      .notice(
        Notice(
          .caution,
          Text(
            nl:
              "de cyclus is die van 2016; de wet die er nu bij hoort staat ernaast, controleer de data. Fasen van de Wmo, zonder data: ",
            en:
              "the cycle is that of 2016; the present law stands beside it, check the dates. Phases of the Wmo, without dates: "
          ) + .joined(calendar.phases.map(\.label), by: " → "))))
    let law = try context.law(Self.law)
    blocks += law.map(\.notice) + notes.remarks + (circle?.remarks ?? [])
    blocks.append(try context.knowledge.sources(calendar.citations + law.map(\.what.source), in: context))
    return Output(blocks)
  }

  /// The first three of the advice on what was answered; none where nothing was.
  private func advised(
    _ roles: [(role: String, sheet: CircleAnswers.Sheet)], _ context: Context
  ) throws -> [Instrument] {
    guard roles.contains(where: { !$0.sheet.answers.all.isEmpty }) else { return [] }
    let weights = try AdviceWeights.group(roles.map(\.sheet.weights).filter { !$0.isEmpty })
    return try Advisor(weights: weights, in: context).advise(Answers.group(roles.map(\.sheet.answers))).first
      .map(\.instrument)
  }
}
