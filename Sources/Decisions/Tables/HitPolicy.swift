import WorkbenchKit

/// What a decision table says when several of its rules fire (DMN 1.5, 8.2.8).
public enum HitPolicy: String, Sendable, CaseIterable {
  case unique = "U"
  case any = "A"
  case priority = "P"
  case first = "F"
  case ruleOrder = "R"
  case outputOrder = "O"
  case collect = "C"
  case sum = "C+"
  case minimum = "C<"
  case maximum = "C>"
  case count = "C#"

  /// Whether it makes one number of all that fired.
  public var isAggregate: Bool { [.sum, .minimum, .maximum, .count].contains(self) }
  /// Whether it puts outputs in the order of their allowed values.
  public var needsOrder: Bool { self == .priority || self == .outputOrder }

  public var label: Text {
    switch self {
    case .unique: Text(nl: "hoogstens één regel past", en: "one rule fits at most")
    case .any: Text(nl: "wie past, zegt hetzelfde", en: "those that fit say the same")
    case .priority: Text(nl: "de uitkomst die voorgaat", en: "the outcome that goes first")
    case .first: Text(nl: "de eerste die past", en: "the first that fits")
    case .ruleOrder: Text(nl: "alle, in de volgorde van de regels", en: "all, in the order of the rules")
    case .outputOrder: Text(nl: "alle, in de volgorde van de uitkomsten", en: "all, in the order of the outcomes")
    case .collect: Text(nl: "alle samen", en: "all together")
    case .sum: Text(nl: "de som", en: "the sum")
    case .minimum: Text(nl: "de laagste", en: "the lowest")
    case .maximum: Text(nl: "de hoogste", en: "the highest")
    case .count: Text(nl: "hoeveel er passen", en: "how many fit")
    }
  }

  /// Reads it as a person types it.
  ///
  /// - Throws: `rules.policy`.
  public init(typed word: String) throws {
    guard let policy = Self(rawValue: word.uppercased()) else {
      throw Diagnostic(
        "rules.policy", Text(nl: "er is geen treffersregel '\(word)'", en: "there is no hit policy '\(word)'"),
        wayOut: Text(
          nl: "kies U, A, P, F, R, O, C, C+, C<, C> of C#", en: "choose U, A, P, F, R, O, C, C+, C<, C> or C#"))
    }
    self = policy
  }

  /// As DMN XML spells it.
  public var dmn: (policy: String, aggregation: String?) {
    switch self {
    case .unique: ("UNIQUE", nil)
    case .any: ("ANY", nil)
    case .priority: ("PRIORITY", nil)
    case .first: ("FIRST", nil)
    case .ruleOrder: ("RULE ORDER", nil)
    case .outputOrder: ("OUTPUT ORDER", nil)
    case .collect: ("COLLECT", nil)
    case .sum: ("COLLECT", "SUM")
    case .minimum: ("COLLECT", "MIN")
    case .maximum: ("COLLECT", "MAX")
    case .count: ("COLLECT", "COUNT")
    }
  }

  public init?(dmn policy: String?, aggregation: String?) {
    let wanted = ((policy ?? "UNIQUE").uppercased(), aggregation?.uppercased())
    guard let found = Self.allCases.first(where: { $0.dmn.policy == wanted.0 && $0.dmn.aggregation == wanted.1 }) else {
      return nil
    }
    self = found
  }
}
