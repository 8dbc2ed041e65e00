import WorkbenchKit

/// What an area does for its personas.
struct Arrangement: Sendable, Hashable, NamedItem, FieldItem {
  /// A measure that answers a moment, and who takes it up.
  struct Answer: Sendable, Hashable, FieldItem {
    let moment: String
    /// The id of a measure of the catalogue, or words of the group's own.
    let measure: String
    var by: String?
    private var rest: [String: JSON] = [:]

    init(moment: String, measure: String, by: String?) {
      (self.moment, self.measure, self.by) = (moment, measure, by)
    }

    init(_ fields: Fields) throws {
      self.init(moment: try fields["moment"], measure: try fields["measure"], by: try fields["by"])
      rest = fields.rest
    }

    var json: JSON {
      .members(["moment": .string(moment), "measure": .string(measure), "by": by.map(JSON.string)], rest: rest)
    }
  }

  /// Where the weights come from.
  enum Basis: String, Sendable, CaseIterable, FieldValue {
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
  @ReadItems var answers: [Answer] = []
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(area) }

  init(id: String, area: String, set: String) { (self.id, self.area, self.set) = (id, area, set) }

  init(_ fields: Fields) throws {
    self.init(id: try fields.name("id"), area: try fields["area"], set: try fields["set"])
    weights = try fields["weights"] ?? [:]
    try fields.demandNoNegative(weights.map { $0 }, in: "weights")
    basis = try fields["basis"] ?? .given
    rule = try fields["rule"]
    votes = try fields.dots("votes")
    _answers = try fields.items("answers")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "area": .string(area), "set": .string(set),
        "weights": .object(weights.mapValues(JSON.number)), "basis": .string(basis.rawValue),
        "rule": rule.map(JSON.string), "votes": votes.dotsJSON, "answers": _answers.json(\.json),
      ], rest: rest)
  }

  /// Its answers that could not be read.
  var unread: UnreadItems? {
    UnreadItems(
      _answers, Text(nl: "antwoorden van '\(id)'", en: "answers of '\(id)'"), at: ["answers"])
  }

  /// Those who speak in it: who takes a measure up, and who voted.
  var roles: Set<String> { Set(answers.compactMap(\.by)).union(votes.keys) }

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
