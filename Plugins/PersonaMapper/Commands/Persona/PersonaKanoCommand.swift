import Methods
import WorkbenchKit

/// `persona kano FILE`: what features of a service are to people, in all and by persona.
struct PersonaKanoCommand: UntypedCommand {
  let signature = Signature(
    "persona kano", aliases: ["persona kenmerken"],
    summary: Text(
      nl: "wat kenmerken van een dienst voor mensen zijn (Kano)", en: "what features of a service are to people (Kano)"),
    details: Text(
      nl:
        "Het bestand heeft respondent, feature, functional en dysfunctional, met 1 tot en met 5 of woorden; met een kolom persona erbij "
        + "komt er een rij voor elke persona. M moet er zijn, O hoe meer hoe beter, A verrast, I maakt niet uit, R liever niet, Q spreekt "
        + "zichzelf tegen. better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I).",
      en:
        "The file has respondent, feature, functional and dysfunctional, with 1 through 5 or words; with a column persona there is a row "
        + "for each persona. M must be, O the more the better, A delights, I does not matter, R rather not, Q contradicts itself. "
        + "better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I)."),
    parameters: [
      .argument(
        "file", .table, about: Text(nl: "een bestand of tabel met antwoorden", en: "a file or table of answers"),
        candidates: { context in context.workspace.names(.tables).map { Candidate($0) } })
    ] + Protection.parameters,
    examples: [
      .init("persona kano kano.csv", Text(nl: "een regel voor elk kenmerk", en: "a row for each feature")),
      .init(
        "persona kano behoeften.csv", Text(nl: "een bestand zonder kenmerken", en: "a file without features"),
        failsWith: "column.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let file = try RespondentFile(call, "file", in: context)
    let table = file.table
    let place = call.place(of: "file")
    let features = try table.require("feature", at: place)
    let with = try table.require("functional", at: place)
    let without = try table.require("dysfunctional", at: place)
    let respondents = try table.require("respondent", at: place)
    let personas = table.column("persona")
    var keys: [[String]] = []
    var tallies: [[String]: KanoTally] = [:]
    var leftOut = 0
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      guard !features[row].isMissing else {
        throw Diagnostic(
          "value.missing", Text(nl: "rij \(row + 1) noemt geen kenmerk", en: "row \(row + 1) names no feature"),
          place: place)
      }
      let key = [features[row].plain, personas.map { $0[row].plain } ?? ""]
      guard let one = try Self.answer(with, row, place), let other = try Self.answer(without, row, place),
        let category = KanoCategory(functional: one, dysfunctional: other)
      else {
        leftOut += 1
        continue
      }
      if !respondents[row].isMissing, !seen.insert([respondents[row].plain, key[0]]).inserted {
        throw Diagnostic(
          "kano.repeated",
          Text(
            nl: "in rij \(row + 1) antwoordt dezelfde respondent nog eens over '\(key[0])'",
            en: "in row \(row + 1) the same respondent answers about '\(key[0])' once more"), place: place)
      }
      if tallies[key] == nil { keys.append(key) }
      tallies[key, default: KanoTally()].add(category)
    }
    context.workspace.note(
      Source(
        id: "matzler-hinterhuber-1998",
        title:
          "Matzler & Hinterhuber: How to make product development projects more successful by integrating Kano's model",
        publisher: "Technovation 18", date: "1998"))
    var blocks: [Block] = [
      .table(Self.table(keys, keys.map { tallies[$0] ?? KanoTally() }, hasPersonas: personas != nil))
    ]
    if leftOut > 0 {
      blocks.append(
        Shown.caution(
          "weggelaten, want niet met twee antwoorden: \(leftOut)", "left out, being without two answers: \(leftOut)"))
    }
    return Output(blocks + file.notices.map(Block.notice))
  }

  private static func table(_ keys: [[String]], _ tallies: [KanoTally], hasPersonas: Bool) -> Table {
    let names: [Column] =
      [.texts("feature", keys.map { $0[0] }, label: Text(nl: "kenmerk", en: "feature"))]
      + (hasPersonas ? [.texts("persona", keys.map { $0[1] }, label: .verbatim("persona"))] : [])
    let counts = KanoCategory.allCases.map { category in
      Shown.count(category.rawValue.lowercased(), tallies.map { $0[category] }, .verbatim(category.rawValue))
    }
    return Table(
      columns: names + counts + [
        .texts("category", tallies.map { $0.category?.rawValue }, label: Text(nl: "categorie", en: "category")),
        .numbers("better", tallies.map { $0.better ?? .nan }, label: .verbatim("better"), format: .decimals(2)),
        .numbers("worse", tallies.map { $0.worse ?? .nan }, label: .verbatim("worse"), format: .decimals(2)),
      ])
  }

  private static func answer(_ column: Column, _ row: Int, _ place: Place?) throws -> Int? {
    guard !column[row].isMissing else { return nil }
    let word = column[row].plain
    if let answer = KanoAnswer.read(word) { return answer }
    throw Diagnostic(
      "kano.answer",
      Text(
        nl: "'\(word)' in '\(column.name)', rij \(row + 1), is geen antwoord",
        en: "'\(word)' in '\(column.name)', row \(row + 1), is no answer"),
      wayOut: Text(
        nl: "geef 1 tot en met 5, of: fijn, vanzelfsprekend, neutraal, mee te leven, vervelend",
        en: "give 1 through 5, or: like, expect, neutral, live with, dislike"),
      suggestion: NearestWord.best(word, among: KanoAnswer.words.map(\.word)), place: place)
  }
}
