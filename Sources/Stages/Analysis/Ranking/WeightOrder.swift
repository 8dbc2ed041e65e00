import Methods
import WorkbenchKit

/// What is known of the weights in SMAA: `--weights-order "a>b=c"`.
enum WeightOrder {
  static let argument = Argument(
    flag: "weights-order", .name,
    about: Text(
      nl: "wat van de gewichten bekend is, tussen aanhalingstekens: 'a>b>c' of 'a>b=c'; wie ontbreekt is vrij",
      en: "what is known of the weights, in quotes: 'a>b>c' or 'a>b=c'; what is not named is free"))

  /// - Throws: `criterion.unknown`, `order.syntax`, `order.repeated`.
  static func space(_ text: String?, criteria: [String]) throws -> WeightSpace {
    var order: [[Int]] = []
    if let text {
      guard !text.contains("<") else { throw syntax(text) }
      order = try text.split(separator: ">", omittingEmptySubsequences: false).map { group in
        try group.split(separator: "=", omittingEmptySubsequences: false).map { part in
          let name = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
          guard !name.isEmpty else { throw syntax(text) }
          return try RankingInput.criterion(ColumnReference(name, at: nil), among: criteria)
        }
      }
    }
    guard let space = WeightSpace(criteria: criteria.count, order: order) else {
      throw Diagnostic(
        "order.repeated",
        Text(
          nl: "een criterium staat twee keer in de volgorde '\(text ?? "")'",
          en: "a criterion stands twice in the order '\(text ?? "")'"))
    }
    return space
  }

  private static func syntax(_ text: String) -> Diagnostic {
    Diagnostic(
      "order.syntax", Text(nl: "'\(text)' is geen volgorde", en: "'\(text)' is no order"),
      wayOut: Text(
        nl: "van zwaar naar licht, zoals: --weights-order 'a>b=c'",
        en: "from heavy to light, such as: --weights-order 'a>b=c'"))
  }
}
