import WorkbenchKit

/// Decisions as a table on a day.
enum DecisionTable {
  static func of(_ decisions: [Decision], on day: CalendarDate, _ context: Context) -> Table {
    of(decisions, on: day, DecisionChanges(decisions, in: context))
  }

  /// The table, and a caution for each decision that rests on figures that are no longer the same.
  static func blocks(_ decisions: [Decision], on day: CalendarDate, _ context: Context) -> [Block] {
    let changes = DecisionChanges(decisions, in: context)
    return [.table(of(decisions, on: day, changes))] + cautions(decisions, changes)
  }

  private static func of(_ decisions: [Decision], on day: CalendarDate, _ changes: DecisionChanges) -> Table {
    let state: Column = .texts(
      "state", decisions.map { ($0.isOpen(on: day) ? .open : $0.state).rawValue }, label: Text(nl: "stand", en: "state")
    )
    var columns: [Column] = [
      .texts("id", decisions.map(\.id), label: Text(nl: "besluit", en: "decision")),
      .texts("text", decisions.map(\.text), label: Text(nl: "wat", en: "what")),
      .dates("made", decisions.map(\.made), label: Text(nl: "genomen", en: "made")).asDetail(),
      .texts("who", decisions.map(\.who), label: Text(nl: "wie", en: "who")),
      .dates("until", decisions.map(\.until), label: Text(nl: "uiterlijk", en: "until")),
      state,
    ]
    columns += [
      .counts("days_open", decisions.map { $0.daysOpen(on: day) }, label: Text(nl: "dagen open", en: "days open"))
        .asDetail(),
      .counts(
        "overdue_days", decisions.map { $0.daysOverdue(on: day) }, label: Text(nl: "dagen te laat", en: "days overdue")),
      .texts(
        "rests_on", decisions.map { $0.rests.isEmpty ? nil : $0.rests.map(\.name).joined(separator: ", ") },
        label: Text(nl: "rust op", en: "rests on")
      ).asDetail(),
      Column(
        "changed", .booleans(decisions.map { $0.rests.isEmpty ? nil : changes.contains($0) }),
        label: Text(nl: "cijfers veranderd", en: "figures changed")
      ).asDetail(),
    ]
    return Table(title: Text(nl: "Besluiten", en: "Decisions"), columns: columns)
  }

  /// A caution for each decision that rests on figures that are no longer the same.
  static func cautions(_ decisions: [Decision], _ context: Context) -> [Block] {
    cautions(decisions, DecisionChanges(decisions, in: context))
  }

  private static func cautions(_ decisions: [Decision], _ changes: DecisionChanges) -> [Block] {
    decisions.filter(changes.contains).map { decision in
      .caution(
        nl: "'\(decision.id)' rust op veranderde cijfers; 'besluit why \(decision.id)' laat zien welke",
        en: "'\(decision.id)' rests on changed figures; 'besluit why \(decision.id)' shows which")
    }
  }

  /// The table `kring.decisions`, for other plugins.
  static let offered = "kring.decisions"

  static func offered(_ decisions: [Decision]) -> Table {
    Table(
      title: Text(nl: "Besluiten van de kring", en: "Decisions of the circle"),
      columns: [
        .texts("id", decisions.map(\.id)), .texts("text", decisions.map(\.text)),
        .dates("made", decisions.map(\.made), label: Text(nl: "genomen", en: "made")),
        .texts("who", decisions.map(\.who)),
        .dates("until", decisions.map(\.until), label: Text(nl: "uiterlijk", en: "until")),
        .texts("state", decisions.map(\.state.rawValue)),
        .dates("closed", decisions.map(\.closed), label: Text(nl: "gesloten", en: "closed")),
        .texts("level", decisions.map(\.level)),
        .texts("rests_on", decisions.map { $0.rests.isEmpty ? nil : $0.rests.map(\.name).joined(separator: ";") }),
      ])
  }

  static func offer(_ decisions: [Decision], _ context: Context) -> [Block] {
    context.workspace.setTable(offered, to: offered(decisions))
    return [
      .info(
        nl: "klaargezet als '\(offered)' voor andere plugins; 'undo' neemt het terug",
        en: "offered to other plugins as '\(offered)'; 'undo' takes it back")
    ]
  }
}
