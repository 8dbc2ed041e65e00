import Methods
import WorkbenchKit

/// `persona assign FILE`: which persona people are nearest to, with what margin, and who is near none.
struct PersonaAssignCommand: Command {
  struct Arguments: Sendable {
    let answers = AnswerArguments()
    let rows = RowNameArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona assign",
    aliases: ["persona wijs-toe"],
    summary: Text(
      nl: "zoek bij mensen de naaste persona, en wie bij geen past",
      en: "find the persona nearest to people, and whom none fits"),
    details: Text(
      nl:
        "Van elke persona die uit antwoorden kwam is bewaard wat de groep het vaakst antwoordt; de afstand daartoe is die van Gower. "
        + "'margin' is hoeveel verder de volgende ligt. Gemeten wordt met het bereik van de enquête waaruit de persona's kwamen, zodat de "
        + "afstand van iemand niet afhangt van wie er verder in het bestand staan. Bij geen past wie ver buiten de spreiding van de groep "
        + "ligt: verder dan het derde kwartiel van de afstanden in de groep en drie keer de kwartielafstand (buitenste hek, Tukey 1977). Een "
        + "groep zonder spreiding reikt tot halverwege de naaste andere persona. Er wordt niets van de mensen bewaard.",
      en:
        "Of each persona that came out of answers is kept what the group answers most; the distance to that is Gower's. 'margin' is how "
        + "much further the next one lies. It is measured with the ranges of the survey that the personas came from, so that the distance of "
        + "somebody does not depend on who else is in the file. None fits who lies far out of the spread of the group: further than the third "
        + "quartile of the distances in the group and three times the distance between the quartiles (outer fence, Tukey 1977). A group "
        + "without spread reaches half the way to the nearest other persona. Nothing of the people is kept."),
    examples: [
      .init(
        "persona assign behoeften.csv",
        Text(nl: "tegenover de concepten van zo-even", en: "against the drafts of just now")),
      .init("persona assign kano.csv", Text(nl: "andere vragen", en: "other questions"), failsWith: "assign.columns"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let file = try given.answers.table(given.guarding, in: context)
    let set = try context.workspace.currentSetID.flatMap(context.workspace.personaSet)
    let adopted = (set?.personas ?? []).filter { $0.trace?.profile.isEmpty == false }
    let personas = adopted.isEmpty ? try context.workspace.personaDrafts.drafts : adopted
    guard !personas.isEmpty else {
      throw Diagnostic(
        "assign.none",
        Text(
          nl: "geen persona kwam uit antwoorden, dus er is niets om mee te vergelijken",
          en: "no persona came out of answers, so there is nothing to compare with"),
        wayOut: Text(nl: "maak er met 'persona cluster BESTAND'", en: "make some with 'persona cluster FILE'"),
        suggestion: "persona cluster")
    }
    let traces = personas.compactMap(\.trace)
    let sheet = try given.checking(\.answers.file) { _ in
      let marks = try given.answers.numbers.marks()
      return try NeedSheet(file.table, id: given.rows.id, marks: marks, mentions: Self.mentions(traces))
        .without(MissingAnswers(Set(traces.flatMap(\.missing)).sorted()), marks: marks)
    }
    let known = Set(personas.flatMap { $0.trace?.profile.keys.map { $0 } ?? [] })
    let columns = sheet.columns.filter { known.contains($0.name) }
    guard !columns.isEmpty else {
      let wanted = Text.list(known.sorted())
      throw Diagnostic(
        "assign.columns",
        Text(
          nl: "'\(file.name)' heeft geen van de vragen waaruit de persona's kwamen",
          en: "'\(file.name)' has none of the questions that the personas came from"),
        wayOut: Text(nl: "nodig: \(wanted.nl)", en: "needed: \(wanted.en)"), place: given.place(of: \.answers.file))
    }
    let numbers = Set(personas.flatMap { $0.trace?.numbers ?? [] })
    let orders = traces.reduce(into: [:]) { $0.merge($1.orders) { first, _ in first } }
    let signs = traces.reduce(into: [:]) { $0.merge($1.signs) { first, _ in first } }
    let questions = columns.map {
      Self.question($0, isQuantity: numbers.contains($0.name), order: orders[$0.name], sign: signs[$0.name])
    }
    let distances = personas.map { persona in
      let trace = persona.trace
      return ProfileDistances(questions.map(\.question), to: [trace?.profile ?? [:]], ranges: trace?.ranges ?? [:])
        .toProfile(0)
    }
    let limits = personas.map { $0.trace?.limit ?? .infinity }
    let places = sheet.names.indices.map { Placing($0, distances, limits) }
    var blocks: [Block] = [
      .paragraph(Self.summary(places)), .table(Self.table(places, personas, sheet.names, context)),
      .table(Self.counts(places, personas, context)), .facts(Self.facts(places)),
    ]
    let lacking = known.subtracting(columns.map(\.name)).sorted()
    if !lacking.isEmpty {
      let listed = Text.list(lacking)
      blocks.append(
        .caution(nl: "niet gevraagd in '\(file.name)': \(listed.nl)", en: "not asked in '\(file.name)': \(listed.en)"))
    }
    blocks += Self.remarks(questions, traces)
    for source in [ClusterSources.gower, ClusterSources.tukey] { context.workspace.note(source) }
    return Output(blocks + [.nobody, .notForDecisions] + (file.notices + sheet.notices).map(Block.notice))
  }

  /// Whether what is not named is an answer, as it was where the personas came from; the answers tell where no trace does.
  private static func mentions(_ traces: [PersonaTrace]) -> NeedSheet.Mentions {
    let known = traces.compactMap(\.isMentions)
    guard known.count == traces.count else { return .judged }
    guard known.allSatisfy({ $0 }) else { return .known(nil) }
    return .known(Set(traces.flatMap { $0.profile.keys }).sorted())
  }

  /// A question as it is measured: each answer by itself, so that nobody else's words change what it is.
  ///
  /// - Returns: the question, with what should be a number and is none.
  private static func question(_ column: Column, isQuantity: Bool, order: [String]?, sign: String?) -> (
    question: ProfileDistances.Question, bad: [String]
  ) {
    let plain = (0..<column.count).map { column[$0].isMissing ? nil : column[$0].plain }
    guard isQuantity else { return (.init(name: column.name, numbers: nil, sign: sign, plain: plain), []) }
    let places = (order ?? []).enumerated().map { ($1.plainWords, Double($0)) }
    let ranks = Dictionary(places, uniquingKeysWith: { first, _ in first })
    let numbers =
      order == nil
      ? column.numbers ?? plain.map { $0.flatMap { NumberText.parse($0) } ?? .nan }
      : plain.map { $0.flatMap { ranks[$0.plainWords] } ?? .nan }
    let bad = zip(numbers, plain).compactMap { $0.isNaN ? $1 : nil }
    return (.init(name: column.name, numbers: numbers, order: order, plain: plain), bad)
  }

  /// What lies outside of what the survey knew.
  private static func remarks(
    _ questions: [(question: ProfileDistances.Question, bad: [String])], _ traces: [PersonaTrace]
  ) -> [Block] {
    var blocks: [Block] = []
    let bad = questions.filter { !$0.bad.isEmpty }.map { "\($0.question.name) (\($0.bad.count)×)" }
    if !bad.isEmpty {
      let listed = Text.list(bad)
      blocks.append(
        .caution(
          nl: "geen getal of trede waar de enquête er een vroeg, dus niet meegeteld: \(listed.nl)",
          en: "no number or step where the survey asked for one, so not counted: \(listed.en)"))
    }
    let outside = questions.compactMap { question, _ -> String? in
      let ranges = traces.compactMap { $0.ranges[question.name] }
      guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
      let count = (question.numbers ?? []).count { $0 < low || $0 > high }
      guard count > 0, question.order == nil else { return nil }
      return "\(question.name) (\(count)×, \(NumberText.shortest(low)) – \(NumberText.shortest(high)))"
    }
    if !outside.isEmpty {
      let listed = Text.list(outside)
      blocks.append(
        .caution(
          nl: "buiten het bereik van de enquête, dus gerekend als het uiterste ervan: \(listed.nl)",
          en: "outside the range of the survey, so counted as its end: \(listed.en)"))
    }
    if traces.contains(where: { !$0.numbers.isEmpty && $0.ranges.isEmpty }) {
      blocks.append(
        .caution(
          nl:
            "de persona's bewaren geen bereik van de enquête: de afstand hangt af van wie er in dit bestand staan; maak ze opnieuw met 'persona cluster'",
          en:
            "the personas keep no range of the survey: the distance depends on who is in this file; make them anew with 'persona cluster'"
        ))
    }
    return blocks
  }

  /// One respondent with the nearest persona.
  private struct Placing {
    let persona: Int?
    let distance: Double
    let margin: Double
    let isNear: Bool

    init(_ row: Int, _ distances: [[Double]], _ limits: [Double]) {
      let ranked = distances.indices.filter { !distances[$0][row].isNaN }.sorted {
        (distances[$0][row], $0) < (distances[$1][row], $1)
      }
      persona = ranked.first
      distance = ranked.first.map { distances[$0][row] } ?? .nan
      margin = ranked.count > 1 ? distances[ranked[1]][row] - distances[ranked[0]][row] : .nan
      isNear = ranked.first.map { Standing(of: distances[$0][row], to: limits[$0], size: 1).isAtMost } ?? false
    }
  }

  private static func summary(_ places: [Placing]) -> Text {
    let none = places.count { !$0.isNear }
    let share = Text.share(Double(none) / Double(max(places.count, 1)))
    return .plural(
      none,
      Text(
        nl: "1 van de \(places.count) mensen (\(share.nl)) ligt bij geen persona in de buurt",
        en: "1 of the \(places.count) people (\(share.en)) is near no persona"),
      Text(
        nl: "\(none) van de \(places.count) mensen (\(share.nl)) liggen bij geen persona in de buurt",
        en: "\(none) of the \(places.count) people (\(share.en)) are near no persona"))
  }

  private static func table(_ places: [Placing], _ personas: [Persona], _ names: [String], _ context: Context) -> Table
  {
    Table(
      columns: [
        .texts("id", names, label: Text(nl: "wie", en: "who")),
        .texts(
          "persona", places.map { $0.persona.map { personas[$0].id } },
          label: Text(nl: "naaste persona", en: "nearest persona")),
        .numbers("distance", places.map(\.distance), label: Text(nl: "afstand", en: "distance"), format: .decimals(2)),
        .numbers("margin", places.map(\.margin), label: Text(nl: "marge", en: "margin"), format: .decimals(2)),
        Column("near", .booleans(places.map(\.isNear)), label: Text(nl: "in de buurt", en: "near")),
      ])
  }

  private static func counts(_ places: [Placing], _ personas: [Persona], _ context: Context) -> Table {
    Table(
      title: Text(nl: "Bij wie", en: "With whom"),
      columns: [
        .texts("name", personas.map(\.name), label: Text(nl: "persona", en: "persona"), in: context),
        .counts(
          "near_count", personas.indices.map { index in places.count { $0.persona == index && $0.isNear } },
          label: Text(nl: "in de buurt", en: "near")),
        .counts(
          "far_count", personas.indices.map { index in places.count { $0.persona == index && !$0.isNear } },
          label: Text(nl: "te ver", en: "too far")),
      ])
  }

  private static func facts(_ places: [Placing]) -> Facts {
    var facts = Facts(isDetail: true)
    let none = places.count { !$0.isNear }
    facts.add("people", places.count)
    facts.add("near_none", none)
    facts.add("near_none_share", .number(Double(none) / Double(max(places.count, 1))), format: .share(1))
    return facts
  }
}
