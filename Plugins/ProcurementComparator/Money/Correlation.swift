import Methods
import WorkbenchKit

/// How two of the drivers go along with each other, as it is typed: `clients:intensity=0.3`.
struct Correlation: Sendable {
  enum Ends: String, CaseIterable {
    case clientsIntensity = "clients:intensity"
    case clientsCost = "clients:cost"
    case intensityCost = "intensity:cost"

    /// Takes the two in either order.
    init?(typed text: String) {
      let ends = Set(text.split(separator: ":"))
      guard let found = Self.allCases.first(where: { Set($0.rawValue.split(separator: ":")) == ends }) else {
        return nil
      }
      self = found
    }
  }

  let ends: Ends
  /// -1 through 1.
  let value: Double

  static let none = Correlation(ends: .clientsCost, value: 0)

  private init(ends: Ends, value: Double) {
    self.ends = ends
    self.value = value
  }

  /// - Throws: `correlation.range`, `correlation.pair`.
  init(typed pair: Pair<Value>) throws {
    guard let value = pair.value.number, (-1...1).contains(value) else {
      throw Diagnostic(
        "correlation.range",
        Text(
          nl: "de samenhang '\(pair.value.plain)' is geen getal van -1 tot en met 1",
          en: "the correlation '\(pair.value.plain)' is no number of -1 through 1"))
    }
    guard let ends = Ends(typed: pair.key) else {
      throw Diagnostic(
        "correlation.pair",
        Text(nl: "'\(pair.key)' is geen paar dat kan samenhangen", en: "'\(pair.key)' is no pair that can correlate"),
        wayOut: Text(
          nl: "kies clients:intensity, clients:cost of intensity:cost",
          en: "choose clients:intensity, clients:cost or intensity:cost"),
        suggestion: NearestWord.best(pair.key, among: Ends.allCases.map(\.rawValue)))
    }
    self.init(ends: ends, value: value)
  }

  func apply(to drivers: inout RiskDrivers) {
    switch ends {
    case .clientsIntensity: drivers.clientsIntensity = value
    case .clientsCost: drivers.clientsCost = value
    case .intensityCost: drivers.intensityCost = value
    }
  }

  /// Says that those given contradict each other.
  static let impossible = Diagnostic(
    "correlation.impossible",
    Text(nl: "deze drie samenhangen kunnen niet samen bestaan", en: "these three correlations cannot exist together"),
    wayOut: Text(nl: "maak ze kleiner, of laat er een weg", en: "make them smaller, or leave one out"))
}
