import WorkbenchKit

/// What a casebook says of cases beside what stands in these: how they are coded, case by case. Nothing where no table is offered.
struct OfferedTraits {
  private static let name = "casus.traits"
  /// How a contract is paid is an axis here already.
  private static let form = "form"
  /// What the casebook calls its traits: the table names them in one word only.
  private static let words: [String: Text] = [
    "initiator": Text(nl: "wie begon", en: "who began"), "payer": Text(nl: "wie betaalt", en: "who pays"),
    "scale": Text(nl: "schaal", en: "scale"),
    "access": Text(nl: "wie de toegang doet", en: "who decides on access"),
    "hours": Text(nl: "uren geregistreerd", en: "hours registered"),
    "informal": Text(nl: "informele hulp centraal", en: "informal help central"),
    "state": Text(nl: "stand in het rapport", en: "state in the report"),
    "choice": Text(nl: "keuze van aanbieder", en: "choice of provider"),
    "earning": Text(nl: "verdienmodel nog open", en: "earning model still open"),
  ]

  /// By case, by trait its values.
  private(set) var values: [String: [String: Set<String>]] = [:]
  /// What each trait is called.
  private(set) var labels: [String: Text] = [:]

  /// - Throws: where the workspace is damaged.
  init(in context: Context) throws {
    guard let table = try context.workspace.table(Self.name), let cases = table.column("case")?.texts,
      let traits = table.column("trait")?.texts, let values = table.column("value")?.texts
    else { return }
    for row in cases.indices {
      guard let one = cases[row], let trait = traits[row], let value = values[row], trait != Self.form else { continue }
      // Several parties that pay stand in one cell.
      let parts = value.split(separator: "+").map(String.init)
      self.values[one, default: [:]][Self.axis(trait), default: []].formUnion(parts)
      labels[Self.axis(trait)] = Self.words[trait] ?? .verbatim(trait)
    }
  }

  private static func axis(_ trait: String) -> String { "\(name).\(trait)" }

  /// Puts what is known of a case beside what its profile has.
  func add(to profile: inout CaseLikeness.Profile, of one: String) {
    profile.labels.merge(values[one] ?? [:]) { own, _ in own }
  }
}
