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
          + "mogelijk zijn.",
        en:
          "A fact for each output, and fired: the rules that fit. An input that is lacking or unknown shows the answers that are then still "
          + "possible."),
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
    let values = known.compactMap { $0 }
    guard values.count == known.count else { return Output(open(table, known) + book.remarks()) }
    let fired = table.fired(values)
    let answers: [Evaluation.Outcome]
    do { answers = try table.outcome(of: fired) } catch { throw Self.conflict(error, table) }
    var facts = Facts()
    for (clause, answer) in zip(table.outputs, answers) { facts.add(clause.name, answer.value, label: clause.label) }
    facts.add("fired", .list(fired.map { .number(Double($0 + 1)) }), label: Text(nl: "regels", en: "rules fired"))
    var blocks: [Block] = [.facts(facts)]
    let notes = fired.compactMap { table.rules[$0].note }
    if !notes.isEmpty { blocks.append(.paragraph(.joined(notes, by: "; "))) }
    if fired.isEmpty {
      blocks.append(.caution(nl: "geen regel past op deze invoer", en: "no rule fits this input"))
    }
    return Output(blocks + book.remarks(on: table))
  }

  /// What is still possible.
  private func open(_ table: DecisionTable, _ known: [Literal?]) -> [Block] {
    let outcomes = OpenOutcomes(table, known: known)
    let unknown = zip(table.inputs, known).filter { $0.1 == nil }.map(\.0.name)
    var facts = Facts()
    for (index, clause) in table.outputs.enumerated() {
      var values: [Value] = []
      for possible in outcomes.possible where !values.contains(possible.answers[index].value) {
        values.append(possible.answers[index].value)
      }
      facts.add(clause.name, values.count == 1 ? values[0] : .list(values), label: clause.label)
    }
    let fired = Set(outcomes.possible.flatMap(\.fired)).sorted()
    facts.add(
      "fired", .list(fired.map { .number(Double($0 + 1)) }),
      label: Text(nl: "regels die kunnen passen", en: "rules that may fire"))
    facts.add("unknown", .list(unknown.map(Value.text)), label: Text(nl: "onbekend", en: "unknown"))
    let columns = table.outputs.enumerated().map { index, clause in
      Column(
        clause.name,
        values: outcomes.possible.map { possible in
          let value = possible.answers[index].value
          if case .list(let items) = value { return .text(items.map(\.plain).joined(separator: ", ")) }
          return value
        }, label: clause.label)
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
          label: Text(nl: "regels", en: "rules")),
        .texts("example", examples, label: Text(nl: "bijvoorbeeld bij", en: "for example with")),
      ])
    var blocks: [Block] = [.facts(facts), .table(possible)]
    if !outcomes.conflicts.isEmpty || outcomes.isCut {
      blocks.append(
        outcomes.isCut
          ? .warning(
            nl: "er zijn meer antwoorden mogelijk dan hier staan", en: "more answers are possible than stand here")
          : .warning(
            nl: "bij sommige waarden spreken regels elkaar tegen; zie 'rules check \(table.typedName)'",
            en: "with some values rules contradict each other; see 'rules check \(table.typedName)'"))
    }
    return blocks
  }

  private static func conflict(_ conflict: Evaluation.Conflict, _ table: DecisionTable) -> Diagnostic {
    let rules: [Int]
    let said: Text
    switch conflict {
    case .several(let hits):
      rules = hits
      said = Text(
        nl: "passen tegelijk, en '\(table.name)' staat er één toe", en: "fit at once, and '\(table.name)' allows one")
    case .disagree(let hits):
      rules = hits
      said = Text(nl: "van '\(table.name)' zeggen iets anders", en: "of '\(table.name)' say different things")
    }
    let listed = rules.map { String($0 + 1) }.joined(separator: ", ")
    return Diagnostic(
      "rules.overlap", Text(nl: "regels \(listed) ", en: "rules \(listed) ") + said,
      wayOut: Text(
        nl: "'rules check \(table.typedName)' toont waar", en: "'rules check \(table.typedName)' shows where"),
      suggestion: "rules check \(table.typedName)")
  }
}
