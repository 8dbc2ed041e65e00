import Methods
import WorkbenchKit

/// What a simulation draws from: the distributions of a call, or the estimates in the workspace.
struct SimulationInputs {
  let drivers: RiskDrivers
  /// What was filled in, to be told.
  let assumptions: [Text]
  let need: ClientNeed?
  let uptake: Double?

  /// - Throws: `distribution.*`, `share.shape`, `correlation.*`, `estimates.*`, `argument.missing`.
  init(_ call: Call, _ context: Context) throws {
    func read(_ name: String) throws -> DriverDistribution? {
      try call.text(name).map { try DistributionText.parse($0, of: name, at: call.place(of: name)) }
    }
    var assumptions: [Text] = []
    let uptake = try call.text("uptake").map { try Self.share($0, "uptake", 0...1, at: call.place(of: "uptake")) }
    let isOffered = (try context.workspace.table(ClientNeed.table)?.rowCount ?? 0) > 0
    let given = try read("clients")
    let need =
      given == nil || (uptake != nil && isOffered)
      ? try Self.need(call, context, uptake: uptake) : nil
    var clients = given ?? .constant(0)
    if given == nil, let need, let uptake {
      clients =
        need.deviation > 0
        ? .normal(mean: need.estimate * uptake, deviation: need.deviation * uptake) : .constant(need.estimate * uptake)
      assumptions += need.assumptions(uptake: uptake)
    }
    if let text = call.text("growth") {
      let growth = try Self.share(text, "growth", -1...10, at: call.place(of: "growth"))
      if case .poisson(let mean) = clients {
        clients = .poisson(mean: mean * (1 + growth))
      } else {
        clients = clients.times(1 + growth) ?? clients
      }
      let shown = Shown.share(growth)
      assumptions.append(Text(nl: "groei van de cliënten: \(shown.nl)", en: "growth of the clients: \(shown.en)"))
    }
    var drivers = RiskDrivers(
      clients: clients, intensity: try read("intensity") ?? .constant(0), cost: try read("unit-cost") ?? .constant(0))
    try Self.correlate(&drivers, call)
    self.drivers = drivers
    self.need = need
    self.uptake = uptake
    self.assumptions = assumptions
  }

  var isCorrelated: Bool {
    drivers.clientsIntensity != 0 || drivers.clientsCost != 0 || drivers.intensityCost != 0
  }

  private static func need(_ call: Call, _ context: Context, uptake: Double?) throws -> ClientNeed {
    guard uptake != nil else {
      throw Diagnostic(
        "argument.missing", Text(nl: "'procure simulate' mist --clients", en: "'procure simulate' lacks --clients"),
        wayOut: Text(
          nl: "geef --clients, of --uptake om van de schattingen van de Woonzorgwijzer uit te gaan",
          en: "give --clients, or --uptake to start from the estimates of the Woonzorgwijzer"), suggestion: "--clients",
        place: call.place)
    }
    return try ClientNeed(
      context.workspace, subject: call.text("need"), areas: call.texts("area"), at: call.place(of: "need"))
  }

  /// Reads `5%` and `0.05`.
  ///
  /// - Throws: `share.shape`.
  static func share(_ text: String, _ name: String, _ range: ClosedRange<Double>, at place: Place?) throws -> Double {
    let isPercent = text.hasSuffix("%")
    let body = isPercent ? String(text.dropLast()) : text
    let number = NumberText.parse(body, point: UInt8(ascii: body.contains(",") ? "," : "."))
    if let number, range.contains(isPercent ? number / 100 : number), isPercent || abs(number) <= 1 {
      return isPercent ? number / 100 : number
    }
    throw Diagnostic(
      "share.shape",
      Text(nl: "'\(text)' is geen aandeel voor --\(name)", en: "'\(text)' is no share for --\(name)"),
      wayOut: Text(nl: "zoals 5% of 0.05", en: "such as 5% or 0.05"),
      suggestion: number.map { _ in "\(body)%" }, place: place)
  }

