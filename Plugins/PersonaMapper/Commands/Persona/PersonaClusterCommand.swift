import Methods
import WorkbenchKit

/// `persona cluster FILE|TABLE`: drafts of personas out of what people answered.
struct PersonaClusterCommand: UntypedCommand {
  let signature = Signature(
    "persona cluster", aliases: ["persona uit-antwoorden"],
    summary: Text(nl: "maak concept-persona's uit antwoorden", en: "make drafts of personas out of answers"),
    details: Text(
      nl:
        "Antwoorden staan in de lange vorm (respondent, source, need, value, en als het er is quote) of als één rij per respondent. "
        + "De afstand is die van Gower; 'auto' kiest het aantal naar het silhouet, bij lca naar de BIC. Stabiliteit is het gemiddelde van "
        + "Jaccard over de herhaalde steekproeven (Hennig 2007); onder 0,6 heet instabiel. Wie erbij hoort wordt als rijnummer bewaard, "
        + "niet als naam; citaten alleen met --keep-quotes.",
      en:
        "Answers stand in the long form (respondent, source, need, value, and if there is one quote) or as one row for each respondent. "
        + "The distance is Gower's; 'auto' chooses the number by silhouette, for lca by BIC. Stability is the mean Jaccard over the "
        + "resamples (Hennig 2007); below 0.6 is called unstable. Who belongs to a draft is kept as numbers of rows, not as names; quotes "
        + "only with --keep-quotes."),
    parameters: [
      .argument(
        "file", .table, about: Text(nl: "een bestand of tabel met antwoorden", en: "a file or table of answers"),
        candidates: { context in context.workspace.names(.tables).map { Candidate($0) } }),
      .flag("id", .text, about: Text(nl: "de kolom met de pseudoniemen", en: "the column of pseudonyms")),
      .flag(
        "columns", .text, repeated: true,
        about: Text(nl: "alleen deze kolommen of behoeften", en: "only these columns or needs")),
      .flag(
        "categorical", .text, repeated: true, about: Text(nl: "getallen die soorten zijn", en: "numbers that are kinds")
      ),
      .flag(
        "labels", .file(existing: true),
        about: Text(
          nl: "JSON met namen van kolommen en waarden; wat daar waarden heeft, is een soort",
          en: "JSON with names of columns and values; what has values there is a kind")),
      .flag(
        "k", .text, about: Text(nl: "2 tot en met 10, of auto", en: "2 through 10, or auto"), fallback: "auto",
        candidates: { _ in [Candidate("auto")] + (2...10).map { Candidate(String($0)) } }),
      .flag(
        "method",
        .choice([
          Candidate("pam", Text(nl: "rond medoïden", en: "around medoids")),
          Candidate(
            "clara",
            Text(
              nl: "rond medoïden uit steekproeven, voor veel rijen", en: "around medoids from samples, for many rows")),
          Candidate("kmodes", Text(nl: "rond de modus", en: "around modes")),
          Candidate("average", Text(nl: "gemiddelde koppeling", en: "average linkage")),
          Candidate("lca", Text(nl: "latente klassen", en: "latent classes")),
        ]), about: Text(nl: "de werkwijze", en: "the method"), fallback: "pam"),
      .flag(
        "resamples", .integer(0...1_000),
        about: Text(nl: "herhaalde steekproeven voor de stabiliteit", en: "resamples for the stability"),
        fallback: "100"),
      .flag(
        "keep-quotes",
        about: Text(nl: "bewaar en toon citaten bij elk concept", en: "keep and show quotes with each draft")),
    ] + Protection.parameters,
    changesWorkspace: true,
    examples: [
      .init(
        "persona cluster behoeften.csv --k 2",
        Text(nl: "twee concepten uit gecodeerde behoeften", en: "two drafts out of coded needs")),
      .init(
        "persona cluster behoeften.csv --k 12", Text(nl: "meer dan tien", en: "more than ten"),
        failsWith: "argument.range"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let method = call.text("method").flatMap(ClusterMethod.init) ?? .pam
    var request = ClusterRequest(method, k: try Self.number(call), seed: context.seed)
    request.resamples = call.integer("resamples") ?? 100
    let labels = try RespondentFile.labels(call, "labels", in: context)
    let file = try RespondentFile(call, "file", in: context)
    let sheet = try NeedSheet(file.table, call)
    for name in call.texts("categorical") {
      _ = try Table(columns: sheet.columns).require(name, at: call.place(of: "categorical"))
    }
    let table = try AnswerTable(
      sheet, categorical: Set(call.texts("categorical")), labels: labels, asKinds: method.needsKinds, at: call.place)
    let found: ClusterAnalysis
    do {
      found = try ClusterAnalysis(table.observations, request) { done in
        try context.checkInterrupt()
        context.monitor.progress(done, Text(nl: "persona's zoeken", en: "finding personas"))
      }
    } catch { throw ClusterTrouble(names: sheet.names, place: call.place).diagnostic(error) }
    let made = PersonaDrafts(found, table, sheet, file, method: method, keepQuotes: call.flag("keep-quotes"))
    Holdings.store(drafts: made.drafts, context)
    for source in ClusterSources.of(method, stability: request.resamples > 0) { context.workspace.note(source) }
    return Output(
      DraftReport(found, made.drafts, sheet, table, method).blocks(context)
        + (file.notices + sheet.notices).map(Block.notice))
  }

  private static func number(_ call: Call) throws -> Int? {
    guard let word = call.text("k"), word.lowercased() != "auto" else { return nil }
    if let k = Int(word), (2...10).contains(k) { return k }
    throw Diagnostic(
      "argument.range",
      Text(nl: "'\(word)' kan geen aantal persona's zijn", en: "'\(word)' cannot be a number of personas"),
      wayOut: Text(nl: "geef 2 tot en met 10, of auto", en: "give 2 through 10, or auto"), suggestion: "auto",
      place: call.place(of: "k"))
  }
}
