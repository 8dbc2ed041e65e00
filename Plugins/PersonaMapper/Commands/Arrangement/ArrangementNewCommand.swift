import WorkbenchKit

/// `arrangement new AREA`: begins an arrangement with what weighs in the area.
struct ArrangementNewCommand: Command {
  struct Arguments: Sendable {
    let area = Argument(
      "area", .words, about: Text(nl: "het gebied: een code of naam", en: "the area: a code or a name"))
    let personas = Argument(
      flag: "personas", .named(.set),
      about: Text(nl: "de set; anders die in gebruik is", en: "the set; else the one in use"),
      candidates: { context in ((try? context.workspace.personaSets) ?? []).map { Candidate($0.id) } })
    let weights = Argument(
      flags: "weights", .pair(.value),
      about: Text(nl: "persona=gewicht, samen 1 of in verhouding", en: "persona=weight, together 1 or in proportion"),
      candidates: Dots.candidates(.persona))
    let rule = Argument(
      flags: "rule", .pair(.value),
      about: Text(
        nl: "persona=indicator: de indicator die de kring als maat voor de persona gebruikt",
        en: "persona=indicator: the indicator that the circle lets stand for the persona"))
    let from = Argument(
      flag: "from", .table,
      about: Text(nl: "de tabel met area, indicator en estimate", en: "the table with area, indicator and estimate"))
    let numbers = NumberArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arrangement new",
    aliases: ["arrangement nieuw"],
    summary: Text(
      nl: "begin een arrangement voor een gebied, of geef andere gewichten",
      en: "begin an arrangement for an area, or give other weights"),
    details: Text(
      nl:
        "Gewichten geeft de kring zelf, of zij stemt ('arrangement vote'). Persona's zijn naar behoefte gemaakt en niet naar leeftijd of "
        + "inkomen: uit cijfers van de Woonzorgwijzer komt alleen een gewicht als de kring zelf zegt welke indicator de maat voor welke "
        + "persona is (--rule persona=Indicator, uit de tabel --from).",
      en:
        "The circle gives the weights itself, or votes ('arrangement vote'). Personas are made by need and not by age or income: out of "
        + "figures of the Woonzorgwijzer comes a weight only if the circle itself says which indicator stands for which persona "
        + "(--rule persona=Indicator, from the table --from)."),
    changesWorkspace: true,
    examples: [
      .init(
        "arrangement new Wilgendal-Noord --weights mondige-regelaars=.3 --weights proactieve-zoekers=.7",
        Text(nl: "met gewichten van de kring", en: "with weights of the circle")),
      .init(
        "arrangement new Noord --weights regelaars=1",
        Text(nl: "een persona die er niet is", en: "a persona that is not there"), failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try given.personas?.item(among: context.workspace.personaSets) ?? context.workspace.currentSet()
    let area = given.area
    let id = try Slug.demand(area, at: given.place(of: \.area))
    var arrangement = try context.workspace.arrangement(id) ?? Arrangement(id: id, area: area, set: set.id)
    guard arrangement.set == set.id else {
      throw Diagnostic(
        "arrangement.set",
        Text(
          nl: "'\(id)' hoort bij de set '\(arrangement.set)'", en: "'\(id)' belongs to the set '\(arrangement.set)'"),
        wayOut: Text(nl: "geef --personas \(arrangement.set)", en: "give --personas \(arrangement.set)"))
    }
    var notices: [Notice] = []
    if !given.weights.isEmpty {
      arrangement.weights = try given.checking(\.weights) { try PersonaWeights.read($0, among: set.personas) }
      (arrangement.basis, arrangement.rule) = (.given, nil)
    } else if !given.rule.isEmpty {
      let marks = try given.numbers.marks()
      let figures = try given.checking(\.from) { try AreaFigures(estimates($0, marks, context)) }
      notices = figures.notices
      let rule = try rule(given, figures, set, context)
      (arrangement.weights, arrangement.basis, arrangement.rule) = (rule.weights, .ruled, rule.words)
    }
    context.workspace.store(arrangement)
    return Output(
      try ArrangementSheet(arrangement, of: set, in: context).blocks(context) + notices.map(Block.notice))
  }

  private func rule(
    _ given: Given<Arguments>, _ figures: AreaFigures, _ set: PersonaSet, _ context: Context
  ) throws -> AreaRule {
    let rows = try given.checking(\.area) { try figures.rows(of: $0) }
    let rule = try given.checking(\.rule) {
      try AreaRule($0, among: set.personas, figures, in: rows, of: given.area)
    }
    context.workspace.note(
      assumption: Text(
        nl: "de kring gebruikt een indicator als maat voor een persona: \(rule.words)",
        en: "the circle lets an indicator stand for a persona: \(rule.words)"))
    return rule
  }

  /// The table that is named, else the estimates that the Woonzorgwijzer offers.
  private func estimates(
    _ named: TableReference?, _ marks: GivenMarks, _ context: Context
  ) throws -> TakenTable {
    let reference = named ?? TableReference("wzw.estimates", at: nil)
    do { return try reference.table(in: context, intake: TableIntake(marks: marks)) } catch let error as Diagnostic
      where ["file.missing", "variable.unknown", "stage.notable"].contains(error.code)
    {
      throw Diagnostic(
        "rule.table",
        Text(
          nl: "er is geen tabel '\(reference.name)' in de werkruimte",
          en: "there is no table '\(reference.name)' in the workspace"),
        wayOut: Text(
          nl: "onthoud een schatting met: let t = wzw estimate GEBIED --indicator …, en geef --from $t",
          en: "remember an estimate with: let t = wzw estimate AREA --indicator …, and give --from $t"))
    }
  }
}
