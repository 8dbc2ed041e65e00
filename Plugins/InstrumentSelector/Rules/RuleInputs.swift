import WorkbenchKit

/// The inputs that a person gives a decision table as `key=value`.
enum RuleInputs {
  /// What says that a value is not known.
  static let unknownWords: Set = ["?", "onbekend", "unknown", "weet-niet"]

  /// Returns a value for each input of the table, nil where it is not known.
  ///
  /// - Throws: `rules.input` for an input that is not there, `rules.repeated`, `rules.value`.
  static func read(_ call: Call, _ name: String, for table: DecisionTable) throws -> [Literal?] {
    var known: [Literal?] = table.inputs.map { _ in nil }
    var given: Set<Int> = []
    for (key, value, place) in call.pairs(name) {
      let names = table.inputs.map(\.name)
      guard
        let index = names.firstIndex(of: key) ?? names.firstIndex(where: { Phrase.folded($0) == Phrase.folded(key) })
      else {
        throw Diagnostic(
          "rules.input",
          Text(nl: "'\(table.name)' vraagt niet naar '\(key)'", en: "'\(table.name)' does not ask for '\(key)'"),
          wayOut: Text(nl: "invoer: \(names.joined(separator: ", "))", en: "inputs: \(names.joined(separator: ", "))"),
          suggestion: NearestWord.best(key, among: names), place: place)
      }
      guard given.insert(index).inserted else {
        throw Diagnostic(
          "rules.repeated", Text(nl: "'\(key)' is twee keer gegeven", en: "'\(key)' is given twice"), place: place)
      }
      if unknownWords.contains(value.plain.lowercased()) { continue }
      known[index] = try literal(value, table.inputs[index], at: place)
    }
    return known
  }

  private static func literal(_ value: Value, _ clause: DecisionTable.Clause, at place: Place?) throws -> Literal {
    let shown = value.plain
    if let literal = Literal(typed: value, as: clause.type) {
      if clause.admits(literal) { return literal }
      // Upper and lower case count alike where only one value is meant.
      if let same = clause.values.first(where: { Phrase.folded($0.plain) == Phrase.folded(shown) }) { return same }
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
