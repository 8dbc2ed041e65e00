import WorkbenchKit

/// Something that the workspace itself puts forward for the agenda, with why.
struct Suggestion {
  /// As `--from` takes it.
  let origin: String
  let text: String
  let because: Text
  /// Our order of kinds: what is late goes first.
  let weight: Double
}

/// What the workspace puts forward: nothing of it is on the agenda unasked.
struct Suggestions {
  private let circle: Circle
  private let context: Context

  init(_ circle: Circle, in context: Context) { (self.circle, self.context) = (circle, context) }

  /// - Parameters:
  ///   - decisions: of the circle.
  ///   - day: on which lateness is judged; nil where it is not known.
  func all(_ decisions: DecisionList, on day: CalendarDate?) throws -> [Suggestion] {
    let taken = Set(circle.items.compactMap(\.origin))
    let found =
      (day.map { overdue(decisions, on: $0) } ?? []) + divided + (try gaps()) + (try core(decisions)) + (try moments())
      + (try scans()) + (try tasks())
    return found.filter { !taken.contains($0.origin) }.enumerated().sorted {
      (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset)
    }.map(\.element)
  }

  private func overdue(_ decisions: DecisionList, on day: CalendarDate) -> [Suggestion] {
    decisions.overdue(on: day).map { decision in
      let days = Text.counted(
        decision.daysOverdue(on: day), Text(nl: "dag te laat", en: "day overdue"),
        Text(nl: "dagen te laat", en: "days overdue"))
      return Suggestion(origin: "decision:\(decision.id)", text: decision.text, because: days, weight: 6)
    }
  }

  private var divided: [Suggestion] {
    guard let round = circle.rounds.keys.sorted().last else { return [] }
    let answers = StatementRound(circle, round: round)
    return answers.statements.filter { AnswerSummary(answers.answers($0)).agreement < 0 }.map {
      Suggestion(
        origin: "stelling:\($0.id)", text: $0.text(context.language),
        because: Text(nl: "de rollen staan in kampen (A onder 0)", en: "the roles stand in camps (A below 0)"),
        weight: 5)
    }
  }

  private func gaps() throws -> [Suggestion] {
    guard let table = try context.workspace.table("wzw.gaps"), let gaps = table.column("gap")?.numbers else {
      return []
    }
    let (areas, names) = (table.column("area")?.texts ?? [], table.column("precondition")?.texts ?? [])
    let (called, labels) = (table.column("name")?.texts ?? areas, table.column("label")?.texts ?? names)
    return gaps.indices.filter { gaps[$0] > 0 && areas.indices.contains($0) && names.indices.contains($0) }
      .sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }.prefix(5).compactMap { row in
        guard let area = areas[row], let name = names[row] else { return nil }
        let lack = Text.number(gaps[row], decimals: 0)
        return Suggestion(
          origin: "gap:\(area)/\(name)", text: "\(labels[row] ?? name), \(called[row] ?? area)",
          because: Text(nl: "er ontbreken er \(lack.nl)", en: "\(lack.en) are lacking"), weight: 4)
      }
  }

  private func core(_ decisions: DecisionList) throws -> [Suggestion] {
    let decided = Set(
      decisions.decisions.compactMap { decision in
        circle.items.first { $0.id == decision.item }?.origin
      })
    return try context.coreQuestions.filter { !decided.contains("core:\($0.id)") }.map {
      Suggestion(
        origin: "core:\($0.id)", text: $0.label(context.language),
        because: Text(nl: "een kernvraag zonder besluit", en: "a core question without a decision"), weight: 2)
    }
  }

  private func moments() throws -> [Suggestion] {
    guard let table = try context.workspace.table("moment.gaps"), let kinds = table.column("gap")?.texts else {
      return []
    }
    let (moments, labels) = (table.column("moment")?.texts ?? [], table.column("moment_label")?.texts ?? [])
    return kinds.indices.filter { kinds[$0] == "no_owner" && moments.indices.contains($0) }.compactMap { row in
      guard let moment = moments[row] else { return nil }
      return Suggestion(
        origin: "moment:\(moment)", text: (labels.indices.contains(row) ? labels[row] : nil) ?? moment,
        because: Text(nl: "niemand pakt dit moment op", en: "nobody takes this moment up"), weight: 3)
    }
  }

  private func scans() throws -> [Suggestion] {
    guard let table = try context.workspace.table("steer.scans"), let medians = table.column("median")?.numbers else {
      return []
    }
    let (kinds, items) = (table.column("kind")?.texts ?? [], table.column("item")?.texts ?? [])
    return medians.indices.filter { medians[$0] < 3 && kinds.indices.contains($0) && items.indices.contains($0) }
      .sorted { (medians[$0], $0) < (medians[$1], $1) }.prefix(3).compactMap { row in
        guard let kind = kinds[row], let item = items[row] else { return nil }
        let median = Text.number(medians[row], atMost: 1)
        return Suggestion(
          origin: "scan:\(kind)/\(item)", text: "\(item) (\(kind))",
          because: Text(nl: "mediaan \(median.nl) in de scan", en: "median \(median.en) in the scan"), weight: 3)
      }
  }

  private func tasks() throws -> [Suggestion] {
    guard let table = try context.workspace.table("regio.tasks"), let tasks = table.column("task")?.texts else {
      return []
    }
    let regions = table.column("regions")?.numbers ?? []
    return tasks.indices.prefix(5).compactMap { row in
      guard let task = tasks[row] else { return nil }
      let many = regions.indices.contains(row) && regions[row].isFinite ? Int(regions[row]) : 0
      let words = Text.counted(
        many, Text(nl: "regio noemt dit", en: "region names this"),
        Text(nl: "regio's noemen dit", en: "regions name this"))
      return Suggestion(origin: "task:\(task)", text: task, because: words, weight: 1)
    }
  }
}
