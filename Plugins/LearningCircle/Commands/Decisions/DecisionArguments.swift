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
