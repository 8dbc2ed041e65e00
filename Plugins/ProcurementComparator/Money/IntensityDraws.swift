import Methods
import WorkbenchKit

/// Whether what clients get is drawn for each of them, or once for all.
enum IntensityDraws: String, ArgumentChoice {
  case client, all

  static let usual = IntensityDraws.client

  var about: Text? {
    switch self {
    case .client: Text(nl: "voor elke cliënt apart", en: "for each client")
    case .all: Text(nl: "één trekking voor alle cliënten samen", en: "one draw for all clients together")
    }
  }

  /// What the choice does, with what the other would have done; nil where every client gets the same anyway.
  func told(_ drivers: RiskDrivers, isChosen: Bool) -> Text? {
    let one = ClientMean(drivers.intensity)
    guard one.deviation > 0 else { return nil }
    let clients = max(drivers.clients.mean, 1)
    let (whole, apart) = (Text.number(one.deviation, decimals: 2), Text.number(one.deviation(of: clients), decimals: 2))
    let number = Text.number(clients, decimals: 0)
    switch self {
    case .client:
      let common = drivers.commonIntensity.map { common in
        let mean = Text.number(common.mean, atMost: 3)
        return Text(
          nl: ", maal een gemeenschappelijke factor van gemiddeld \(mean.nl)",
          en: ", times a common factor of \(mean.en) on average")
      }
      return Text(
        nl: "eenheden zijn voor elke cliënt getrokken: het gemiddelde van \(number.nl) cliënten spreidt \(apart.nl)",
        en: "units are drawn for each client: the mean of \(number.en) clients spreads \(apart.en)")
        + (common ?? .verbatim(""))
        + Text(
          nl: "; als één trekking voor allen zou het \(whole.nl) zijn (--intensity-per all)",
          en: "; as one draw for all it would be \(whole.en) (--intensity-per all)")
    case .all:
      let why =
        isChosen ? .verbatim("") : Text(nl: ", omdat zij met iets samenhangen", en: ", as they go along with something")
      return Text(
        nl: "eenheden zijn één keer getrokken voor alle cliënten samen\(why.nl): spreiding \(whole.nl)",
        en: "units are drawn once for all clients together\(why.en): spread \(whole.en)")
        + Text(
          nl:
            "; voor elke cliënt apart zou het gemiddelde van \(number.nl) cliënten \(apart.nl) spreiden (--intensity-per client)",
          en: "; for each client the mean of \(number.en) clients would spread \(apart.en) (--intensity-per client)")
    }
  }

  /// - Throws: `intensity.common`, `correlation.intensity` for what cannot go together.
  static func choose(
    _ given: IntensityDraws?, common: DriverDistribution?, correlations: [Correlation]
  ) throws -> IntensityDraws {
    let isCorrelated = correlations.contains { $0.ends != .clientsCost && $0.value != 0 }
    let chosen = given ?? (isCorrelated && common == nil ? .all : .client)
    if chosen == .all, common != nil {
      throw Diagnostic(
        "intensity.common",
        Text(
          nl: "bij één trekking voor alle cliënten is er geen gemeenschappelijk deel ernaast",
          en: "with one draw for all clients there is no common part beside it"),
        wayOut: Text(
          nl: "laat --intensity-common weg, of --intensity-per all",
          en: "leave out --intensity-common, or --intensity-per all"),
        suggestion: "--intensity-per client")
    }
    if chosen == .client, common == nil, isCorrelated {
      throw Diagnostic(
        "correlation.intensity",
        Text(
          nl: "wat elke cliënt apart krijgt, hangt met niets samen",
          en: "what each client gets apart goes along with nothing"),
        wayOut: Text(
          nl: "geef het gemeenschappelijke deel: --intensity-common normal:1:0.1, of --intensity-per all",
          en: "give the common part: --intensity-common normal:1:0.1, or --intensity-per all"),
        suggestion: "--intensity-common")
    }
    return chosen
  }
}