  private static func correlate(_ drivers: inout RiskDrivers, _ call: Call) throws {
    for pair in call.pairs("correlation") {
      guard let value = pair.value.number, (-1...1).contains(value) else {
        throw Diagnostic(
          "correlation.range",
          Text(
            nl: "de samenhang '\(pair.value.plain)' is geen getal van -1 tot en met 1",
            en: "the correlation '\(pair.value.plain)' is no number of -1 through 1"), place: pair.place)
      }
      let ends = Set(pair.key.split(separator: ":").map(String.init))
      switch ends {
      case ["clients", "intensity"]: drivers.clientsIntensity = value
      case ["clients", "cost"]: drivers.clientsCost = value
      case ["intensity", "cost"]: drivers.intensityCost = value
      default:
        throw Diagnostic(
          "correlation.pair",
          Text(nl: "'\(pair.key)' is geen paar dat kan samenhangen", en: "'\(pair.key)' is no pair that can correlate"),
          wayOut: Text(
            nl: "kies clients:intensity, clients:cost of intensity:cost",
            en: "choose clients:intensity, clients:cost or intensity:cost"),
          suggestion: NearestWord.best(pair.key, among: ["clients:intensity", "clients:cost", "intensity:cost"]),
          place: pair.place)
      }
    }
    guard drivers.correlationsFit else {
      throw Diagnostic(
        "correlation.impossible",
        Text(
          nl: "deze drie samenhangen kunnen niet samen bestaan", en: "these three correlations cannot exist together"),
        wayOut: Text(nl: "maak ze kleiner, of laat er een weg", en: "make them smaller, or leave one out"),
        place: call.place(of: "correlation"))
    }
  }

  /// Estimated need, those who would become clients, registered and contracted clients beside each other.
  func needTable(_ call: Call, _ context: Context) -> Table? {
    guard let need, let uptake else { return nil }
    let width = normalDeviate(level: 0.95) * need.deviation
    let rows: [(String, Text, Double, Double)] = [
      ("need", Text(nl: "geschatte behoefte", en: "estimated need"), need.estimate, width),
      (
        "uptake", Text(nl: "maal het deel dat cliënt wordt", en: "times the part that becomes a client"),
        need.estimate * uptake, width * uptake
      ),
      (
        "registered", Text(nl: "geregistreerde cliënten", en: "registered clients"), call.number("registered") ?? .nan,
        0
      ),
      (
        "contracted", Text(nl: "gecontracteerde cliënten", en: "contracted clients"), call.number("contracted") ?? .nan,
        0
      ),
    ]
    return Table(
      title: Text(nl: "Behoefte naast cliënten: \(need.subject)", en: "Need beside clients: \(need.subject)"),
      columns: [
        .texts("measure", rows.map(\.0)).asDetail(),
        LibraryColumns.text("label", rows.map(\.1), Text(nl: "wat", en: "what"), context),
        .numbers(
          "people", rows.map(\.2), label: Text(nl: "mensen", en: "people"), unit: .persons, format: .decimals(0)),
        .numbers(
          "low", rows.map { $0.3 > 0 ? max(0, $0.2 - $0.3) : .nan }, label: Text(nl: "laag", en: "low"), unit: .persons,
          format: .decimals(0)),
        .numbers(
          "high", rows.map { $0.3 > 0 ? $0.2 + $0.3 : .nan }, label: Text(nl: "hoog", en: "high"), unit: .persons,
          format: .decimals(0)),
      ])
  }
}

extension ClientNeed {
  func assumptions(uptake: Double) -> [Text] {
    let (people, share) = (Shown.number(estimate), Shown.share(uptake))
    var texts = [
      Text(
        nl:
          "cliënten: \(people.nl) geschat (\(subject), \(rows) \(rows == 1 ? "gebied" : "gebieden")) × \(share.nl); dat aandeel is van u",
        en:
          "clients: \(people.en) estimated (\(subject), \(rows) \(rows == 1 ? "area" : "areas")) × \(share.en); that share is yours"
      )
    ]
    if withMargin < rows {
      texts.append(
        Text(
          nl: "schattingen zonder marge: \(rows - withMargin) van \(rows); daarvan is het aantal vast genomen",
          en: "estimates without a margin: \(rows - withMargin) of \(rows); their number was taken as fixed"))
    }
    if withMargin > 1 {
      texts.append(
        Text(
          nl: "de schattingen van gebieden zijn als onafhankelijk genomen",
          en: "the estimates of areas were taken as independent"))
    }
    return texts
  }
}
