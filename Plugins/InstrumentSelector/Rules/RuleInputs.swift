import Decisions
import WorkbenchKit

/// The inputs that a person gives a decision table as `key=value`.
enum RuleInputs {
  /// What says that a value is not known.
  static let unknownWords: Set = ["?", "onbekend", "unknown", "weet-niet"]

  /// Returns a value for each input that the table asks, nil where it is not known.
  ///
  /// - Throws: `rules.input` for an input that is not there, `rules.repeated`, `rules.value`.
  static func read(_ pairs: [Pair<Value>], for table: DecisionTable) throws -> [Literal?] {
    let asked = table.asked
    var known: [Literal?] = asked.map { _ in nil }
    var given: Set<Int> = []
    for pair in pairs {
      let (key, place) = (pair.key, pair.place)
      guard let index = asked.index(called: key) else {
        throw Diagnostic(
          "rules.input",
          Text(nl: "'\(table.name)' vraagt niet naar '\(key)'", en: "'\(table.name)' does not ask for '\(key)'"),
          wayOut: Text(nl: "invoer: \(asked.names)", en: "inputs: \(asked.names)"),
          suggestion: NearestWord.best(key, among: asked.map(\.name)), place: place)
      }
      guard given.insert(index).inserted else {
        throw Diagnostic(
          "rules.repeated", Text(nl: "'\(key)' is twee keer gegeven", en: "'\(key)' is given twice"), place: place)
      }
      if unknownWords.contains(pair.value.plain.lowercased()) { continue }
      known[index] = try literal(pair.value, asked[index], table.compared(with: asked[index].name), at: place)
    }
    return known
  }

  private static func literal(
    _ value: Value, _ clause: DecisionTable.Clause, _ others: [Literal], at place: Place?
  ) throws -> Literal {
    let shown = value.plain
    // FEEL's null: there is none. Not the same as not known.
    if shown == "null", !clause.values.contains(.text("null")) { return .null }
    let typed =
      clause.type == .any
      ? Literal(typed: value, like: others + clause.values) : Literal(typed: value, as: clause.type)
    if let literal = typed {
      if clause.admits(literal) { return literal }
      // Upper and lower case count alike where only one value is meant.
      if let same = clause.values.first(where: { $0.plain.foldedForLookup == shown.foldedForLookup }) { return same }
    }
    let allowed = clause.allowed?.feel
    throw Diagnostic(
      "rules.value",
      Text(nl: "'\(shown)' kan '\(clause.name)' niet zijn", en: "'\(clause.name)' cannot be '\(shown)'"),
      wayOut: Text(
        nl: "\(allowed ?? clause.type.label.nl), of onbekend", en: "\(allowed ?? clause.type.label.en), or unknown"),
      suggestion: NearestWord.best(shown, among: clause.values.map(\.plain)), place: place)
  }
}
