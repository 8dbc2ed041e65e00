import WorkbenchKit

/// Rules as a table: a column for each input and output, a row for each rule (DMN 1.5, chapter 8).
struct DecisionTable: Sendable, Hashable {
  /// An input or an output.
  struct Clause: Sendable, Hashable {
    var name: String
    var type: ValueType
    /// What it may be; nil where anything of the type may be. Of an output the order in which outcomes go first.
    var allowed: UnaryTests?
    var label: Text?
    /// Members of its JSON that are not known here.
    var rest: [String: JSON] = [:]

    /// The single values that are allowed, in their order.
    var values: [Literal] {
      (allowed?.tests ?? []).compactMap { if case .equals(let literal) = $0 { literal } else { nil } }
    }

    func admits(_ value: Literal) -> Bool { value.fits(type) && allowed?.holds(value) ?? true }
  }

  struct Rule: Sendable, Hashable {
    /// A cell for each input.
    var when: [UnaryTests]
    /// A value for each output; nil where the rule gives none.
    var then: [Literal?]
    var note: Text?
    /// Members of its JSON that are not known here.
    var rest: [String: JSON] = [:]
  }

  /// By which it is called; unlike any other.
  var name: String
  var title: Text?
  var policy: HitPolicy
  var inputs: [Clause]
  var outputs: [Clause]
  /// What each output is where no rule fires.
  var defaults: [Literal?] = []
  var rules: [Rule]
  /// Where it comes from, and whether it is a reading of the source and not its words.
  var source: Citation?
  var isReading = false
  /// Members of its JSON that are not known here.
  var rest: [String: JSON] = [:]

  /// All words of a person in it but those of its cells.
  var words: [String] {
    let texts = [title] + (inputs + outputs).map(\.label) + rules.map(\.note)
    return [name] + (inputs + outputs).map(\.name) + texts.compactMap { $0 }.flatMap { [$0.nl, $0.en] }
  }

  var heading: Text { title ?? .verbatim(name) }

  /// What an output is where no rule fires.
  func fallback(_ output: Int) -> Literal? { defaults.indices.contains(output) ? defaults[output] : nil }
}

extension [DecisionTable.Clause] {
  /// Returns where the input or output stands that a person means, the one that is spelled so before the one that is nearly.
  func index(called word: String) -> Int? {
    firstIndex { $0.name == word } ?? firstIndex { $0.name.foldedForLookup == word.foldedForLookup }
  }

  /// The names after each other.
  var names: String { map(\.name).joined(separator: ", ") }
}
