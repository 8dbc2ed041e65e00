import WorkbenchKit

/// One example as rows: what is said to each question, its figures, and what changed since.
struct ExampleSheet {
  /// How what stands in a row is known.
  enum Status {
    case source, partly, absent, open
    case own(AnswerStatus)

    var word: String {
      switch self {
      case .source: "bron"
      case .partly: "deels"
      case .absent: "niet in de bron"
      case .open: "open"
      case .own(let status): status.rawValue
      }
    }

    /// Nil where nothing is known.
    var label: Text? {
      switch self {
      case .source: Text(nl: "bron", en: "source")
      case .partly: Text(nl: "onder een andere vraag", en: "under another question")
      case .absent, .open: nil
      case .own(let status): status.label
      }
    }
  }

  struct Row {
    let question: String
    let label: Text
    let text: Text
    let status: Status
    var citation: Citation?
    var role: String?
    var day: CalendarDate?
  }

  /// A figure, or what it became.
  struct FactRow {
    let fact: String
    let label: Text
    let value: Text
    let found: Text
    let day: CalendarDate?
    let isCurrent: Bool
  }

  let one: ShelvedCase
  private(set) var rows: [Row] = []
  private(set) var facts: [FactRow] = []
  private(set) var remarks: [Block] = []
  private let questions: [KnowledgeTerm]

  /// - Throws: `knowledge.damaged`, `document.damaged`.
  init(_ one: ShelvedCase, in context: Context) throws {
    self.one = one
    questions = try context.questions + context.parts + context.central
    switch one.content {
    case .record(let record): try read(record, context)
    case .own(let own): try read(own, context)
    }
    try readFacts(context)
  }

  var citations: [Citation?] { (one.record?.citations ?? []) }

  /// What stands where nothing is said to a question.
  func missing(_ question: String) -> Row {
    let isOwn = one.own != nil
    return Row(
      question: question, label: questions.first { $0.id == question }?.label ?? .verbatim(question),
      text: isOwn
        ? Text(nl: "nog niet gezegd", en: "not said yet") : Text(nl: "niet in de bron", en: "not in the source"),
      status: isOwn ? .open : .absent)
  }

  private mutating func read(_ record: CaseRecord, _ context: Context) throws {
    let asked = try record.kind == .example ? context.questions : context.parts
    for mark in record.central {
      guard let question = questions.first(where: { $0.id == mark.question }) else { continue }
      rows.append(
        Row(
          question: question.id, label: .verbatim("\(question.id): ") + question.label,
          text: mark.mark == .present
            ? Text(nl: "staat bij deze vraag", en: "stands at this question")
            : Text(nl: "staat elders, en wordt hierbij genoemd", en: "stands elsewhere, and is named with it"),
          status: mark.mark == .present ? .source : .partly, citation: mark.source))
    }
    for question in asked {
      guard let answer = record.answer(question.id) else {
        // Initiatives and pilots are told by some of the questions only.
        if record.kind == .example { rows.append(missing(question.id)) }
        continue
      }
      rows += answer.says.map {
        Row(
          question: question.id, label: question.label, text: $0.shown, status: answer.isPartly ? .partly : .source,
          citation: $0.source)
      }
    }
    rows += record.besides.flatMap { extra in
      extra.says.map {
        Row(question: "besides", label: extra.label, text: $0.shown, status: .source, citation: $0.source)
      }
    }
    if let note = record.note { remarks.append(.notice(Notice(.info, note))) }
    if let task = record.task, let term = try context.tasks.first(where: { $0.id == task }) {
      remarks.append(.info(nl: "opgave \(task): \(term.label.nl)", en: "task \(task): \(term.label.en)"))
    }
    if let id = record.model, let model = try context.models.first(where: { $0.id == id }) {
      let empty = Text.joined(model.empty)
      remarks.append(
        .caution(nl: "de bron drukt niet af: \(empty.nl)", en: "the source does not print: \(empty.en)"))
    }
    if let model = record.model {
      remarks.append(.info(nl: "rekenmodel: 'casus model \(model)'", en: "calculator: 'casus model \(model)'"))
    }
    if let other = record.contracting {
      remarks.append(
        .info(
          nl: "hoe er wordt ingekocht: 'procure case \(other)'", en: "how it is contracted: 'procure case \(other)'"))
    }
    switch record.kind {
    case .initiative:
      remarks.append(
        .caution(
          nl: "één keer bezocht: effect en duurzaamheid zijn niet vastgesteld",
          en: "visited once: effect and durability were not established"))
    case .pilot:
      remarks.append(
        .caution(
          nl: "de uitkomst is gewenst, tenzij er iets anders staat; effecten van pilots tellen niet op",
          en: "the outcome is what is wanted, unless it says otherwise; effects of pilots do not add up"))
    default: break
    }
    for other in record.also {
      remarks.append(
        .info(
          nl: "dezelfde praktijk in een andere bron: 'casus show \(other)'",
          en: "the same practice in another source: 'casus show \(other)'"))
    }
  }

