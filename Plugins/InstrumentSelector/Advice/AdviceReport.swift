import Methods
import WorkbenchKit

/// An advice as it is shown.
struct AdviceReport {
  let advice: Advisor.Advice
  let advisor: Advisor
  let answers: Answers
  let context: Context

  /// The instruments in order; where nothing puts one before another, the question that would tell most.
  func blocks(_ reader: AnswerReader) throws -> [Block] {
    let lead = try Lead(answers, advisor.book)
    var facts = facts
    if let lead { lead.add(to: &facts) }
    var blocks: [Block] = lead.map { [.paragraph($0.said)] } ?? []
    // Who does not take the lead need not be asked on.
    let telling = try isRanked || lead?.isDeclined == true ? nil : TellingQuestions(answers, advice, advisor, reader)
    blocks.append(.facts(facts))
    // The label of the style, and the paragraph below, say the same.
    var machine = Facts(isDetail: true)
    if let best = telling?.best { machine.add("question", .text(best.id)) }
    if advice.finding.styles.count > 1 {
      machine.add("style_order", .text(advice.finding.isSequence ? "sequence" : "possible"))
    }
    if !machine.facts.isEmpty { blocks.append(.facts(machine)) }
    let remarks = advice.finding.remarks
    if !remarks.isEmpty { blocks.append(.paragraph(.joined(remarks, by: "; ") + .verbatim("."))) }
    if let telling {
      blocks += telling.blocks(context)
    } else if !isRanked {
      blocks.append(
        .info(
          nl: "wilt u toch zien welke instrumenten passen, geef dan ook script en macht",
          en: "to see which instruments would fit all the same, give script and power as well"))
    }
    if isRanked {
      blocks.append(.table(ranking))
      blocks.append(.table(changes(try Sensitivity(answers, advice, advisor, reader), reader)))
      blocks.append(.table(ranges))
    }
    blocks += topics
    blocks += lead?.remarks ?? []
    blocks += (advisor.gaps?.remarks ?? []).map { .notice(Notice(.caution, $0)) }
    if advisor.measures != nil { blocks.append(.notice(Notice(.info, AreaMeasures.remark))) }
    if isRanked { blocks += try notices() }
    blocks += try congruence()
    return blocks
  }

  /// Whether something was answered, and puts one instrument before another.
  private var isRanked: Bool { !answers.all.isEmpty && advice.ranks }

  /// What the shown advice and its topics are cited from.
  var citations: [Citation?] {
    (isRanked ? advice.first.map(\.instrument.source) : []) + advisor.agenda.topics.map(\.source)
  }

  private var facts: Facts {
    let finding = advice.finding
    var facts = Facts()
    let styles = finding.styles.map(Value.text)
    let order =
      styles.count == 1
      ? Text.verbatim("")
      : finding.isSequence ? Text(nl: " (na elkaar)", en: " (in turn)") : Text(nl: " (nog open)", en: " (still open)")
    facts.add(
      "style", styles.count == 1 ? styles[0] : .list(styles), label: Text(nl: "regiestijl", en: "style") + order)
    facts.add(
      "rules", .list(finding.rules.map { .number(Double($0)) }),
      label: Text(nl: "regels van '\(finding.table)'", en: "rules of '\(finding.table)'"))
    facts.add("levels", .list(advice.levels.map(Value.text)), label: Text(nl: "niveaus", en: "levels"))
    return facts.atAGlance(["style"])
  }

  private var ranking: Table {
    let placed = advice.placed
    return Table(
      title: Text(nl: "Instrumenten", en: "Instruments"),
      columns: [
        .numbers("rank", placed.map { Double($0.rank) }, label: Text(nl: "plaats", en: "rank"), format: .plain),
        .texts("instrument", placed.map(\.instrument.id), label: .verbatim("instrument")),
        .texts("domain", placed.map(\.instrument.domain), label: Text(nl: "domein", en: "domain")).asDetail(),
        .texts("level", placed.map(\.instrument.level), label: Text(nl: "niveau", en: "level")).asDetail(),
        .numbers("score", placed.map(\.score), label: .verbatim("score"), format: .decimals(2)),
        .texts(
          "because", placed.map { $0.because.isEmpty ? .verbatim("-") : .joined($0.because, by: "; ") },
          label: Text(nl: "omdat", en: "because"), in: context),
      ]
    ).atAGlance(columns: ["rank", "instrument", "score"])
  }

  private func changes(_ sensitivity: Sensitivity, _ reader: AnswerReader) -> Table {
    let changes = sensitivity.changes
    let words = Dictionary(reader.questions.map { ($0.id, $0.word) }, uniquingKeysWith: { one, _ in one })
    return Table(
      title: Text(nl: "Wat de eerste drie zou veranderen", en: "What would change the first three"),
      columns: [
        .texts("answer", changes.map(\.question)).asDetail(),
        .texts(
          "answer_label", changes.map { words[$0.question] ?? .verbatim($0.question) },
          label: Text(nl: "antwoord", en: "answer"), in: context),
        .texts(
          "from", changes.map { $0.from?.shown ?? Text(nl: "onbekend", en: "unknown") },
          label: Text(nl: "van", en: "from"), in: context),
        .texts("to", changes.map(\.to.shown), label: Text(nl: "naar", en: "to"), in: context),
        .texts(
          "effect",
          changes.map { change in
            let style = change.styles == advice.finding.styles ? "" : change.styles.joined(separator: " / ") + ": "
            return style + change.first.map(\.instrument.id).prefix(5).joined(separator: ", ")
              + (change.first.count > 5 ? " …" : "")
          }, label: Text(nl: "dan", en: "then")),
      ])
  }

