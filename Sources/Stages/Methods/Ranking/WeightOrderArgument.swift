import Methods
import WorkbenchKit

/// What is known of the weights in SMAA: `--weights-order "a>b=c"`.
enum WeightOrderArgument {
  static let parameter = Parameter.flag(
    "weights-order", .text,
    about: Text(
      nl: "wat van de gewichten bekend is, tussen aanhalingstekens: 'a>b>c' of 'a>b=c'; wie ontbreekt is vrij",
      en: "what is known of the weights, in quotes: 'a>b>c' or 'a>b=c'; what is not named is free"))

  /// - Throws: `criterion.unknown`, `order.syntax`, `order.repeated`.
  static func space(_ call: Call, criteria: [String]) throws -> WeightSpace {
    let place = call.place(of: "weights-order")
    var order: [[Int]] = []
    if let text = call.text("weights-order") {
      guard !text.contains("<") else { throw syntax(text, at: place) }
      order = try text.split(separator: ">", omittingEmptySubsequences: false).map { group in
        try group.split(separator: "=", omittingEmptySubsequences: false).map { part in
          let name = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
          guard !name.isEmpty else { throw syntax(text, at: place) }
          return try RankingInput.criterion(Value.text(name).columnName, criteria, at: place)
        }
      }
    }
    guard let space = WeightSpace(criteria: criteria.count, order: order) else {
      throw Diagnostic(
        "order.repeated",
        Text(
          nl: "een criterium staat twee keer in de volgorde '\(call.text("weights-order") ?? "")'",
          en: "a criterion stands twice in the order '\(call.text("weights-order") ?? "")'"), place: place)
    }
    return space
  }

  private static func syntax(_ text: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "order.syntax", Text(nl: "'\(text)' is geen volgorde", en: "'\(text)' is no order"),
      wayOut: Text(
        nl: "van zwaar naar licht, zoals: --weights-order 'a>b=c'",
        en: "from heavy to light, such as: --weights-order 'a>b=c'"), place: place)
  }
}
