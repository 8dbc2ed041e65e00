import WorkbenchKit

/// What an area does for its personas.
struct Arrangement: Sendable, Hashable, Named {
  /// A measure that answers a moment, and who takes it up.
  struct Answer: Sendable, Hashable {
    let moment: String
    /// The id of a measure of the catalogue, or words of the group's own.
    let measure: String
    var by: String?

    init(moment: String, measure: String, by: String?) {
      (self.moment, self.measure, self.by) = (moment, measure, by)
    }

    init?(_ json: JSON) {
      guard let moment = json["moment"]?.string, let measure = json["measure"]?.string else { return nil }
      self.init(moment: moment, measure: measure, by: json["by"]?.string)
    }

    var json: JSON { .members(["moment": .string(moment), "measure": .string(measure), "by": .words(by)]) }
  }

  /// Where the weights come from.
  enum Basis: String, Sendable, CaseIterable {
    case given, voted, ruled

    var label: Text {
      switch self {
      case .given: Text(nl: "gegeven", en: "given")
      case .voted: Text(nl: "gestemd door de kring", en: "voted by the circle")
      case .ruled: Text(nl: "naar een regel die de kring noemde", en: "by a rule that the circle named")
      }
    }
  }

  let id: String
  let area: String
  let set: String
  /// Of each persona, adding up to 1 where there are any.
  var weights: [String: Double] = [:]
  var basis = Basis.given
  /// The rule in words, where there is one.
  var rule: String?
  /// `votes[role][persona]`: dots.
  var votes: [String: [String: Int]] = [:]
  var answers: [Answer] = []

  var label: Text { .verbatim(area) }

  init(id: String, area: String, set: String) { (self.id, self.area, self.set) = (id, area, set) }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let area = json["area"]?.string, let set = json["set"]?.string else {
      return nil
    }
    self.init(id: id, area: area, set: set)
    weights = (json["weights"]?.object ?? [:]).compactMapValues { $0.number.flatMap { $0 >= 0 ? $0 : nil } }
    basis = json["basis"]?.string.flatMap(Basis.init) ?? .given
    rule = json["rule"]?.string
    for (role, dots) in json["votes"]?.object ?? [:] { votes[role] = (dots.object ?? [:]).compactMapValues(\.int) }
    answers = json.items("answers", Answer.init)
  }

  var json: JSON {
    .members([
      "id": .string(id), "area": .string(area), "set": .string(set),
      "weights": .object(weights.mapValues(JSON.number)), "basis": .string(basis.rawValue), "rule": .words(rule),
      "votes": .object(votes.mapValues { .object($0.mapValues { .number(Double($0)) }) }),
      "answers": .array(answers.map(\.json)),
    ])
  }

  /// A moment with what it weighs in the area: the sum over personas of weight times priority, 0 through 5.
  func weight(of moment: String, in set: PersonaSet) -> Double {
    set.personas.reduce(0) { sum, persona in
      sum + (weights[persona.id] ?? 0) * Double(set.cell(moment, persona.id)?.priority ?? 0)
    }
  }

  /// Weights out of dots: the mean over the roles of each role's shares.
  mutating func count(votes personas: [String]) {
    weights = DotVotes(votes, items: personas).shares
    basis = .voted
    rule = nil
  }
}

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

  /// The lowest and highest share that a role gave.
  func spread(_ item: String) -> (low: Double, high: Double)? {
    let values = sharesByRole[item].map { Array($0.values) } ?? []
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }
}
