import WorkbenchKit

/// What is estimated for which areas, and how it is to be shown.
struct EstimateRequest {
  /// More rows than this are asked for by accident.
  static let rowLimit = 200_000

  let atlas: Atlas
  let areas: [Area]
  /// What ranks are by; nil where none are asked for.
  let rankedBy: Ranking.Measure?
  let draws: Int
  /// Nil for that of the workspace.
  let seed: UInt64?
  /// Where ranks were asked for.
  let rankPlace: Place?
  /// Whether other plugins get the outcome.
  let isOffered: Bool

  /// - Parameter flag: what would make it less, without its hyphens.
  static func tooMany(_ areas: Int, _ what: Text, naming thing: Text, _ flag: String) -> Diagnostic {
    let count = Text.count(areas)
    return Diagnostic(
      "argument.missing",
      Text(
        nl: "\(what.nl) voor \(count.nl) gebieden is te veel voor één tabel",
        en: "\(what.en) for \(count.en) areas are too many for one table"),
      wayOut: Text(
        nl: "noem een \(thing.nl) met --\(flag), of een gebied met --in",
        en: "name \(thing.en) with --\(flag), or an area with --in"),
      suggestion: "--\(flag)")
  }
}

/// How an estimate comes about.
enum EstimateMethod: String, ArgumentChoice {
  case direct, synthetic, calibrated, composite

  static let usual = EstimateMethod.direct

  /// Nil for the direct method, which is of indicators.
  var ofGroups: GroupMethod? { GroupMethod(rawValue: rawValue) }

  var about: Text? { ofGroups?.label ?? Text(nl: "percentage maal inwoners", en: "percentage times people") }
}