  private var ranges: Table {
    let ranges = weightRanges(advice.utilities, weights: advisor.weights, keeping: 3)
    let criteria = AdviceCriterion.allCases
    return Table(
      title: Text(nl: "Gewichten waarbij de eerste drie blijven", en: "Weights with which the first three stay"),
      columns: [
        .texts("criterion", criteria.map(\.id), label: Text(nl: "criterium", en: "criterion")),
        .texts("label", criteria.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .numbers("weight", advisor.weights, label: Text(nl: "gewicht", en: "weight"), format: .decimals(2)),
        .numbers("low", ranges.map(\.low), label: Text(nl: "van", en: "from"), format: .decimals(2)),
        .numbers("high", ranges.map(\.high), label: Text(nl: "tot", en: "to"), format: .decimals(2)),
      ])
  }

  /// Topics of the performance agreements that the gaps and the arrangements of the areas call for.
  private var topics: [Block] {
    let topics = advisor.agenda.topics
    guard !topics.isEmpty else { return [] }
    func listed(_ names: [String], by mark: String) -> String? {
      names.isEmpty ? nil : names.prefix(5).joined(separator: mark) + (names.count > 5 ? " …" : "")
    }
    func ids(_ needs: [AreaGaps.Need]) -> String? {
      listed(needs.map { $0.precondition.isEmpty ? $0.family : $0.precondition }, by: ", ")
    }
    func labels(_ needs: [AreaGaps.Need]) -> String? { listed(AreaGaps.names(needs), by: "; ") }
    let hasMeasures = topics.contains { !$0.measures.isEmpty }
    let measures = Column.texts(
      "measures", topics.map { $0.measures.isEmpty ? nil : AreaMeasures.named($0.measures) },
      label: Text(nl: "uit het arrangement", en: "from the arrangement"), in: context)
    let origin =
      !hasMeasures
      ? Text(nl: "uit wzw.gaps", en: "from wzw.gaps")
      : advisor.gaps == nil
        ? Text(nl: "uit het arrangement", en: "from the arrangement")
        : Text(nl: "uit wzw.gaps en het arrangement", en: "from wzw.gaps and the arrangement")
    return [
      .table(
        Table(
          title: Text(
            nl: "Voor de prestatieafspraken (\(origin.nl))", en: "For the performance agreements (\(origin.en))"),
          columns: [
            .texts("topic", topics.map(\.label), label: Text(nl: "onderwerp", en: "topic"), in: context),
            .texts("lacking", topics.map { ids($0.lacking) }).asDetail(),
            .texts(
              "lacking_labels", topics.map { labels($0.lacking) }, label: Text(nl: "tekort aan", en: "lacking")),
            .texts("unknown", topics.map { ids($0.unknown) }).asDetail(),
            .texts(
              "unknown_labels", topics.map { labels($0.unknown) },
              label: Text(nl: "uit te zoeken", en: "to be found out")),
          ] + (hasMeasures ? [measures] : [])))
    ]
  }

  private func notices() throws -> [Block] {
    let chosen =
      advice.first.map(\.instrument) + advisor.instruments.filter { answers.list("exists")?.contains($0.id) == true }
    var lacks: [Text] = []
    func lack(_ kinds: [(id: String, said: Text)], _ used: [String], _ word: Text) {
      let missing = kinds.filter { !used.contains($0.id) }.map(\.said)
      if !missing.isEmpty { lacks.append(word + .verbatim(" ") + .joined(missing)) }
    }
    lack(try context.domains.map { ($0.id, $0.label) }, chosen.map(\.domain), Text(nl: "domein", en: "domain"))
    // The ids of the levels are Dutch words of their own.
    lack(try context.levels.map { ($0.id, .verbatim($0.id)) }, chosen.map(\.level), Text(nl: "niveau", en: "level"))
    lack(try context.tools.map { ($0.id, $0.label) }, chosen.map(\.tool), Text(nl: "soort", en: "tool"))
    var notices: [Block] = []
    if !lacks.isEmpty {
      notices.append(
        .notice(
          Notice(
            .info,
            Text(nl: "de eerste drie dekken niet: ", en: "the first three do not cover: ") + .joined(lacks, by: "; "))))
    }
    for one in chosen {
      let clashing = advisor.notes.list(one.id, .clashes).filter { other in chosen.contains { $0.id == other } }
        .joined(separator: ", ")
      if !clashing.isEmpty {
        notices.append(
          .caution(
            nl: "volgens de kring botst '\(one.id)' met \(clashing)",
            en: "the circle says that '\(one.id)' clashes with \(clashing)"))
      }
      if let needs = advisor.notes.text(one.id, .needs) {
        notices.append(
          .info(
            nl: "'\(one.id)' heeft volgens de kring nodig: \(needs)",
            en: "the circle says that '\(one.id)' needs: \(needs)"))
      }
    }
    let asked = [("script", Text.verbatim("script")), ("power", Text(nl: "macht", en: "power"))]
    let open = asked.filter { answers[$0.0] == nil }.map(\.1)
    let unknown = Text.joined(open)
    if !open.isEmpty, advice.finding.styles.count > 1, !advice.finding.isSequence {
      notices.append(
        .caution(
          nl: "nog niet beantwoord: \(unknown.nl); de stijl staat dus open",
          en: "not answered yet: \(unknown.en); so the style is open"))
    }
    return notices
  }

  /// The style beside the contract that was chosen in `procure`, where it is in the workspace.
  private func congruence() throws -> [Block] {
    guard let contract = try ChosenContract(context.workspace) else { return [] }
    return [try contract.notice(beside: advice.finding.styles, table: advisor.book.table("congruentie"))]
  }
}
