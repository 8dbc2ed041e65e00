import Methods
import WorkbenchKit

/// What a simulation draws from: distributions that are given, or the estimates in the workspace.
struct SimulationInputs {
  let drivers: RiskDrivers
  /// What was filled in, to be told.
  let assumptions: [Text]
  let need: ClientNeed?
  let uptake: Double?
  /// Asks for a margin where the need is drawn from a number that is taken as fixed.
  let askedMargin: Text?

  /// - Parameters:
  ///   - clients: nil where they follow from need and uptake.
  ///   - growth: of the clients before anything is drawn, as a part.
  ///   - uptake: the part of the need that becomes a client.
  ///   - draws: how units are drawn; nil where nothing was said.
  ///   - common: what the units of all clients are multiplied by together.
  /// - Throws: `correlation.impossible`, `correlation.intensity`, `intensity.common`.
  init(
    clients given: DriverDistribution?, intensity: DriverDistribution, cost: DriverDistribution, growth: Double?,
    need: ClientNeed?, uptake: Double?, correlations: [Correlation], draws: IntensityDraws?, common: DriverDistribution?
  ) throws {
    var assumptions: [Text] = []
    var clients = given ?? .constant(0)
    if let need, let uptake {
      clients = need.distribution.times(uptake) ?? .constant(need.estimate * uptake)
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
    let chosen = try IntensityDraws.choose(draws, common: common, correlations: correlations)
    drivers.isIntensityPerClient = chosen == .client
    drivers.commonIntensity = common
    for correlation in correlations { correlation.apply(to: &drivers) }
    guard drivers.correlationsFit else { throw Correlation.impossible }
    if let told = chosen.told(drivers, isChosen: draws != nil) { assumptions.append(told) }
    self.drivers = drivers
    self.need = need
    askedMargin = given == nil ? need.flatMap(\.askedMargin) : nil
    self.uptake = uptake
    self.assumptions = assumptions
  }

  var isCorrelated: Bool {
    drivers.clientsIntensity != 0 || drivers.clientsCost != 0 || drivers.intensityCost != 0
  }

  /// Estimated need, those who would become clients, registered and contracted clients beside each other.
  func needTable(registered: Double?, contracted: Double?, _ context: Context) -> Table? {
    guard let need, let uptake else { return nil }
    let rows: [(String, Text, Double, Double)] = [
      ("need", Text(nl: "geschatte behoefte", en: "estimated need"), need.estimate, 1),
      (
        "uptake", Text(nl: "maal het deel dat cliënt wordt", en: "times the part that becomes a client"),
        need.estimate * uptake, uptake
      ),
      ("registered", Text(nl: "geregistreerde cliënten", en: "registered clients"), registered ?? .nan, .nan),
      ("contracted", Text(nl: "gecontracteerde cliënten", en: "contracted clients"), contracted ?? .nan, .nan),
    ]
    let range = need.range.low < need.range.high ? need.range : nil
    return Table(
      title: Text(nl: "Behoefte naast cliënten: \(need.subject)", en: "Need beside clients: \(need.subject)"),
      columns: [
        .texts("measure", rows.map(\.0)).asDetail(),
        .texts("label", rows.map(\.1), label: Text(nl: "wat", en: "what"), in: context),
        .numbers(
          "people", rows.map(\.2), label: Text(nl: "mensen", en: "people"), unit: .persons, format: .decimals(0)),
        .numbers(
          "low", rows.map { (range.map { max(0, $0.low) } ?? .nan) * $0.3 }, label: Text(nl: "laag", en: "low"),
          unit: .persons,
          format: .decimals(0)),
        .numbers(
          "high", rows.map { (range?.high ?? .nan) * $0.3 }, label: Text(nl: "hoog", en: "high"), unit: .persons,
          format: .decimals(0)),
      ])
  }
}

extension ClientNeed {
  /// What is believed of the number: both ends of the range are kept, however unevenly they lie.
  var distribution: DriverDistribution {
    let mode = min(max(estimate, range.low), range.high)
    guard range.low < range.high, let pieces = TwoPieceNormal(mode: mode, low: range.low, high: range.high) else {
      return .constant(estimate)
    }
    return pieces.isEven ? .normal(mean: estimate, deviation: pieces.above) : .twoPiece(pieces)
  }

  /// What has to be asked where the number is taken as fixed: nil where it has a margin.
  var askedMargin: Text? {
    guard isFixedInPart else { return nil }
    return Text(
      nl:
        "hoe zeker is het aantal bij '\(subject)'? Zonder marge is het aantal vast genomen en lijkt het risico kleiner dan het is; geef uw eigen marge: --need-margin 10%, of 0 voor vast",
      en:
        "how sure is the number of '\(subject)'? Without a margin the number was taken as fixed and the risk seems smaller than it is; give your own margin: --need-margin 10%, or 0 for fixed"
    )
  }

  func assumptions(uptake: Double) -> [Text] {
    let (people, share) = (Text.number(estimate, decimals: 0), Text.share(uptake))
    var texts = [
      Text(
        nl: "cliënten: \(people.nl) geschat (\(choice.counted.nl)) × \(share.nl); dat aandeel is van u",
        en: "clients: \(people.en) estimated (\(choice.counted.en)) × \(share.en); that share is yours")
    ]
    texts += remarks + choice.remarks
    let mean = distribution.mean
    // A range that reaches much further to one side has its mean there.
    if abs(mean - estimate) > 0.02 * estimate {
      let shown = Text.number(mean, decimals: 0)
      texts.append(
        Text(
          nl: "de marge van de schatting is scheef: wat getrokken wordt, is gemiddeld \(shown.nl) mensen",
          en: "the range of the estimate is uneven: what is drawn is \(shown.en) people on average"))
    }
    let rows = choice.rows.count
    if let ownMargin {
      let share = Text.share(ownMargin)
      let reach =
        rows == 1
        ? Text.verbatim("")
        : withMargin == 0
          ? Text(nl: ", in alle gebieden tegelijk", en: ", in all areas at once")
          : Text(
            nl: " waar de schatting er geen heeft (\(rows - withMargin) van \(rows)), in alle gebieden tegelijk",
            en: " where the estimate has none (\(rows - withMargin) of \(rows)), in all areas at once")
      texts.append(
        Text(
          nl: "marge volgens de kring zelf: \(share.nl) naar beide kanten\(reach.nl)",
          en: "margin by the circle itself: \(share.en) to both sides\(reach.en)"))
    } else if withMargin < rows {
      texts.append(
        Text(
          nl: "schattingen zonder marge: \(rows - withMargin) van \(rows); daarvan is het aantal vast genomen",
          en: "estimates without a margin: \(rows - withMargin) of \(rows); their number was taken as fixed"))
    }
    if withMargin > 1, figure != .estimate {
      texts.append(
        Text(
          nl: "de marges van de gebieden zijn opgeteld: wat de kring vindt, geldt in alle gebieden tegelijk",
          en: "the margins of the areas were added up: what the circle finds holds in all areas at once"))
    } else if withMargin > 1 {
      texts.append(
        withRates == withMargin
          ? Text(
            nl: "de onzekerheid van de kansen geldt in alle gebieden tegelijk; het toeval is per gebied apart genomen",
            en: "what is uncertain of the rates is so in all areas at once; chance was taken as each area's own")
          : Text(
            nl: "de schattingen van gebieden zijn als onafhankelijk genomen, waar zij niet op dezelfde kansen rusten",
            en: "the estimates of areas were taken as independent, where they do not rest on the same rates"))
    }
    return texts
  }
}
