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

  var heading: Text { title ?? .verbatim(name) }

  /// What an output is where no rule fires.
  func fallback(_ output: Int) -> Literal? { defaults.indices.contains(output) ? defaults[output] : nil }
}
