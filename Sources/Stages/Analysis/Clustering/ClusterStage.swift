import Methods
import WorkbenchKit

/// `cluster METHOD --k N|auto`: rows divided into groups that are like each other.
struct ClusterStage: Stage {
  /// What a distance is taken of.
  enum Distance: String, ArgumentChoice {
    case gower, matching

    static let usual = gower
    var about: Text? {
      switch self {
      case .gower:
        Text(nl: "getallen naar hun bereik, soorten gelijk of niet", en: "numbers by range, kinds same or not")
      case .matching: Text(nl: "elke waarde is een soort", en: "each value is a kind")
      }
    }
  }

  struct Arguments: Sendable {
    let method = Argument(
      "method", ArgumentKind.choice(methods).map(or: .pam) { ClusterMethod(rawValue: $0) ?? .pam },
      about: Text(nl: "de werkwijze", en: "the method"))
    let k = Argument(
      flag: "k", .name, default: "auto",
      about: Text(nl: "hoeveel groepen: 2, 3, … of auto", en: "how many groups: 2, 3, … or auto"),
      candidates: GroupCount.candidates)
    let distance = Argument(
      flag: "distance", .choice(Distance.self), default: "gower",
      about: Text(nl: "de afstand tussen twee rijen", en: "the distance between two rows"))
    let resamples = Argument(
      flag: "resamples", .integer(0...1_000), default: "0",
      about: Text(
        nl: "zoveel herhaalde steekproeven zeggen hoe stabiel elke groep is",
        en: "so many resamples tell how stable each group is"))
    let observed = ObservedArguments()
  }

  static let arguments = Arguments()

  private static let methods: [Candidate] = [
    Candidate("pam", Text(nl: "rond medoïden, precies", en: "around medoids, exactly")),
    Candidate("clara", Text(nl: "rond medoïden uit steekproeven", en: "around medoids from samples")),
    Candidate("kmodes", Text(nl: "rond de modus, voor soorten", en: "around modes, for kinds")),
    Candidate("average", Text(nl: "naar gemiddelde afstand, van onderop", en: "by mean distance, from below")),
    Candidate("lca", Text(nl: "latente klassen, voor soorten", en: "latent classes, for kinds")),
  ]

  let signature = Signature(
    "cluster", aliases: ["deel-in"],
    summary: Text(
      nl: "verdeel de rijen in groepen die op elkaar lijken", en: "divide the rows into groups that are alike"),
    details: Text(
      nl:
        "pam (Kaufman & Rousseeuw 1990; FastPAM), clara, kmodes (Huang 1998, begin van Cao 2009), average (gemiddelde koppeling) of lca "
        + "(latente klassen door EM, BIC). Afstand: Gower 1971; bij alleen soorten is dat het deel dat verschilt. Voegt toe: cluster en "
        + "silhouette (Rousseeuw 1987), bij lca class en een kans per klasse. unfit_share is het deel dat nergens past: silhouette onder 0, "
        + "of verder van de medoïde dan het derde kwartiel van de eigen groep en drie keer de kwartielafstand (Tukey 1977; een groep zonder "
        + "spreiding reikt tot halverwege de naaste andere). Met --k auto kiest het gemiddelde silhouet, bij lca de BIC, en staat elke poging "
        + "in een tabel. --resamples 100 zegt hoe stabiel elke groep is (Hennig 2007); onder 0,6 heet instabiel.",
      en:
        "pam (Kaufman & Rousseeuw 1990; FastPAM), clara, kmodes (Huang 1998, start of Cao 2009), average (average linkage) or lca "
        + "(latent classes by EM, BIC). Distance: Gower 1971; with kinds only that is the share that differs. Adds: cluster and "
        + "silhouette (Rousseeuw 1987), for lca class and a probability for each class. unfit_share is the share that fits nowhere: "
        + "silhouette below 0, or further from the medoid than the third quartile of its own group and three times the distance between the "
        + "quartiles (Tukey 1977; a group without spread reaches half the way to the nearest other). With --k auto the mean silhouette "
        + "chooses, for lca the BIC, and each trial stands in a table. --resamples 100 tells how stable each group is (Hennig 2007); below 0.6 is called unstable."
    ),
    input: .required,
    examples: [
      .init(
        "read antwoorden.csv | cluster average --distance matching --k 2",
        Text(nl: "twee groepen naar gemiddelde koppeling", en: "two groups by average linkage")),
      .init(
        "read antwoorden.csv | cluster pam --resamples 20",
        Text(nl: "zoveel groepen als de silhouetten kiezen", en: "as many groups as the silhouettes choose")),
      .init(
        "read antwoorden.csv | cluster pam --k 50", Text(nl: "meer groepen dan rijen", en: "more groups than rows"),
        failsWith: "cluster.k"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let method = given.method
    let k = try given.checking(\.k) { try GroupCount.read($0, for: method) }
    var request = ClusterRequest(method, k: k, seed: context.seed)
    request.resamples = given.resamples
    let observed = try given.observed.observed(
      in: table, asKinds: method.needsKinds || given.distance == .matching, limited: method.needsKinds)
    let found: ClusterAnalysis
    do {
      found = try ClusterAnalysis(observed.observations, request) { done in
        try context.checkInterrupt()
        context.monitor.progress(done, Text(nl: "groepen zoeken", en: "finding groups"))
      }
    } catch {
      throw ClusterProblems(
        purpose: "cluster", names: observed.names.names, place: given.place,
        trials: request.k == nil ? request.numbers(rows: table.rowCount).count : 1
      ).diagnostic(error)
    }
    for source in ClusteringSources.of(method, stability: request.resamples > 0) { context.workspace.note(source) }
    let report = ClusterReport(found, request, observed)
    var output = input.replacing(
      Table(title: table.title, columns: table.columns + report.columns), adding: observed.notices + report.notices)
    if let trials = report.trials { output.blocks.append(.table(trials)) }
    output.blocks.append(.facts(report.facts))
    return output
  }
}

/// `--k`: a number of groups, or `auto`.
enum GroupCount {
  @Sendable static func candidates(_ context: Context) -> [Candidate] {
    [Candidate("auto", Text(nl: "de gegevens kiezen", en: "the data choose"))] + (2...10).map { Candidate(String($0)) }
  }

  /// Nil for `auto`.
  ///
  /// - Throws: `argument.range`.
  static func read(_ word: String, for method: ClusterMethod) throws -> Int? {
    if word.lowercased() == "auto" { return nil }
    let least = method == .lca ? 1 : 2
    if let k = Int(word), (least...100).contains(k) { return k }
    throw Diagnostic(
      "argument.range",
      Text(nl: "'\(word)' kan geen aantal groepen zijn", en: "'\(word)' cannot be a number of groups"),
      wayOut: Text(
        nl: "geef een getal van \(least) tot en met 100, of auto",
        en: "give a number from \(least) through 100, or auto"),
      suggestion: "auto")
  }
}
