import WorkbenchKit

/// Where an item of an agenda comes from.
enum Origin {
  private static let kinds = ["dilemma", "gap", "moment", "scan", "task", "decision", "core", "stelling", "spiegel"]

  /// Returns an origin as it is kept; what the circle itself holds has to be there.
  ///
  /// - Throws: `origin.unknown`, `dilemma.unknown`, `decision.unknown`.
  static func checked(_ words: String?, _ circle: Circle, in context: Context) throws -> String? {
    guard let words else { return nil }
    let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, kinds.contains(parts[0]), !parts[1].isEmpty else {
      throw Diagnostic(
        "origin.unknown", Text(nl: "'\(words)' is geen herkomst", en: "'\(words)' is no origin"),
        wayOut: Text(
          nl: "zoals dilemma:crisis; het kan zijn: \(kinds.joined(separator: ", "))",
          en: "such as dilemma:crisis; it can be: \(kinds.joined(separator: ", "))"),
        suggestion: NearestWord.best(parts.first ?? "", among: kinds).map { "\($0):" })
    }
    switch parts[0] {
    case "dilemma":
      let item = try Vocabulary<KnowledgeTerm>.dilemma.one(parts[1], among: Dilemmas.all(circle, in: context))
      return "dilemma:\(item.id)"
    case "decision":
      let list = try context.workspace.decisions(of: circle).decisions
      return "decision:\(try Vocabulary<Decision>.decision.one(parts[1], among: list).id)"
    case "core": return "core:\(try Vocabulary<KnowledgeTerm>.theme.one(parts[1], among: context.coreQuestions).id)"
    case "stelling":
      return "stelling:\(try Vocabulary<CircleStatement>.statement.one(parts[1], among: circle.statements).id)"
    default: return words
    }
  }
}
