import WorkbenchKit

/// How much roles let each trait count; the middle of what they gave holds.
struct TraitWeights: FieldItem, Sendable {
  /// By trait and role, 0 or more.
  private(set) var given: [String: [String: Double]] = [:]

  init() {}

  init(_ fields: Fields) throws {
    for name in fields.names {
      guard let roles: [String: Double] = try fields[name] else { continue }
      guard roles.values.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw FieldProblem(Text(nl: "heeft een gewicht dat niet kan", en: "has a weight that cannot be"), at: [name])
      }
      given[name] = roles
    }
  }

  var json: JSON {
    .object(given.filter { !$0.value.isEmpty }.mapValues { .object($0.mapValues { .number($0) }) })
  }

  var roles: Set<String> { given.values.reduce(into: []) { $0.formUnion($1.keys) } }

  /// Keeps what a role gave; nil takes it back.
  mutating func put(_ weight: Double?, of trait: String, by role: String) {
    given[trait, default: [:]][role] = weight
  }

  /// The middle of what roles gave, the mean of the two in the middle; 1 where nobody gave anything.
  subscript(trait: String) -> Double {
    let values = (given[trait] ?? [:]).values.sorted()
    guard !values.isEmpty else { return 1 }
    return values[(values.count - 1) / 2] / 2 + values[values.count / 2] / 2
  }
}
