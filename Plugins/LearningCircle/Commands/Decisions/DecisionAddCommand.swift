import WorkbenchKit

/// What is told of a decision when it is taken, alone or in the place of another.
struct DecisionArguments: ArgumentGroup {
  let id = Argument(flag: "id", .words, about: Text(nl: "hoe het besluit heet", en: "what the decision is called"))
  let made = Argument(
    flag: "made", .day,
    about: Text(nl: "wanneer; anders op de bijeenkomst die open is", en: "when; else at the meeting that is open"))
  let by = Argument(
    flags: "by", .circleRole, about: Text(nl: "wie het namen; anders wie er is", en: "who took it; else who is there"))
  let who = Argument(
    requiredFlag: "who", .circleRole, about: Text(nl: "de rol die het doet", en: "the role that sees to it"))
  let until = Argument(flag: "until", .day, about: Text(nl: "uiterlijk wanneer", en: "by when"))
  let level = Argument(flag: "level", .named(.level), about: Text(nl: "niveau van besluit", en: "level of decision"))
  let agenda = Argument(flag: "agenda", .named(.anyItem), about: Text(nl: "het agendapunt", en: "the agenda item"))
  let restsOn = Argument(
    flags: "rests-on", .words.offering { context in context.workspace.names(.results).map { Candidate($0) } },
    about: Text(nl: "bewaarde uitkomsten waarop het rust", en: "kept results on which it rests"))
}

extension Given<DecisionArguments> {
  /// Returns the decision that is told of.
  ///
  /// - Throws: `time.missing`, `date.order`, `decision.taken`, `result.unknown`, `name.unusable`.
  func decision(
    _ text: String, replacing old: Decision?, _ circle: Circle, _ known: [Decision], in context: Context
  ) throws -> Decision {
    guard let made = self.made ?? circle.openMeeting?.date else {
      throw AskedTime.missing(
        "--made", Text(nl: "zeg op welke dag: --made 2027-03-01", en: "say on which day: --made 2027-03-01"))
    }
    if let until = self.until, until < made {
      throw Diagnostic(
        "date.order",
        Text(
          nl: "\(until.text) ligt vóór \(made.text), de dag van het besluit",
          en: "\(until.text) lies before \(made.text), the day of the decision"),
        wayOut: Text(nl: "geef een latere dag met --until", en: "give a later day with --until"),
        place: place(of: \.until))
    }
    let taken = Set(known.map(\.id))
    let id = try self.id.map { try Slug.demand($0, at: place(of: \.id)) } ?? Circle.id(of: text, among: taken)
    try Vocabulary<Decision>.decision.demandFree(id, among: known, at: place(of: \.id))
    let by = self.by.isEmpty ? circle.meetings.first { $0.date == made }?.present ?? [] : self.by.map(circle.canonical)
    let item = try self.agenda?.item(among: circle.items)
    let rests = try checkingEach(\.restsOn) { try RestingResult(named: $0, in: context) }
    return Decision(
      id: id, text: text, made: made, by: by, who: circle.canonical(self.who), until: self.until,
      level: try self.level?.item(in: context).id ?? item?.level, item: item?.id, rests: rests, replaces: old?.id)
  }
}

/// `besluit add TEXT --who ROLE`: something that was decided.
struct DecisionAddCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: Text(nl: "wat er is besloten", en: "what was decided"))
    let told = DecisionArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit add", aliases: ["besluit bij"],
    summary: Text(
      nl: "leg een besluit vast: wie, wanneer, waarop het rust", en: "put down a decision: who, when, on what it rests"),
    details: Text(
      nl:
        "--rests-on neemt uitkomsten die met 'keep' zijn bewaard; verandert er iets achter, dan zegt het besluit dat het op veranderde cijfers "
        + "rust. Is een bijeenkomst open, dan is haar dag de dag van het besluit en namen wie er zijn het.",
      en:
        "--rests-on takes results that were kept with 'keep'; where something behind them changes the decision says that it rests on changed "
        + "figures. Where a meeting is open its day is the day of the decision, and who is there took it."),
    changesWorkspace: true,
    next: [FollowUp("besluit list", Text(nl: "alle besluiten", en: "all decisions"))],
    examples: [
      .init(
        "besluit add 'een nummer voor de avond' --id nummer --made 2027-03-01 --who gemeente --until 2027-05-01 --rests-on uitkomst",
        Text(nl: "een besluit", en: "a decision")),
      .init(
        "besluit add 'te laat' --made 2027-03-01 --who gemeente --until 2027-02-01",
        Text(nl: "klaar vóór het genomen is", en: "done before it was taken"), failsWith: "date.order"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let decision = try given.told.decision(given.text, replacing: nil, circle, list.decisions, in: context)
    list.decisions.append(decision)
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([decision], on: decision.made, context))
  }
}

/// `besluit replace ID TEXT --who ROLE`: a decision in the place of another.
struct DecisionReplaceCommand: Command {
  struct Arguments: Sendable {
    let old = Argument("decision", .named(.decision), about: Text(nl: "het oude besluit", en: "the old decision"))
    let text = Argument("text", .words, about: Text(nl: "wat er nu is besloten", en: "what is decided now"))
    let told = DecisionArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit replace", aliases: ["besluit vervang"],
    summary: Text(
      nl: "vervang een besluit door een ander; beide wijzen naar elkaar",
      en: "replace a decision by another; both point at each other"),
    changesWorkspace: true,
    examples: [
      .init(
        "besluit replace avondteam 'een avondteam voor twee wijken' --made 2027-04-01 --who gemeente",
        Text(nl: "een ander besluit", en: "another decision")),
      .init(
        "besluit replace niets 'iets' --made 2027-04-01 --who gemeente",
        Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "decision.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let index = try given.old.index(among: list.decisions)
    let old = list.decisions[index]
    if old.state == .replaced {
      throw Diagnostic(
        "decision.replaced",
        Text(
          nl: "'\(old.id)' is al vervangen door '\(old.replacedBy ?? "")'",
          en: "'\(old.id)' was replaced by '\(old.replacedBy ?? "")' already"),
        wayOut: Text(nl: "vervang het nieuwe besluit", en: "replace the new decision"), suggestion: old.replacedBy,
        place: given.place(of: \.old))
    }
    let decision = try given.told.decision(given.text, replacing: old, circle, list.decisions, in: context)
    try list.close(index, as: .replaced, on: decision.made, at: given.place)
    list.decisions[index].replacedBy = decision.id
    list.decisions.append(decision)
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([list.decisions[index], decision], on: decision.made, context))
  }
}

extension DecisionList {
  /// Closes a decision that is open.
  ///
  /// - Throws: `decision.state` for one that is closed, `date.order` for a day before it was made.
  mutating func close(_ index: Int, as state: Decision.State, on day: CalendarDate, at place: Place?) throws {
    let old = decisions[index]
    guard old.state == .open else {
      throw Diagnostic(
        "decision.state",
        Text(nl: "'\(old.id)' is al \(old.state.label.nl)", en: "'\(old.id)' is \(old.state.label.en) already"),
        wayOut: Text(nl: "'undo' neemt een vergissing terug", en: "'undo' takes a mistake back"), place: place)
    }
    guard day >= old.made else {
      throw Diagnostic(
        "date.order",
        Text(
          nl: "\(day.text) ligt vóór \(old.made.text), de dag van het besluit",
          en: "\(day.text) lies before \(old.made.text), the day of the decision"),
        wayOut: Text(nl: "geef een latere dag", en: "give a later day"), place: place)
    }
    decisions[index].state = state
    decisions[index].closed = day
  }
}
