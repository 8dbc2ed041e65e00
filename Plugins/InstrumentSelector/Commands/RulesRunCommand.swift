import Decisions
import WorkbenchKit

/// `rules run NAME key=value…`: what a decision table says, and which rules fired.
struct RulesRunCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String>.decisionTable
    let inputs = Argument(
      list: "inputs", .pair(.value), required: false, about: Text(nl: "INVOER=WAARDE", en: "INPUT=VALUE"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules run", aliases: ["regels draai"],
      summary: Text(nl: "vraag een beslistabel om een antwoord", en: "ask a decision table for an answer"),
      details: Text(
        nl:
          "Per uitkomst een feit, en fired: de regels die pasten. Een invoer die ontbreekt of onbekend is, laat de antwoorden zien die dan nog "
          + "mogelijk zijn, met elke regel die nog kan passen; een antwoord dat in alle gevallen hetzelfde is, wordt gegeven. null: er is geen "
          + "waarde. Een datum is 2027-01-31, een tijd 16:30, een duur P3DT4H of P1Y2M.",
        en:
          "A fact for each output, and fired: the rules that fit. An input that is lacking or unknown shows the answers that are then still "
          + "possible, with every rule that may still fire; an answer that is the same in all cases is given. null: there is no value. A date "
          + "is 2027-01-31, a time 16:30, a duration P3DT4H or P1Y2M."),
      examples: [
        .init(
          "rules run regiestijl script=yes power=no",
          Text(nl: "een eigen script zonder macht", en: "a script without power")),
        .init("rules run regiestijl script=yes", Text(nl: "macht onbekend", en: "power unknown")),
        .init(
          "rules run regiestijl script=misschien power=no", Text(nl: "geen ja of nee", en: "neither yes nor no"),
          failsWith: "rules.value"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try RuleBook(context)
    let table = try given.checking(\.name, book.table)
    let known = try RuleInputs.read(given.inputs, for: table)
    if let source = table.source { _ = try context.knowledge.sources([source], in: context) }
    context.workspace.note(
      assumption: Text(nl: "volgens de beslistabel '\(table.name)'", en: "by the decision table '\(table.name)'"))
    let outcomes = try OpenOutcomes(table, known: known, poll: context.checkInterrupt)
    let isKnown = known.allSatisfy { $0 != nil }
    if isKnown, let hits = outcomes.conflicts.first, outcomes.possible.isEmpty { throw Self.conflict(hits, table) }
    // All is known and decided, or what is not does not matter.
    if isKnown, outcomes.possible.count == 1, outcomes.conflicts.isEmpty, !outcomes.isCut,
      let answer = outcomes.possible.first
    {
      return Output(decided(answer.answers, known, outcomes, table) + book.remarks(on: table))
    }
    return Output(open(table, known, outcomes) + book.remarks(on: table))
  }

  private func decided(
    _ answers: [Evaluation.Outcome], _ known: [Literal?], _ outcomes: OpenOutcomes, _ table: DecisionTable
  ) -> [Block] {
    let fired = table.fired(known.compactMap { $0 })
    var facts = Facts()
    for (clause, answer) in zip(table.outputs, answers) { facts.add(clause.name, answer.value, label: clause.label) }
    facts.add("fired", .list(fired.map { .number(Double($0 + 1)) }), label: Text(nl: "regels", en: "rules fired"))
    Self.add(undecided: outcomes.undecided, to: &facts)
    Self.add(open: answers, to: &facts)
    var blocks: [Block] = [.facts(facts)]
    let notes = fired.compactMap { table.rules[$0].note }
    if !notes.isEmpty { blocks.append(.paragraph(.joined(notes, by: "; "))) }
    for (clause, answer) in zip(table.outputs, answers) {
      guard case .open(let text) = answer else { continue }
      blocks.append(
        .caution(
          nl: "'\(clause.name)' is '\(text)', en dat wordt hier niet uitgerekend",
          en: "'\(clause.name)' is '\(text)', which is not worked out here"))
    }
    if fired.isEmpty {
      blocks.append(.caution(nl: "geen regel past op deze invoer", en: "no rule fits this input"))
    } else if !outcomes.undecided.isEmpty, !answers.contains(where: \.isOpen) {
      blocks.append(
        .info(
          nl: "het antwoord is hetzelfde, of de niet besliste regels passen of niet",
          en: "the answer is the same whether the undecided rules fit or not"))
    }
    return blocks
  }

  private static func add(undecided: [Int], to facts: inout Facts) {
    guard !undecided.isEmpty else { return }
    facts.add(
      "undecided", .list(undecided.map { .number(Double($0 + 1)) }),
      label: Text(nl: "regels die niet beslist zijn", en: "rules that are not decided"))
  }

  /// What would have to be worked out elsewhere, as it stands in the table.
  private static func add(open answers: [Evaluation.Outcome], to facts: inout Facts) {
    var texts: [Value] = []
    for case .open(let text) in answers where !texts.contains(.text(text)) { texts.append(.text(text)) }
    guard !texts.isEmpty else { return }
    facts.add("open", .list(texts), label: Text(nl: "niet uitgerekend", en: "not worked out"))
  }

  /// What is still possible.
  private func open(_ table: DecisionTable, _ known: [Literal?], _ outcomes: OpenOutcomes) -> [Block] {
    let lacking = zip(table.asked, known).filter { $0.1 == nil }.map(\.0)
    let unknown = lacking.map(\.name)
    var facts = Facts()
    for (index, clause) in table.outputs.enumerated() {
      let answers = outcomes.possible.map { $0.answers[index] }
      var values: [Value] = []
      for answer in answers where !values.contains(answer.value) { values.append(answer.value) }
      // More than was looked for may be something else.
      let isOne = values.count == 1 && !outcomes.isCut && outcomes.conflicts.isEmpty
      facts.add(clause.name, isOne ? values[0] : .list(values), label: clause.label)
    }
    facts.add(
      "fired", .list(outcomes.mayFire.map { .number(Double($0 + 1)) }),
      label: Text(nl: "regels die kunnen passen", en: "rules that may fire"))
    Self.add(undecided: outcomes.undecided, to: &facts)
    Self.add(open: outcomes.possible.flatMap(\.answers), to: &facts)
    if !unknown.isEmpty {
      facts.add(
        "unknown", .list(unknown.map(Value.text)), label: Text(nl: "onbekend", en: "unknown"), shown: lacking.called)
    }
    let columns = table.outputs.enumerated().map { index, clause in
      Column(clause.name, values: outcomes.possible.map { $0.answers[index].shown }, label: clause.label)
    }
    let examples = outcomes.possible.map { possible in
      zip(table.inputs, possible.example).filter { unknown.contains($0.0.name) }
        .map { "\($0.name)=\($1.plain)" }.joined(separator: " ")
    }
    let possible = Table(
      title: Text(nl: "Nog mogelijk", en: "Still possible"),
      columns: columns + [
        .texts(
          "rules", outcomes.possible.map { $0.fired.map { String($0 + 1) }.joined(separator: ", ") },
          label: Text(nl: "regels", en: "rules"))
      ]
        + (unknown.isEmpty
          ? [] : [.texts("example", examples, label: Text(nl: "bijvoorbeeld bij", en: "for example with"))]))
    return [.facts(facts), .table(possible)] + warnings(table, unknown, outcomes)
  }

  private func warnings(_ table: DecisionTable, _ unknown: [String], _ outcomes: OpenOutcomes) -> [Block] {
    var blocks: [Block] = []
    if outcomes.isCut {
      blocks.append(
        .warning(
          nl: "er zijn meer antwoorden mogelijk dan hier staan", en: "more answers are possible than stand here"))
    }
    if !outcomes.conflicts.isEmpty, unknown.isEmpty {
      blocks.append(
        .warning(
          nl: "past een regel die niet beslist is ook, dan spreken regels elkaar tegen",
          en: "if a rule that is not decided fits as well, rules contradict each other"))
    } else if !outcomes.conflicts.isEmpty {
      blocks.append(
        .warning(
          nl: "bij sommige waarden spreken regels elkaar tegen; zie 'rules check \(table.typedName)'",
          en: "with some values rules contradict each other; see 'rules check \(table.typedName)'"))
    }
    let compared = table.others.map(\.name).filter(unknown.contains)
    if !compared.isEmpty {
      blocks.append(
        .caution(
          nl: "regels vergelijken met \(compared.joined(separator: ", ")); zonder die waarde is het open of zij passen",
          en: "rules compare with \(compared.joined(separator: ", ")); without that value it is open whether they fit"))
    }
    return blocks
  }

  private static func conflict(_ hits: [Int], _ table: DecisionTable) -> Diagnostic {
    let said =
      table.policy == .unique
      ? Text(
        nl: "passen tegelijk, en '\(table.name)' staat er één toe", en: "fit at once, and '\(table.name)' allows one")
      : Text(nl: "van '\(table.name)' zeggen iets anders", en: "of '\(table.name)' say different things")
    let listed = hits.map { String($0 + 1) }.joined(separator: ", ")
    return Diagnostic(
      "rules.overlap", Text(nl: "regels \(listed) ", en: "rules \(listed) ") + said,
      wayOut: Text(
        nl: "'rules check \(table.typedName)' toont waar", en: "'rules check \(table.typedName)' shows where"),
      suggestion: "rules check \(table.typedName)")
  }
}