  private mutating func read(_ own: OwnCase, _ context: Context) throws {
    for question in try context.questions {
      let answers = own.answers(to: question.id)
      if answers.isEmpty { rows.append(missing(question.id)) }
      rows += answers.map {
        Row(
          question: question.id, label: question.label, text: .verbatim($0.text), status: .own($0.status),
          role: $0.role,
          day: $0.day)
      }
    }
  }

  private mutating func readFacts(_ context: Context) throws {
    let updates = try context.workspace.caseUpdates.items.filter { $0.owner == one.id }
    let printed = one.record?.facts ?? []
    let traits = try context.traits
    let coded = try context.codedTraits.filter { $0.owner == one.id }
    for fact in printed {
      facts.append(
        FactRow(
          fact: fact.id, label: fact.label, value: fact.shown, found: fact.source.brief, day: nil,
          isCurrent: !updates.contains { $0.fact == fact.id }))
      facts += Self.changes(updates.filter { $0.fact == fact.id }, fact.label) { .verbatim($0) }
    }
    let others = updates.filter { update in !printed.contains { $0.id == update.fact } }
    for name in Set(others.map(\.fact)).sorted() {
      let trait = traits.first { $0.id == name }
      let label = trait?.label ?? .verbatim(name)
      if let before = coded.first(where: { $0.trait == name }) {
        facts.append(
          FactRow(
            fact: name, label: label, value: trait?.label(of: before.value) ?? .verbatim(before.value),
            found: before.sources.first?.brief ?? .verbatim(""), day: nil, isCurrent: false))
      }
      if let before = one.own?.traits.first(where: { $0.trait == name }) {
        facts.append(
          FactRow(
            fact: name, label: label, value: trait?.label(of: before.value) ?? .verbatim(before.value),
            found: .verbatim(before.source), day: nil, isCurrent: false))
      }
      facts += Self.changes(others.filter { $0.fact == name }, label) { trait?.label(of: $0) ?? .verbatim($0) }
    }
    if let last = updates.map(\.day).max() {
      let count = Text.counted(updates.count, Text(nl: "feit", en: "fact"), Text(nl: "feiten", en: "facts"))
      let day = Text.day(last)
      remarks.append(
        .caution(
          nl: "bijgewerkt: \(count.nl), het laatst op \(day.nl); het oude staat er met zijn bron bij",
          en: "brought up to date: \(count.en), last on \(day.en); what was before stands with its source"))
    }
  }

  /// The latest first; of one day what was said last.
  private static func changes(_ updates: [CaseUpdate], _ label: Text, _ shown: (String) -> Text) -> [FactRow] {
    let order = updates.indices.sorted { (updates[$1].day, $1) < (updates[$0].day, $0) }
    return order.enumerated().map { place, index in
      FactRow(
        fact: updates[index].fact, label: label, value: shown(updates[index].value),
        found: .verbatim(updates[index].source), day: updates[index].day, isCurrent: place == 0)
    }
  }
}
