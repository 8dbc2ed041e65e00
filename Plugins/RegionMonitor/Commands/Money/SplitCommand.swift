import WorkbenchKit

/// `regio split X --clients FILE --cost light=N,heavy=N [--key FILE] [--today FILE]`: what each municipality pays under four models.
struct SplitCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let models = Argument(
      flags: "model", .choice(SplitModel.self),
      about: Text(
        nl: "woonplaats, zwaarte, planbaar of solidair; anders alle die kunnen",
        en: "woonplaats, zwaarte, planbaar or solidair; else all that can be"))
    let clients = Argument(
      requiredFlag: "clients", .table,
      about: Text(
        nl: "kolommen municipality, light, heavy, en zo nodig h24",
        en: "columns municipality, light, heavy, and where needed h24"))
    let costs = Argument(
      flags: "cost", .pair(.number(0...1e9)), required: true,
      about: Text(
        nl: "euro per cliënt per jaar: light=25000,heavy=80000, en zo nodig h24",
        en: "euro for a client in a year: light=25000,heavy=80000, and where needed h24"),
      candidates: { _ in ["light=", "heavy=", "h24="].map { Candidate($0) } })
    let key = Argument(
      flag: "key", .table, about: Text(nl: "kolommen municipality, key", en: "columns municipality, key"))
    let today = Argument(
      flag: "today", .table,
      about: Text(
        nl: "wat zij nu betalen: kolommen municipality, amount", en: "what they pay now: columns municipality, amount"))
    let doubled = DoubledArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio split", aliases: ["regio verdeel"],
    summary: Text(
      nl: "zet naast elkaar wat elke gemeente betaalt onder vier manieren van verdelen",
      en: "lay side by side what each municipality pays under four ways of splitting"),
    details: Text(
      nl:
        "woonplaats: elk zijn eigen cliënten. zwaarte: lichte cliënten zelf, zware naar de sleutel. planbaar: zorg dag en nacht naar de sleutel, de rest zelf (h24 "
        + "is hoeveel van de zware cliënten die nodig hebben). solidair: alles naar de sleutel. De som is steeds gelijk. Drie regio's uit de bron kozen een "
        + "van de eerste drie; hoe die uitpakt rekent de bron niet uit. Kleine aantallen zijn achtergehouden, en met hen het geld waaruit zij "
        + "zouden volgen. De verschuiving is die onder het eerste model dat u noemt.",
      en:
        "woonplaats: each its own clients. zwaarte: light clients its own, heavy ones by key. planbaar: care day and night by key, the rest its own (h24 is how many "
        + "of the heavy clients need it). solidair: all by key. The sum is always the same. Three regions of the source chose one of the first three; how that "
        + "works out the source does not say. Small counts are held back, and with them the money from which they would follow. The shift is that "
        + "under the first model you name."),
    next: [
      FollowUp(
        "regio risk breda --clients c.csv --cost 60000 --over 20%",
        Text(nl: "wie loopt welk risico", en: "who runs which risk"))
    ],
    soughtBy: ["verdeling", "woonplaatsbeginsel", "solidariteit", "sleutel"],
    examples: [
      .init(
        "regio split kustproef --clients clienten.csv --cost light=25000,heavy=80000 --key sleutel.csv",
        Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio split kustproef --model zwaarte --clients clienten.csv --cost light=25000,heavy=80000 --key sleutel.csv --today nu.csv",
        Text(nl: "met wat zij nu betalen", en: "with what they pay now")),
      .init(
        "regio split kustproef --model solidair --clients clienten.csv --cost light=25000,heavy=80000",
        Text(nl: "zonder sleutel", en: "without a key"), failsWith: "split.key"),
      .init(
        "regio split kustproef --clients clienten.csv --cost light=25000,heavy=80000 --key nulsleutel.csv",
        Text(nl: "een sleutel van niets", en: "a key of nothing"), failsWith: "key.zero"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let reader = MunicipalReader(
      region: region, book: try context.regionBook, protection: given.guarding.guarding(in: context), context: context)
    let read = try reader.rows(given.clients, .init(required: ["light", "heavy"], optional: ["h24"]))
    let (light, heavy) = (
      try read.rows.counts("light", at: given.clients.place), try read.rows.counts("heavy", at: given.clients.place)
    )
    let nights = read.rows.numbers["h24"] == nil ? nil : try read.rows.counts("h24", at: given.clients.place)
    try Self.check(nights, heavy, read.rows.names, given.clients.place)
    let isShared = given.doubled.share
    let half = { (row: Int) -> Double in isShared && read.rows.halved.contains(row) ? 0.5 : 1 }
    let clients = read.rows.names.indices.map { row in
      ClientCounts(
        light: light[row] * half(row), heavy: heavy[row] * half(row), dayAndNight: nights.map { $0[row] * half(row) })
    }
    let names = read.rows.names
    let keyed = try given.key.map { try reader.rows($0, .init(required: ["key"])) }
    let key = try keyed.map { try DistributionKey($0.rows, for: names, at: given.key?.place).parts }
    let paid = try given.today.map { try reader.rows($0, .init(required: ["amount"])) }
    let costs = try Self.costs(given)
    let models = try Self.models(given, key, nights != nil)
    let report = SplitReport(
      names: read.rows.names, clients: clients, costs: costs, key: key, today: paid?.amounts(for: names),
      models: models,
      counts: SmallCounts(context.workspace))
    var blocks = report.blocks(context)
    if let remark = read.rows.doubledRemark(shared: isShared) { blocks.append(.notice(remark)) }
    let leftOut = [
      keyed?.leftOut(beside: names, Text(nl: "de sleutel", en: "the key")),
      paid?.leftOut(beside: names, Text(nl: "wat zij nu betalen", en: "what they pay now")),
    ].compactMap { $0 }
    blocks += (read.notices + leftOut).map(Block.notice) + [MethodWords.ownFigures]
    let terms = try SourceTopic.all.first { $0.id == "state" }?.terms(in: context).filter { $0.id == "drie" } ?? []
    blocks.append(try context.knowledge.sources(terms.map(\.source), in: context))
    return Output(blocks)
  }

  /// - Throws: `split.h24` where more need care day and night than are heavy.
  private static func check(_ nights: [Double]?, _ heavy: [Double], _ names: [String], _ place: Place?) throws {
    for (row, name) in names.enumerated() where (nights?[row] ?? 0) > heavy[row] {
      throw Diagnostic(
        "split.h24",
        Text(
          nl: "\(name): meer cliënten met zorg dag en nacht dan zware cliënten",
          en: "\(name): more clients with care day and night than heavy clients"),
        wayOut: Text(nl: "h24 telt binnen heavy", en: "h24 counts within heavy"), place: place)
    }
  }

  /// - Throws: `split.cost` for a kind of client that is not there, or one without a cost.
  private static func costs(_ given: Given<Arguments>) throws -> ClientCosts {
    var known: [String: Double] = [:]
    let words = ["light": "light", "licht": "light", "heavy": "heavy", "zwaar": "heavy", "h24": "h24"]
    for pair in given.costs {
      guard let kind = words[pair.key.lowercased()], known.updateValue(pair.value, forKey: kind) == nil else {
        throw Diagnostic(
          "split.cost",
          Text(
            nl: "'\(pair.key)' is geen soort cliënt, of staat er twee keer",
            en: "'\(pair.key)' is no kind of client, or stands twice"),
          wayOut: Text(nl: "geef light, heavy en zo nodig h24", en: "give light, heavy and where needed h24"),
          suggestion: NearestWord.best(pair.key, among: ["light", "heavy", "h24"]), place: pair.place)
      }
    }
    guard let light = known["light"], let heavy = known["heavy"] else {
      throw Diagnostic(
        "split.cost", Text(nl: "wat kost een cliënt?", en: "what does a client cost?"),
        wayOut: Text(nl: "geef beide: --cost light=25000,heavy=80000", en: "give both: --cost light=25000,heavy=80000"),
        place: given.place(of: \.costs))
    }
    return ClientCosts(light: light, heavy: heavy, dayAndNight: known["h24"])
  }

  /// Those that are asked for, else all that can be.
  ///
  /// - Throws: `split.key`, `split.h24` where one that is asked for cannot be.
  private static func models(_ given: Given<Arguments>, _ key: [Double]?, _ hasNights: Bool) throws -> [SplitModel] {
    for model in given.models {
      if model.needsKey, key == nil {
        throw Diagnostic(
          "split.key",
          Text(nl: "'\(model.rawValue)' verdeelt naar een sleutel", en: "'\(model.rawValue)' goes by a key"),
          wayOut: Text(nl: "geef een tabel met --key", en: "give a table with --key"), suggestion: "--key",
          place: given.place(of: \.models))
      }
      if model == .plannable, !hasNights {
        throw Diagnostic(
          "split.h24",
          Text(
            nl: "'planbaar' vraagt hoeveel cliënten zorg dag en nacht nodig hebben",
            en: "'planbaar' asks how many clients need care day and night"),
          wayOut: Text(nl: "zet ze in een kolom h24", en: "put them in a column h24"), place: given.place(of: \.models))
      }
    }
    let able = SplitModel.allCases.filter { !($0.needsKey && key == nil) && !($0 == .plannable && !hasNights) }
    var seen: Set<String> = []
    return given.models.isEmpty ? able : given.models.filter { seen.insert($0.rawValue).inserted }
  }
}
