import WorkbenchKit

/// What personas weigh in an area.
enum PersonaWeights {
  /// Returns weights that add up to 1, by the ids of the personas.
  ///
  /// - Throws: `persona.unknown`, `weight.value`, `weight.none`.
  static func read(_ pairs: [Pair<Value>], among personas: [Persona]) throws -> [String: Double] {
    var weights: [String: Double] = [:]
    for pair in pairs {
      let persona = try Vocabulary.persona.one(pair.key, among: personas, at: pair.place)
      let words = pair.value.plain
      guard let weight = TypedValue.number(words)?.number, weight >= 0, weight <= 1e9 else {
        throw Diagnostic(
          "weight.value", Text(nl: "'\(words)' is geen gewicht", en: "'\(words)' is no weight"),
          wayOut: Text(nl: "geef 0 of meer, zoals \(persona.id)=0.3", en: "give 0 or more, such as \(persona.id)=0.3"),
          place: pair.place)
      }
      weights[persona.id] = weight
    }
    return try shares(of: weights)
  }

  /// Returns weights in proportion that add up to 1.
  ///
  /// - Throws: `weight.none`.
  static func shares(of weights: [String: Double]) throws -> [String: Double] {
    let total = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    guard total > 0 else {
      throw Diagnostic("weight.none", Text(nl: "alle gewichten samen zijn 0", en: "all weights together are 0"))
    }
    return weights.mapValues { $0 / total }
  }
}

/// Weights out of figures of an area, by a rule that the group names.
struct AreaRule {
  let weights: [String: Double]
  let words: String

  /// - Throws: `persona.unknown`, `rule.indicator`, `weight.none`.
  init(
    _ rule: [Pair<Value>], among personas: [Persona], _ figures: AreaFigures, in rows: [Int], of area: String
  ) throws {
    var counts: [String: Double] = [:]
    var parts: [String] = []
    for pair in rule {
      let persona = try Vocabulary.persona.one(pair.key, among: personas, at: pair.place)
      let wanted = pair.value.plain
      counts[persona.id] = try figures.estimate(wanted, in: rows, of: area, at: pair.place)
      parts.append("\(persona.id) = \(wanted)")
    }
    weights = try PersonaWeights.shares(of: counts)
    words = parts.joined(separator: ", ")
  }
}
