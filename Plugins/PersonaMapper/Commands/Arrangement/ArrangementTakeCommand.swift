import WorkbenchKit

/// `arrangement take AREA MOMENT MEASURE`: a measure answers a moment in the area.
struct ArrangementTakeCommand: Command {
  struct Arguments: Sendable {
    let area = Argument.arrangement
    let moment = Argument.moment
    let measure = Argument(
      "measure", .words, about: Text(nl: "een maatregel uit de catalogus", en: "a measure of the catalogue"),
      candidates: { context in ((try? context.measures) ?? []).map { Candidate($0.id, $0.label) } })
    let by = Argument(flag: "by", .party, about: Text(nl: "wie hem oppakt", en: "who takes it up"))
    let own = Argument(
      toggle: "own",
      about: Text(
        nl: "een maatregel van de kring zelf, die niet in de catalogus staat",
        en: "a measure of the circle's own that is not in the catalogue"))
    let drop = Argument(toggle: "drop", about: Text(nl: "neem het antwoord terug", en: "take the answer back"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arrangement take", aliases: ["arrangement pak-op"],
    summary: Text(
      nl: "leg vast welke maatregel een moment beantwoordt, en wie hem oppakt",
      en: "settle which measure answers a moment, and who takes it up"),
    details: Text(
      nl:
        "Welke maatregel bij welk moment past zegt de bron niet: dat kiest de kring. Zonder --by is het voor de eigenaar van het moment.",
      en:
        "Which measure answers which moment the source does not say: the circle chooses. Without --by it is for the owner of the moment."
    ), changesWorkspace: true,
    examples: [
      .init(
        "arrangement take wilgendal verhuizen geschikter-wonen --by corporatie",
        Text(nl: "een maatregel uit de bron", en: "a measure of the source")),
      .init(
        "arrangement take wilgendal verhuizen wooncoaches",
        Text(nl: "een maatregel die er niet is", en: "a measure that is not there"), failsWith: "measure.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try ArrangementSheet(given.area, in: context)
    var arrangement = sheet.arrangement
    let moment = try given.moment.item(among: sheet.set.moments)
    let measure =
      given.own
      ? Text.typed(given.measure)?.nl ?? ""
      : try given.checking(\.measure) { try Vocabulary.measure.one($0, among: sheet.measures).id }
    let before = arrangement.answers.count
    arrangement.answers.removeAll { $0.moment == moment.id && $0.measure == measure }
    if given.drop {
      guard arrangement.answers.count < before else {
        throw Diagnostic(
          "answer.none",
          Text(nl: "'\(measure)' beantwoordt '\(moment.id)' niet", en: "'\(measure)' does not answer '\(moment.id)'"))
      }
    } else {
      arrangement.answers.append(.init(moment: moment.id, measure: measure, by: given.by))
    }
    context.workspace.store(arrangement)
    let changed = ArrangementSheet(
      arrangement: arrangement, set: sheet.set, measures: sheet.measures, pillars: sheet.pillars)
    let cited = sheet.measures.first { $0.id == measure }?.source
    return Output([.table(changed.pillarsTable(context))] + (try context.sources([cited])))
  }
}
