import Methods
import WorkbenchKit

/// `persona cluster FILE|TABLE`: drafts of personas out of what people answered.
struct PersonaClusterCommand: Command {
  struct Arguments: Sendable {
    let answers = AnswerArguments()
    let rows = RowNameArguments()
    let columns = Argument(
      flags: "columns", .column,
      about: Text(nl: "alleen deze kolommen of behoeften", en: "only these columns or needs"))
    let categorical = Argument(
      flags: "categorical", .column, about: Text(nl: "getallen die soorten zijn", en: "numbers that are kinds"))
    let ordered = Argument(
      flags: "ordered", .words,
      about: Text(
        nl: "kolommen met geordende antwoorden, zoals hulp of 'hulp=geen<weinig<veel'",
        en: "columns with ordered answers, as help or 'help=none<little<much'"))
    let multi = Argument(
      flag: "multi", .words,
      about: Text(nl: "het teken tussen meer antwoorden in één cel", en: "the sign between several answers in one cell")
    )
    let missing = Argument(
      flags: "missing", .words,
      about: Text(
        nl: "codes en woorden die 'geen antwoord' betekenen, zoals 99",
        en: "codes and words that mean 'no answer', as 99"))
    let weight = Argument(
      flag: "weight", .column,
      about: Text(
        nl: "de kolom met het gewicht van elke respondent", en: "the column with the weight of each respondent"))
    let labels = Argument(
      flag: "labels", .file,
      about: Text(
        nl:
          "JSON met namen van kolommen en waarden; wat daar waarden heeft, is een soort, tenzij er \"ordered\": true bij staat",
        en: "JSON with names of columns and values; what has values there is a kind, unless it says \"ordered\": true"))
    let k = Argument(
      flag: "k", .groupCount, default: "auto", about: Text(nl: "2 tot en met 10, of auto", en: "2 through 10, or auto"))
    let method = Argument(
      flag: "method", .clusterMethod, default: "pam", about: Text(nl: "de werkwijze", en: "the method"))
    let resamples = Argument(
      flag: "resamples", .integer(0...1_000), default: "100",
      about: Text(nl: "herhaalde steekproeven voor de stabiliteit", en: "resamples for the stability"))
    let keepQuotes = Argument(
      toggle: "keep-quotes",
      about: Text(nl: "bewaar en toon citaten bij elk concept", en: "keep and show quotes with each draft"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona cluster",
    aliases: ["persona uit-antwoorden"],
    summary: Text(nl: "maak concept-persona's uit antwoorden", en: "make drafts of personas out of answers"),
    details: Text(
      nl:
        "Antwoorden staan in de lange vorm (respondent, source, need, value, en als het er is quote) of als één rij per respondent. "
        + "De afstand is die van Gower; 'auto' kiest het aantal naar het silhouet, bij lca naar de BIC. Stabiliteit is het gemiddelde van "
        + "Jaccard over de herhaalde steekproeven (Hennig 2007); onder 0,6 heet instabiel. Wie erbij hoort wordt als rijnummer bewaard, "
        + "niet als naam; citaten alleen met --keep-quotes. 'weet niet', 'n/a' en dergelijke tellen als geen antwoord; codes buiten de schaal "
        + "worden genoemd, en met --missing weggelaten. Wie met anderen geen enkele vraag deelt, staat apart. Antwoorden die "
        + "iedereen op volgorde zet (zeer oneens … zeer eens, nooit … altijd) zijn geordend: hun afstand is het verschil in plaats; --ordered "
        + "wijst andere aan, --categorical maakt er soorten van. Meer antwoorden in een cel (--multi ';') zijn een verzameling: hun afstand is "
        + "het deel dat zij niet delen (Jaccard 1901).",
      en:
        "Answers stand in the long form (respondent, source, need, value, and if there is one quote) or as one row for each respondent. "
        + "The distance is Gower's; 'auto' chooses the number by silhouette, for lca by BIC. Stability is the mean Jaccard over the "
        + "resamples (Hennig 2007); below 0.6 is called unstable. Who belongs to a draft is kept as numbers of rows, not as names; quotes "
        + "only with --keep-quotes. 'don't know', 'n/a' and their like count as no answer; codes outside the scale are named, and left out "
        + "with --missing. Who shares not a single question with others is set apart. Answers that "
        + "everybody puts in order (strongly disagree … strongly agree, never … always) are ordered: their distance is the difference in "
        + "place; --ordered points at others, --categorical makes kinds of them. Several answers in a cell (--multi ';') are a set: their distance is the "
        + "share that they do not have in common (Jaccard 1901)."),
    changesWorkspace: true,
    examples: [
      .init(
        "persona cluster behoeften.csv --k 2",
        Text(nl: "twee concepten uit gecodeerde behoeften", en: "two drafts out of coded needs")),
      .init(
        "persona cluster behoeften.csv --k 12", Text(nl: "meer dan tien", en: "more than ten"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var request = ClusterRequest(given.method, k: given.k, seed: context.seed)
    request.resamples = given.resamples
    let labels = try given.labels.map { try AnswerLabels($0, at: given.place(of: \.labels), in: context) }
    let file = try given.answers.table(given.guarding, in: context)
    let missing = MissingAnswers(given.missing)
    var sheet = try given.checking(\.answers.file) { _ in
      let marks = try given.answers.numbers.marks()
      return try NeedSheet(
        file.table, id: given.rows.id, chosen: given.columns, weight: given.weight, marks: marks
      )
      .without(missing, marks: marks)
    }
    _ = try given.categorical.indices(in: Table(columns: sheet.columns))
    if let sign = given.multi, !sheet.columns.contains(where: { ChoiceSets.isParted($0, by: sign) }) {
      throw Diagnostic(
        "multi.none",
        Text(
          nl: "in geen enkele cel met antwoorden staat '\(sign)'", en: "'\(sign)' stands in no cell of answers"),
        wayOut: Text(
          nl: "geef het teken dat in de cellen staat, zoals ';'", en: "give the sign that stands in the cells, as ';'"),
        place: given.place(of: \.multi))
    }
    let orders = try AnswerOrders(
      given.ordered, places: given.places(of: \.ordered), labels: labels ?? AnswerLabels(), columns: sheet.columns)
    func answers(_ sheet: NeedSheet) throws -> AnswerTable {
      try AnswerTable(
        sheet, categorical: Set(given.categorical.map(\.name)), labels: labels ?? AnswerLabels(), orders: orders,
        multi: given.multi, asKinds: given.method.needsKinds)
    }
    var table = try answers(sheet)
    var apart: [String] = []
    if given.method.needsMatrix {
      let strangers = try table.observations.strangers(context.checkInterrupt)
      if !strangers.isEmpty {
        apart = strangers.map { sheet.names[$0] }
        sheet = sheet.without(rows: strangers)
        table = try answers(sheet)
      }
    }
    request.weights = sheet.weights
    let found: ClusterAnalysis
    do {
      found = try ClusterAnalysis(table.observations, request) { done in
        try context.checkInterrupt()
        context.monitor.progress(done, Text(nl: "persona's zoeken", en: "finding personas"))
      }
    } catch { throw ClusterTrouble(names: sheet.names).diagnostic(error) }
    let made = PersonaDrafts(
      found, table, sheet, file, method: given.method, missing: missing, weight: given.weight?.name,
      keepQuotes: given.keepQuotes)
    var list = try context.workspace.personaDrafts
    list.drafts = made.drafts
    context.workspace.store(list)
    let sources = ClusterSources.of(given.method, stability: request.resamples > 0)
    for source in sources + (given.multi == nil ? [] : [ClusterSources.jaccard]) { context.workspace.note(source) }
    var weighing: [Notice] = []
    if let column = given.weight, let effective = found.effectiveCount {
      weighing.append(RespondentWeights.notice(column.name, effective: effective))
      context.workspace.note(ClusterSources.kish)
    }
    return Output(
      DraftReport(found, made.drafts, sheet, table, request, apart: apart).blocks(context)
        + (file.notices + sheet.notices + weighing
        + (given.multi == nil ? [ChoiceSets.notice(sheet.columns)] : []).compactMap { $0 })
        .map(Block.notice))
  }
}

extension ArgumentKind where Element == Int? {
  /// How many personas: nil where the answers choose.
  static var groupCount: ArgumentKind {
    ArgumentKind<String>.name.offering { _ in [Candidate("auto")] + (2...10).map { Candidate(String($0)) } }
      .map(or: nil) { word in
        if word.lowercased() == "auto" { return nil }
        if let k = Int(word), (2...10).contains(k) { return k }
        throw Diagnostic(
          "argument.range",
          Text(nl: "'\(word)' kan geen aantal persona's zijn", en: "'\(word)' cannot be a number of personas"),
          wayOut: Text(nl: "geef 2 tot en met 10, of auto", en: "give 2 through 10, or auto"), suggestion: "auto")
      }
  }
}

extension ArgumentKind where Element == ClusterMethod {
  static var clusterMethod: ArgumentKind {
    ArgumentKind<String>.choice([
      Candidate("pam", Text(nl: "rond medoïden", en: "around medoids")),
      Candidate(
        "clara",
        Text(nl: "rond medoïden uit steekproeven, voor veel rijen", en: "around medoids from samples, for many rows")),
      Candidate("kmodes", Text(nl: "rond de modus", en: "around modes")),
      Candidate("average", Text(nl: "gemiddelde koppeling", en: "average linkage")),
      Candidate("lca", Text(nl: "latente klassen", en: "latent classes")),
    ]).map(or: .pam) { ClusterMethod(rawValue: $0) ?? .pam }
  }
}
