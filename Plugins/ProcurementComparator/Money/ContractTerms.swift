import Methods
import WorkbenchKit

/// The amounts of a contract, and the forms of payment that they make.
struct ContractTerms {
  /// What can be agreed; its raw value is the flag by which it is given.
  enum Amount: String {
    case tariff, budget, population, band, contracted, ceiling
    case arrangementPrice = "arrangement-price"
    case perInhabitant = "per-inhabitant"

    var about: Text {
      switch self {
      case .tariff: Text(nl: "prijs per eenheid", en: "price a unit")
      case .arrangementPrice:
        Text(
          nl: "prijs per cliënt; anders tarief × gemiddelde intensiteit",
          en: "price a client; else tariff × mean intensity")
      case .budget:
        Text(
          nl: "vast bedrag, en waar betalingen tegen gemeten worden",
          en: "fixed amount, and what payments are measured against")
      case .population: Text(nl: "inwoners", en: "inhabitants")
      case .perInhabitant: Text(nl: "bedrag per inwoner", en: "amount an inhabitant")
      case .band: Text(nl: "corridor in %: OMHOOG:OMLAAG, zoals 5:10", en: "corridor in %: UP:DOWN, such as 5:10")
      case .contracted:
        Text(
          nl: "gecontracteerde cliënten; anders het gemiddelde van --clients",
          en: "contracted clients; else the mean of --clients")
      case .ceiling: Text(nl: "hoogste betaling", en: "highest payment")
      }
    }
  }

  /// Those that are given.
  let amounts: [Amount: Double]
  let band: BandWidth?
  let beyond: ClientBand.Beyond
  let drivers: RiskDrivers
  /// What was filled in, to be told.
  private(set) var assumptions: [Text] = []

  init(_ amounts: [Amount: Double], band: BandWidth?, beyond: ClientBand.Beyond, drivers: RiskDrivers) {
    self.amounts = amounts
    self.band = band
    self.beyond = beyond
    self.drivers = drivers
  }

  /// The forms that are asked for; without any, those of which the terms are there.
  ///
  /// - Throws: `form.none`, `form.amounts`.
  mutating func forms(_ asked: [ContractForm]) throws -> [(name: ContractForm, form: PaymentForm)] {
    var seen: Set<ContractForm> = []
    let names = asked.isEmpty ? ContractForm.allCases.filter(isGiven) : asked.filter { seen.insert($0).inserted }
    guard !names.isEmpty else {
      throw Diagnostic(
        "form.none", Text(nl: "er is geen vorm om door te rekenen", en: "there is no form to work out"),
        wayOut: Text(
          nl: "geef --form met zijn bedragen, zoals --form lumpsum --budget 1000000",
          en: "give --form with its amounts, such as --form lumpsum --budget 1000000"), suggestion: "--form")
    }
    return try names.map { ($0, try form($0)) }
  }

  private func isGiven(_ form: ContractForm) -> Bool {
    let needed: [Amount] =
      switch form {
      case .pxq: [.tariff]
      case .arrangement: [.arrangementPrice]
      case .lumpsum: [.budget]
      case .population: [.population, .perInhabitant]
      case .corridor: [.budget]
      case .ceiling: [.tariff, .ceiling]
      }
    return needed.allSatisfy { amounts[$0] != nil } && (form != .corridor || band != nil)
  }

  private mutating func form(_ form: ContractForm) throws -> PaymentForm {
    switch form {
    case .pxq: return .priceTimesVolume(tariff: try need(.tariff, form))
    case .arrangement:
      if let price = amounts[.arrangementPrice] { return .arrangement(price: price) }
      guard let tariff = amounts[.tariff] else { throw missing(.arrangementPrice, form) }
      let price = tariff * drivers.meanIntensity
      let shown = Text.euros(price, decimals: 2)
      assumptions.append(
        Text(
          nl: "prijs van een arrangement: tarief × gemiddelde intensiteit = \(shown.nl)",
          en: "price of an arrangement: tariff × mean intensity = \(shown.en)"))
      return .arrangement(price: price)
    case .lumpsum: return .lumpSum(budget: try need(.budget, form))
    case .population:
      return .population(inhabitants: try need(.population, form), perInhabitant: try need(.perInhabitant, form))
    case .corridor:
      let budget = try need(.budget, form)
      guard let band else { throw missing(.band, form) }
      return .corridor(budget: budget, band: try clientBand(band))
    case .ceiling: return .ceiling(tariff: try need(.tariff, form), ceiling: try need(.ceiling, form))
    }
  }

  private mutating func clientBand(_ band: BandWidth) throws -> ClientBand {
    let contracted = amounts[.contracted] ?? drivers.clients.mean
    guard contracted > 0 else { throw missing(.contracted, .corridor) }
    if amounts[.contracted] == nil {
      let shown = Text.number(contracted, atMost: 3)
      assumptions.append(
        Text(
          nl: "gecontracteerde cliënten: het gemiddelde, \(shown.nl)", en: "contracted clients: the mean, \(shown.en)"))
    }
    assumptions.append(CorridorWords.assumption(beyond))
    let band = ClientBand(contracted: contracted, up: band.up, down: band.down, beyond: beyond)
    assumptions.append(CorridorWords.rule(band))
    return band
  }

  private func need(_ amount: Amount, _ form: ContractForm) throws -> Double {
    guard let value = amounts[amount] else { throw missing(amount, form) }
    return value
  }

  private func missing(_ amount: Amount, _ form: ContractForm) -> Diagnostic {
    let (flag, name) = (amount.rawValue, form.rawValue)
    return Diagnostic(
      "form.amounts", Text(nl: "de vorm '\(name)' mist --\(flag)", en: "the form '\(name)' lacks --\(flag)"),
      wayOut: .verbatim("--\(flag): ") + amount.about, suggestion: "--\(flag)")
  }
}
