import Methods
import WorkbenchKit

/// What a simulation draws from: distributions that are given, or the estimates in the workspace.
struct SimulationInputs {
  let drivers: RiskDrivers
  /// What was filled in, to be told.
  let assumptions: [Text]
  let need: ClientNeed?
  let uptake: Double?

  /// - Parameters:
  ///   - clients: nil where they follow from need and uptake.
  ///   - growth: of the clients, as a part.
  ///   - uptake: the part of the need that becomes a client.
  /// - Throws: `correlation.impossible`.
  init(
    clients given: DriverDistribution?, intensity: DriverDistribution, cost: DriverDistribution, growth: Double?,
    need: ClientNeed?, uptake: Double?, correlations: [Correlation]
  ) throws {
    var assumptions: [Text] = []
    var clients = given ?? .constant(0)
    if given == nil, let need, let uptake {
      clients =
        need.deviation > 0
        ? .normal(mean: need.estimate * uptake, deviation: need.deviation * uptake) : .constant(need.estimate * uptake)
      assumptions += need.assumptions(uptake: uptake)
    }
    if let growth {
      if case .poisson(let mean) = clients {
        clients = .poisson(mean: mean * (1 + growth))
      } else {
        clients = clients.times(1 + growth) ?? clients
      }
      let shown = Text.share(growth)
      assumptions.append(Text(nl: "groei van de cliënten: \(shown.nl)", en: "growth of the clients: \(shown.en)"))
    }
    var drivers = RiskDrivers(clients: clients, intensity: intensity, cost: cost)
    for correlation in correlations { correlation.apply(to: &drivers) }
    guard drivers.correlationsFit else { throw Correlation.impossible }
    self.drivers = drivers
    self.need = need
    self.uptake = uptake
    self.assumptions = assumptions
  }

  var isCorrelated: Bool {
    drivers.clientsIntensity != 0 || drivers.clientsCost != 0 || drivers.intensityCost != 0
  }

  /// Estimated need, those who would become clients, registered and contracted clients beside each other.
  func needTable(registered: Double?, contracted: Double?, _ context: Context) -> Table? {
    guard let need, let uptake else { return nil }
    let width = normalDeviate(level: 0.95) * need.deviation
    let rows: [(String, Text, Double, Double)] = [
      ("need", Text(nl: "geschatte behoefte", en: "estimated need"), need.estimate, width),
      (
        "uptake", Text(nl: "maal het deel dat cliënt wordt", en: "times the part that becomes a client"),
        need.estimate * uptake, width * uptake
      ),
      ("registered", Text(nl: "geregistreerde cliënten", en: "registered clients"), registered ?? .nan, 0),
      ("contracted", Text(nl: "gecontracteerde cliënten", en: "contracted clients"), contracted ?? .nan, 0),
    ]
    return Table(
      title: Text(nl: "Behoefte naast cliënten: \(need.subject)", en: "Need beside clients: \(need.subject)"),
      columns: [
        .texts("measure", rows.map(\.0)).asDetail(),
        .texts("label", rows.map(\.1), label: Text(nl: "wat", en: "what"), in: context),
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
    let (people, share) = (Text.number(estimate, decimals: 0), Text.share(uptake))
    var texts = [
      Text(
        nl:
          "cliënten: \(people.nl) geschat (\(choice.counted.nl)) × \(share.nl); dat aandeel is van u",
        en:
          "clients: \(people.en) estimated (\(choice.counted.en)) × \(share.en); that share is yours"
      )
    ]
    texts += choice.remarks
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
