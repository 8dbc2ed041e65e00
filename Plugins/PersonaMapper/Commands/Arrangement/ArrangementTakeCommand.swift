import WorkbenchKit

/// `arrangement take AREA MOMENT MEASURE`: a measure answers a moment in the area.
struct ArrangementTakeCommand: UntypedCommand {
  let catalogue: Catalogue

  var signature: Signature {
    Signature(
      "arrangement take", aliases: ["arrangement pak-op"],
      summary: Text(
        nl: "leg vast welke maatregel een moment beantwoordt, en wie hem oppakt",
        en: "settle which measure answers a moment, and who takes it up"),
      details: Text(
        nl:
          "Welke maatregel bij welk moment past zegt de bron niet: dat kiest de kring. Zonder --by is het voor de eigenaar van het moment.",
        en:
          "Which measure answers which moment the source does not say: the circle chooses. Without --by it is for the owner of the moment."
      ),
      parameters: [
        ArrangementParameters.area(), SetParameters.moment(),
        .argument(
          "measure", about: Text(nl: "een maatregel uit de catalogus", en: "a measure of the catalogue"),
          candidates: { [catalogue] context in
            ((try? catalogue.measures(context)) ?? []).map { Candidate($0.id, $0.label) }
          }),
        .flag("by", .text, about: Text(nl: "wie hem oppakt", en: "who takes it up"), candidates: SetParameters.parties),
        .flag(
          "own",
          about: Text(
            nl: "een maatregel van de kring zelf, die niet in de catalogus staat",
            en: "a measure of the circle's own that is not in the catalogue")),
        .flag("drop", about: Text(nl: "neem het antwoord terug", en: "take the answer back")),
      ],
      changesWorkspace: true,
      examples: [
        .init(
          "arrangement take wilgendal verhuizen geschikter-wonen --by corporatie",
          Text(nl: "een maatregel uit de bron", en: "a measure of the source")),
        .init(
          "arrangement take wilgendal verhuizen wooncoaches",
          Text(nl: "een maatregel die er niet is", en: "a measure that is not there"), failsWith: "measure.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let sheet = try ArrangementParameters.one(call, catalogue, context)
    var arrangement = sheet.arrangement
    let moment = sheet.set.moments[try call.one("moment", .moment, in: sheet.set.moments)]
    let measure =
      call.flag("own")
      ? try Said.words(call.text("measure"), at: call.place(of: "measure")) ?? ""
      : sheet.measures[try call.one("measure", .measure, in: sheet.measures)].id
    let party = try SetParameters.party(call.text("by"), at: call.place(of: "by"))
    let before = arrangement.answers.count
    arrangement.answers.removeAll { $0.moment == moment.id && $0.measure == measure }
    if call.flag("drop") {
      guard arrangement.answers.count < before else {
        throw Diagnostic(
          "answer.none",
          Text(nl: "'\(measure)' beantwoordt '\(moment.id)' niet", en: "'\(measure)' does not answer '\(moment.id)'"),
          place: call.place)
      }
    } else {
      arrangement.answers.append(.init(moment: moment.id, measure: measure, by: party))
    }
    Holdings.store(arrangement, context)
    let changed = ArrangementSheet(
      arrangement: arrangement, set: sheet.set, measures: sheet.measures, pillars: sheet.pillars)
    let cited = sheet.measures.first { $0.id == measure }?.source
    return Output([.table(changed.pillarsTable(context))] + (try catalogue.sources([cited].compactMap { $0 }, context)))
  }
}
