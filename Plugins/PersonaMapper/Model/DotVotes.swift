import WorkbenchKit

/// Dots that roles gave to items: each role counts the same, however many dots it has.
struct DotVotes: Sendable {
  /// Of each item the share that each role gave it.
  let sharesByRole: [String: [String: Double]]
  let dots: [String: Int]
  let roles: [String]

  init(_ votes: [String: [String: Int]], items: [String]) {
    var sharesByRole: [String: [String: Double]] = [:]
    var dots: [String: Int] = [:]
    var roles: [String] = []
    for (role, given) in votes.sorted(by: { $0.key < $1.key }) {
      let counted = given.filter { items.contains($0.key) }
      let total = counted.values.reduce(0, +)
      guard total > 0 else { continue }
      roles.append(role)
      for item in items {
        sharesByRole[item, default: [:]][role] = Double(counted[item] ?? 0) / Double(total)
        dots[item, default: 0] += counted[item] ?? 0
      }
    }
    (self.sharesByRole, self.dots, self.roles) = (sharesByRole, dots, roles)
  }

  /// The mean share of each item over the roles; nothing where nobody voted.
  var shares: [String: Double] {
    sharesByRole.mapValues { $0.values.sorted().reduce(0, +) / Double(max(roles.count, 1)) }
  }

  /// The lowest and the highest share of items as columns.
  func spreadColumns(_ items: [String]) -> [Column] {
    let spreads = items.map(spread)
    return [
      .numbers(
        "low", spreads.map { $0?.low ?? .nan }, label: Text(nl: "laagste", en: "lowest"), unit: .share,
        format: .share(0)),
      .numbers(
        "high", spreads.map { $0?.high ?? .nan }, label: Text(nl: "hoogste", en: "highest"), unit: .share,
        format: .share(0)),
    ]
  }

  /// The lowest and highest share that a role gave.
  func spread(_ item: String) -> (low: Double, high: Double)? {
    let values = sharesByRole[item].map { Array($0.values) } ?? []
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }
}

extension [String: [String: Int]] {
  /// As they are kept.
  var dotsJSON: JSON { .object(mapValues { .object($0.mapValues { .number(Double($0)) }) }) }
}

extension Fields {
  /// Returns dots by role and by what they were given to.
  ///
  /// - Throws: `FieldProblem` for what is no whole number from 0.
  func dots(_ name: String) throws -> [String: [String: Int]] {
    let votes: [String: [String: Int]] = try self[name] ?? [:]
    try demandNoNegative(votes.values.flatMap { $0 }.map { ($0.key, Double($0.value)) }, in: name)
    return votes
  }

  /// - Throws: `FieldProblem` for a number below 0.
  func demandNoNegative(_ numbers: [(key: String, value: Double)], in name: String) throws {
    if let negative = numbers.first(where: { $0.value < 0 }) {
      throw FieldProblem(Text(nl: "is minder dan 0", en: "is less than 0"), at: [name, negative.key])
    }
  }
}
