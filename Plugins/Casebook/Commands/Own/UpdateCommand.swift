import WorkbenchKit

/// `casus update X FACT VALUE --source TEXT --at DATE`: a fact that is otherwise now.
struct UpdateCommand: Command {
  struct Arguments: Sendable {
    let example = Argument("case", .named(.shelved), about: Text(nl: "welk voorbeeld", en: "which example"))
    let fact = Argument(
      "fact", .words,
      about: Text(
        nl: "een kenmerk, een cijfer dat er staat, of een nieuw feit",
        en: "a trait, a figure that stands there, or a new fact"),
      candidates: { context in ((try? context.traits) ?? []).map { Candidate($0.id, $0.label) } })
    let value = Argument("value", .value, about: Text(nl: "wat het nu is", en: "what it is now"))
    let source = Argument(
      requiredFlag: "source", .words, about: Text(nl: "volgens wie of wat", en: "according to whom or what"))
    let at = Argument(flag: "at", .day, about: Text(nl: "sinds welke dag", en: "since which day"))
    let strict = Argument(
      toggle: "strict",
      about: Text(nl: "neem van een kenmerk alleen bekende waarden aan", en: "take known values of a trait only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus update", aliases: ["casus bijwerken"],
    summary: Text(
      nl: "leg vast dat een feit van een voorbeeld nu anders is", en: "keep that a fact of an example is otherwise now"),
    details: Text(
      nl: "Het oude blijft met zijn bron staan. Van een kenmerk telt voor de gelijkenis wat de laatste dag heeft.",
      en: "What was before stays with its source. Of a trait the one with the latest day counts for likeness."),
    changesWorkspace: true,
    next: [FollowUp("casus show {case}", Text(nl: "het hele voorbeeld", en: "the whole example"))],
    examples: [
      .init(
        "casus update brunssum providers_after 7 --source 'website gemeente' --at 2027-01-01",
        Text(nl: "een ander aantal", en: "another count")),
      .init(
        "casus update brunssum form arrangement --source 'website gemeente'",
        Text(nl: "zonder dag", en: "without a day"),
        failsWith: "time.missing"),
      .init(
        "casus update brunsum form arrangement --source x --at 2027-01-01",
        Text(nl: "een voorbeeld dat er niet is", en: "an example that is not there"),
        failsWith: "case.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let one = try given.example.item(in: context)
    guard let day = given.at else {
      throw Diagnostic(
        "time.missing", Text(nl: "sinds wanneer is dat zo?", en: "since when is that so?"),
        wayOut: Text(nl: "zeg sinds welke dag: --at 2027-03-01", en: "say since which day: --at 2027-03-01"),
        suggestion: "--at")
    }
    let (fact, trait) = try Self.fact(given, one, context)
    let typed = given.value.plain
    let value = try trait?.checked(typed, isStrict: given.strict, in: context, at: given.place(of: \.value)) ?? typed
    guard !value.isEmpty else {
      throw Diagnostic(
        "argument.missing", Text(nl: "wat is het nu?", en: "what is it now?"),
        wayOut: Text(nl: "geef een getal of woorden", en: "give a number or words"), place: given.place(of: \.value))
    }
    if let printed = try Self.printed(fact, of: one, context), day < printed {
      let date = Text.day(printed)
      throw Diagnostic(
        "update.before",
        Text(nl: "die dag ligt vóór de bron (\(date.nl))", en: "that day lies before the source (\(date.en))"),
        wayOut: Text(
          nl: "geef een dag erna: wat ervoor was staat in de bron",
          en: "give a later day: what was before stands in the source"),
        place: given.place(of: \.at))
    }
    var updates = try context.workspace.caseUpdates
    updates.items.append(CaseUpdate(owner: one.id, fact: fact, value: value, source: given.source, day: day))
    context.workspace.store(updates)
    let sheet = try ExampleSheet(one, in: context)
    return Output([.table(ExampleSheet.table(sheet.facts.filter { $0.fact == fact }, context).atAGlance())])
  }

  /// The day of the source that prints a fact; nil where none does, or the day is not known.
  private static func printed(_ fact: String, of one: ShelvedCase, _ context: Context) throws -> CalendarDate? {
    let coded = try context.codedTraits.first { $0.owner == one.id && $0.trait == fact }?.sources.first
    let citation = one.record?.facts.first { $0.id == fact }?.source ?? coded
    return try citation.flatMap { try context.knowledge.publication($0.id, in: context) }.flatMap {
      CalendarDate($0.date)
    }
  }

  /// What is brought up to date: a trait, a printed figure, or something new.
  private static func fact(
    _ given: Given<Arguments>, _ one: ShelvedCase, _ context: Context
  ) throws -> (id: String, trait: Trait?) {
    let wanted = given.fact.foldedForLookup
    func isMeant(_ item: some NamedItem) -> Bool {
      ([item.id] + item.names + [item.label.nl, item.label.en]).contains { $0.foldedForLookup == wanted }
    }
    let traits = try context.traits
    if let trait = traits.first(where: isMeant) { return (trait.id, trait) }
    let printed = one.record?.facts ?? []
    if let fact = printed.first(where: isMeant) { return (fact.id, nil) }
    let id = try given.checking(\.fact) { try Slug.demand($0) }
    if let near = NearestWord.best(id, among: traits.map(\.id) + printed.map(\.id)) {
      context.workspace.note(
        .caution(
          nl: "'\(id)' is een nieuw feit naast '\(near)'; was dat bedoeld, dan helpt 'undo'",
          en: "'\(id)' is a new fact beside '\(near)'; if that was meant, 'undo' helps"))
    }
    return (id, nil)
  }
}
