import WorkbenchKit

/// `instrument plan --from DATE [INSTRUMENT…]`: the policy cycle and the chosen instruments on a calendar.
struct PlanCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        InstrumentSheet.parameter(library, repeated: true, required: false),
        Parameter(
          "from", .text, position: .flag, required: true,
          about: Text(nl: "de eerste dag: 2027-01-01", en: "the first day: 2027-01-01")),
        .flag("years", .integer(1...10), about: Text(nl: "hoeveel jaar", en: "how many years"), fallback: "1"),
        SheetParameters.name,
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    let text = call.text("from") ?? ""
    guard let from = CalendarDate(text) else {
      throw Diagnostic(
        "date.format", Text(nl: "'\(text)' is geen dag", en: "'\(text)' is no day"),
        wayOut: Text(nl: "jaar-maand-dag, zoals 2027-01-01", en: "year-month-day, such as 2027-01-01"),
        place: call.place(of: "from"))
    }
    let years = call.integer("years") ?? 1
    guard let until = from.adding(months: 12 * years) else {
      throw Diagnostic(
        "date.format", Text(nl: "de kalender reikt niet zo ver", en: "the calendar does not reach so far"),
        place: call.place(of: "from"))
    }
    let all = try library.instruments(context)
    let filled = try FilledIn(context.workspace)
    let named = try call.all("instrument").map { try Kind.instrument.one($0.value.plain, among: all, at: $0.place) }
    let chosen = named.isEmpty ? try advised(call, all, filled, context) : named
    let calendar = PolicyCalendar(try library.file("calendar", context))
    var rows = calendar.rows(from: from, until: until)
    rows += chosen.map { instrument in
      let months = filled.leadMonths(instrument.id)
      return Timeline.Row(
        what: instrument.label, start: from,
        end: months.flatMap { from.adding(days: Int(($0 * 30.4375).rounded()) - 1) }, who: instrument.decides?.text,
        source: months == nil ? nil : Text(nl: "doorlooptijd: de kring", en: "lead time: the circle"),
        group: Text(nl: "instrumenten", en: "instruments"))
    }
    var blocks: [Block] = [
      .timeline(Timeline(title: Text(nl: "Planning vanaf \(from.text)", en: "Plan from \(from.text)"), rows: rows))
    ]
    let open = chosen.filter { filled.leadMonths($0.id) == nil }.map(\.id)
    if !open.isEmpty {
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl:
                "zonder doorlooptijd, dus als moment: \(open.joined(separator: ", ")) (instrument fill \(open[0]) lead_months=…)",
              en:
                "without a lead time, so as a moment: \(open.joined(separator: ", ")) (instrument fill \(open[0]) lead_months=…)"
            ))))
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
          )
            + Phrase.joined(calendar.phases, by: " → "))))
    blocks.append(try library.sources(calendar.citations, context))
    return Output(blocks)
  }

  /// The first three of the advice on what was answered; none where nothing was.
  private func advised(_ call: Call, _ all: [Instrument], _ filled: FilledIn, _ context: Context) throws -> [Instrument]
  {
    let roles = try CircleAnswers(context.workspace).roles(SheetParameters.name(call))
    guard roles.contains(where: { !$0.sheet.answers.all.isEmpty }) else { return [] }
    let weights = try AdviceWeights.group(roles.map(\.sheet.weights).filter { !$0.isEmpty }, at: call.place)
    let advisor = Advisor(
      instruments: all, ambitions: try library.ambitions(context), book: try RuleBook(library, context), filled: filled,
      gaps: try AreaGaps(context.workspace), weights: weights)
    return try advisor.advise(Answers.group(roles.map(\.sheet.answers))).first.map(\.instrument)
  }
}
