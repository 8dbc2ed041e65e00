import Methods
import WorkbenchKit

/// The terms that a call gives, and the forms of payment that they make.
struct ContractTerms {
  static let names = ["pxq", "arrangement", "lumpsum", "population", "corridor", "ceiling"]

  static let labels: [String: Text] = [
    "pxq": Text(nl: "prijs maal volume", en: "price x volume"),
    "arrangement": Text(nl: "prijs per arrangement", en: "price an arrangement"),
    "lumpsum": Text(nl: "vast bedrag", en: "lump sum"),
    "population": Text(nl: "bedrag per inwoner", en: "amount an inhabitant"),
    "corridor": Text(nl: "budget met band", en: "budget with a band"),
    "ceiling": Text(nl: "tarief met plafond", en: "tariff with a ceiling"),
  ]

  static let parameters: [Parameter] = [
    .flag("tariff", .number(0...1e9), about: Text(nl: "prijs per eenheid", en: "price a unit"), unit: .euro),
    .flag(
      "arrangement-price", .number(0...1e12),
      about: Text(
        nl: "prijs per cliënt; anders tarief × gemiddelde intensiteit",
        en: "price a client; else tariff × mean intensity"),
      unit: .euro),
    .flag(
      "budget", .number(0...1e15),
      about: Text(
        nl: "vast bedrag, en waar betalingen tegen gemeten worden",
        en: "fixed amount, and what payments are measured against"),
      unit: .euro),
    .flag("population", .number(0...1e9), about: Text(nl: "inwoners", en: "inhabitants"), unit: .persons),
    .flag(
      "per-inhabitant", .number(0...1e9), about: Text(nl: "bedrag per inwoner", en: "amount an inhabitant"), unit: .euro
    ),
    .flag(
      "band", .text,
      about: Text(nl: "corridor in %: OMHOOG:OMLAAG, zoals 5:10", en: "corridor in %: UP:DOWN, such as 5:10")),
    .flag(
      "beyond",
      .choice([
        Candidate(
          "proportional",
          Text(nl: "buiten de band volgt het hele budget de cliënten", en: "beyond the band the whole budget follows")),
        Candidate(
          "excess", Text(nl: "alleen wat buiten de band valt telt", en: "only what lies beyond the band counts")),
      ]),
      about: Text(nl: "wat buiten de band geldt", en: "what holds beyond the band"), fallback: "proportional"),
    .flag(
      "contracted", .number(1e-9...1e12),
      about: Text(
        nl: "gecontracteerde cliënten; anders het gemiddelde van --clients",
        en: "contracted clients; else the mean of --clients"),
      unit: .persons),
    .flag("ceiling", .number(0...1e15), about: Text(nl: "hoogste betaling", en: "highest payment"), unit: .euro),
  ]

  let call: Call
  let drivers: RiskDrivers
  /// What was filled in, to be told.
  private(set) var assumptions: [Text] = []

  init(_ call: Call, drivers: RiskDrivers) {
    self.call = call
    self.drivers = drivers
  }

  /// The forms that are asked for; without any, those of which the terms are there.
  ///
  /// - Throws: `argument.missing`, `form.unknown`, `band.shape`.
  mutating func forms() throws -> [(name: String, form: PaymentForm)] {
    if call.has("form") {
      var seen: Set<String> = []
      return try call.texts("form").filter { seen.insert($0).inserted }.map { ($0, try form($0)) }
    }
    let found = try Self.names.filter(isGiven).map { ($0, try form($0)) }
    if found.isEmpty {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "er is geen vorm om door te rekenen", en: "there is no form to work out"),
        wayOut: Text(
          nl: "geef --form met zijn bedragen, zoals --form lumpsum --budget 1000000",
          en: "give --form with its amounts, such as --form lumpsum --budget 1000000"), suggestion: "--form",
        place: call.place)
    }
    return found
  }

  private func isGiven(_ name: String) -> Bool {
    switch name {
    case "pxq": call.has("tariff")
    case "arrangement": call.has("arrangement-price")
    case "lumpsum": call.has("budget")
    case "population": call.has("population") && call.has("per-inhabitant")
    case "corridor": call.has("budget") && call.has("band")
    default: call.has("tariff") && call.has("ceiling")
    }
  }

  private mutating func form(_ name: String) throws -> PaymentForm {
    switch name {
    case "pxq": return .priceTimesVolume(tariff: try need("tariff", name))
    case "arrangement":
      if let price = call.number("arrangement-price") { return .arrangement(price: price) }
      guard let tariff = call.number("tariff") else { throw missing("arrangement-price", name) }
      let price = tariff * drivers.intensity.mean
      let shown = Shown.euro(price, decimals: 2)
      assumptions.append(
        Text(
          nl: "prijs van een arrangement: tarief × gemiddelde intensiteit = \(shown.nl)",
          en: "price of an arrangement: tariff × mean intensity = \(shown.en)"))
      return .arrangement(price: price)
    case "lumpsum": return .lumpSum(budget: try need("budget", name))
    case "population":
      return .population(inhabitants: try need("population", name), perInhabitant: try need("per-inhabitant", name))
    case "corridor":
      let budget = try need("budget", name)
      guard let text = call.text("band") else { throw missing("band", name) }
      return .corridor(budget: budget, band: try band(text))
    default: return .ceiling(tariff: try need("tariff", name), ceiling: try need("ceiling", name))
    }
  }

  private mutating func band(_ text: String) throws -> ClientBand {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      NumberText.parse($0.hasSuffix("%") ? String($0.dropLast()) : String($0))
    }
    guard parts.count == 2, let up = parts[0], let down = parts[1], up >= 0, (0...100).contains(down), up <= 1000 else {
      throw Diagnostic(
        "band.shape", Text(nl: "'\(text)' is geen band", en: "'\(text)' is no band"),
        wayOut: Text(
          nl: "OMHOOG:OMLAAG in procenten, zoals 5:10", en: "UP:DOWN in percent, such as 5:10"),
        place: call.place(of: "band"))
    }
    let contracted = call.number("contracted") ?? drivers.clients.mean
    guard contracted > 0 else { throw missing("contracted", "corridor") }
    if !call.has("contracted") {
      let shown = Shown.plain(contracted)
      assumptions.append(
        Text(
          nl: "gecontracteerde cliënten: het gemiddelde, \(shown.nl)", en: "contracted clients: the mean, \(shown.en)"))
    }
    let beyond = ClientBand.Beyond(rawValue: call.text("beyond") ?? "") ?? .proportional
    assumptions.append(CorridorWords.assumption(beyond))
    return ClientBand(contracted: contracted, up: up / 100, down: down / 100, beyond: beyond)
  }

  private func need(_ flag: String, _ form: String) throws -> Double {
    guard let value = call.number(flag) else { throw missing(flag, form) }
    return value
  }

  private func missing(_ flag: String, _ form: String) -> Diagnostic {
    let about = Self.parameters.first { $0.name == flag }?.about ?? Text(nl: "", en: "")
    return Diagnostic(
      "argument.missing", Text(nl: "de vorm '\(form)' mist --\(flag)", en: "the form '\(form)' lacks --\(flag)"),
      wayOut: Text(nl: "--\(flag): \(about.nl)", en: "--\(flag): \(about.en)"), suggestion: "--\(flag)",
      place: call.place(of: "form"))
  }
}
