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
        + "'margin' is hoeveel verder de volgende ligt. Bij geen past wie verder ligt dan 95 % van de groep waaruit de persona's kwamen. "
        + "Er wordt niets van de mensen bewaard.",
      en:
        "Of each persona that came out of answers is kept what the group answers most; the distance to that is Gower's. 'margin' is how "
        + "much further the next one lies. None fits who lies further than 95% of the group that the personas came from. Nothing of the "
        + "people is kept."),
    examples: [
      .init(
        "persona assign behoeften.csv",
        Text(nl: "tegenover de concepten van zo-even", en: "against the drafts of just now")),
      .init("persona assign kano.csv", Text(nl: "andere vragen", en: "other questions"), failsWith: "assign.columns"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let file = try given.answers.table(given.guarding, in: context)
    let sheet = try given.checking(\.answers.file) { _ in
      try NeedSheet(file.table, id: given.rows.id, marks: given.answers.numbers.marks())
    }
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
    let distances = ProfileDistances.of(
      columns.map { column in
        let plain = (0..<column.count).map { column[$0].isMissing ? nil : column[$0].plain }
        return (column.name, numbers.contains(column.name) ? column.numbers : nil, plain)
      }, to: personas.map { $0.trace?.profile ?? [:] })
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
    for source in ClusterSources.of(.pam, stability: false).prefix(1) { context.workspace.note(source) }
    return Output(blocks + [.nobody] + (file.notices + sheet.notices).map(Block.notice))
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
    return Text(
      nl: "\(none) van de \(places.count) mensen (\(share.nl)) liggen bij geen persona in de buurt",
      en: "\(none) of the \(places.count) people (\(share.en)) are near no persona")
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
