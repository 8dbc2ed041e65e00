import WorkbenchKit

/// What an arrangement comes to: which moments weigh most, what answers them, and what stays open.
struct ArrangementSheet {
  let arrangement: Arrangement
  let set: PersonaSet
  let measures: [Measure]
  let pillars: [Pillar]

  /// The moments with their weight, the heaviest first.
  var moments: [(moment: Moment, weight: Double)] {
    self.set.moments.enumerated().map { ($0.offset, $0.element, arrangement.weight(of: $0.element.id, in: set)) }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { ($0.1, $0.2) }
  }

  func answers(_ moment: Moment) -> [Arrangement.Answer] { arrangement.answers.filter { $0.moment == moment.id } }

  func label(_ answer: Arrangement.Answer) -> Text {
    measures.first { $0.id == answer.measure }?.label ?? .verbatim(answer.measure)
  }

  /// Who takes a measure up: whoever was named with it, else the owner of the moment.
  func party(_ answer: Arrangement.Answer) -> String? { answer.by ?? set.moment(answer.moment)?.owner }

  func weightsTable(_ context: Context) -> Table {
    let personas = set.personas.filter { arrangement.weights[$0.id] != nil }
    return Table(
      title: Text(nl: "Wie hier wonen, naar gewicht", en: "Who lives here, by weight"),
      columns: [
        .texts("name", personas.map(\.name), label: .verbatim("persona"), in: context),
        .numbers(
          "weight", personas.map { arrangement.weights[$0.id] ?? 0 }, label: Text(nl: "gewicht", en: "weight"),
          unit: .share, format: .share(0)),
        .texts("persona", personas.map(\.id), label: .verbatim("id")).asDetail(),
      ])
  }

  func momentsTable(_ context: Context) -> Table {
    let moments = moments
    return Table(
      title: Text(nl: "Momenten die het zwaarst wegen", en: "Moments that weigh most"),
      columns: [
        .texts("moment", moments.map(\.moment.label), label: Text(nl: "moment", en: "moment"), in: context),
        .numbers(
          "weight", moments.map(\.weight), label: Text(nl: "gewicht (0-5)", en: "weight (0-5)"), format: .decimals(1)),
        .texts(
          "measures",
          moments.map { item in
            answers(item.moment).isEmpty ? nil : Text.joined(answers(item.moment).map(label), by: "; ")
          }, label: Text(nl: "antwoord", en: "answer"), in: context),
        .texts(
          "owner",
          moments.map { item in
            let parties = Set(answers(item.moment).compactMap(party) + [item.moment.owner].compactMap { $0 }).sorted()
            return parties.isEmpty ? nil : parties.joined(separator: ", ")
          }, label: Text(nl: "wie", en: "who")),
        .texts("moment_id", moments.map(\.moment.id), label: .verbatim("id")).asDetail(),
      ])
  }

  func pillarsTable(_ context: Context) -> Table {
    var rows: [(pillar: Text, measure: Text, moment: Text, party: String?, source: Text?)] = []
    let none = Text(nl: "zonder pijler", en: "without a pillar")
    for pillar in pillars.map(\.id) + [""] {
      let name = pillars.first { $0.id == pillar }?.label ?? none
      for answer in arrangement.answers {
        let measure = measures.first { $0.id == answer.measure }
        guard (measure?.pillar ?? "") == pillar, let moment = set.moment(answer.moment) else { continue }
        rows.append((name, label(answer), moment.label, party(answer), measure?.source?.shown))
      }
    }
    return Table(
      title: Text(nl: "Maatregelen per pijler", en: "Measures by pillar"),
      columns: [
        .texts("pillar", rows.map(\.pillar), label: Text(nl: "pijler", en: "pillar"), in: context),
        .texts("measure", rows.map(\.measure), label: Text(nl: "maatregel", en: "measure"), in: context),
        .texts("moment", rows.map(\.moment), label: Text(nl: "bij", en: "answers"), in: context),
        .texts("party", rows.map(\.party), label: Text(nl: "wie", en: "who")),
        .texts("source", rows.map(\.source), label: Text(nl: "bron", en: "source"), in: context).asDetail(),
      ])
  }

  func blocks(_ context: Context) throws -> [Block] {
    let area = try AreaTitle(arrangement.area, context.workspace).shown
    var blocks: [Block] = [
      .heading(Heading(Text(nl: "Arrangement voor \(area)", en: "Arrangement for \(area)"), level: 2))
    ]
    if arrangement.weights.isEmpty {
      blocks.append(
        .caution(
          nl: "nog geen gewichten: geef ze met 'arrangement new … --weights', of stem met 'arrangement vote'",
          en: "no weights yet: give them with 'arrangement new … --weights', or vote with 'arrangement vote'"))
    } else {
      blocks.append(.table(weightsTable(context)))
      let basis = arrangement.basis.label
      blocks.append(
        .info(
          nl: "gewichten: \(basis.nl)" + (arrangement.rule.map { " (\($0))" } ?? ""),
          en: "weights: \(basis.en)" + (arrangement.rule.map { " (\($0))" } ?? "")))
    }
    blocks.append(.table(momentsTable(context)))
    if !arrangement.answers.isEmpty { blocks.append(.table(pillarsTable(context))) }
    blocks += open(context)
    blocks += try lacks(context)
    let cited = arrangement.answers.compactMap { answer in measures.first { $0.id == answer.measure }?.source }
    let remark = Text(
      nl:
        "het gewicht van een moment is de som over persona's van gewicht maal urgentie (1-5); zonder cel telt een persona als 0",
      en:
        "the weight of a moment is the sum over personas of weight times priority (1-5); without a cell a persona counts as 0"
    )
    context.workspace.note(assumption: remark)
    return blocks + [.notice(Notice(.info, remark))] + (try context.sources(cited))
  }

  /// What the personas of the arrangement lack in the area, where demand and supply of it are offered.
  private func lacks(_ context: Context) throws -> [Block] {
    guard let lacks = try AreaLacks(context.workspace) else { return [] }
    // Where two areas are called so, it is not guessed which.
    let rows = (try? lacks.rows(of: arrangement.area)) ?? []
    guard !rows.isEmpty else {
      return [
        .info(
          nl: "wat er in dit gebied tekortkomt, staat niet in \(AreaLacks.table)",
          en: "what is lacking in this area is not told by \(AreaLacks.table)")
      ]
    }
    let weighed = set.personas.filter { arrangement.weights.isEmpty || (arrangement.weights[$0.id] ?? 0) > 0 }
    let found = PersonaLacks(weighed, rows, known: lacks.rows)
    context.workspace.note(assumption: PersonaLacks.remark)
    return [.table(found.table(isOpenOnly: true, context))] + found.remarks(known: lacks.rows)
      + [.notice(Notice(.info, PersonaLacks.remark))]
  }

  private func open(_ context: Context) -> [Block] {
    var blocks: [Block] = []
    let unanswered = moments.filter { answers($0.moment).isEmpty }.map { $0.moment.label(context.language) }
    if !unanswered.isEmpty {
      let listed = Text.list(unanswered, atMost: 9)
      blocks.append(.caution(nl: "zonder antwoord: \(listed.nl)", en: "unanswered: \(listed.en)"))
    }
    let ownerless = arrangement.answers.filter { party($0) == nil }.map { label($0)(context.language) }
    if !ownerless.isEmpty {
      let listed = Text.list(ownerless)
      blocks.append(.caution(nl: "door niemand opgepakt: \(listed.nl)", en: "taken up by nobody: \(listed.en)"))
    }
    return blocks
  }
}
