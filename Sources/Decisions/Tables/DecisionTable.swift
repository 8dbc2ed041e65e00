import WorkbenchKit

/// Rules as a table: a column for each input and output, a row for each rule (DMN 1.5, chapter 8).
public struct DecisionTable: Sendable, Hashable {
  /// An input or an output.
  public struct Clause: Sendable, Hashable {
    public var name: String
    public var type: ValueType
    /// What it may be; nil where anything of the type may be. Of an output the order in which outcomes go first.
    public var allowed: UnaryTests?
    public var label: Text?
    /// Of an input that is worked out of others: how; nil where it is given.
    public var formula: Formula?
    /// Members of its JSON that are not known here.
    public var rest: [String: JSON] = [:]

    public init(
      name: String, type: ValueType, allowed: UnaryTests? = nil, label: Text? = nil, formula: Formula? = nil
    ) {
      self.name = name
      self.type = type
      self.allowed = allowed
      self.label = label
      self.formula = formula
    }

    /// The single values that are allowed, in their order.
    public var values: [Literal] {
      (allowed?.tests ?? []).flatMap { test -> [Literal] in
        guard case .equals(.literal(let literal)) = test else { return [] }
        // A list stands for each of its values.
        if case .list(let items) = literal, type != .list { return items }
        return [literal]
      }
    }

    public func admits(_ value: Literal) -> Bool { value.fits(type) && allowed?.holds(value) ?? true }
  }

  /// What a rule gives an output.
  public enum Result: Sendable, Hashable {
    case value(Literal)
    /// What is worked out of the inputs.
    case formula(Formula)
    /// FEEL that is not worked out, as it stands, and why.
    case unread(UnaryTests.Unread)

    public var literal: Literal? { if case .value(let literal) = self { literal } else { nil } }

    public var feel: String {
      switch self {
      case .value(let literal): literal.feel
      case .formula(let formula): formula.text
      case .unread(let unread): unread.text
      }
    }

    /// As files write it in which bare words are texts: what is worked out stands in brackets.
    public var bracketed: String {
      if case .formula(let formula) = self { "(\(formula.text))" } else { feel }
    }
  }

  public struct Rule: Sendable, Hashable {
    /// A cell for each input.
    public var when: [UnaryTests]
    /// For each output what the rule gives it; nil where it gives nothing.
    public var results: [Result?]
    public var note: Text?
    /// Members of its JSON that are not known here.
    public var rest: [String: JSON] = [:]

    public init(when: [UnaryTests], results: [Result?], note: Text? = nil) {
      self.when = when
      self.results = results
      self.note = note
    }

    /// For each output the value that stands in the rule; nil where there is none, or it has to be worked out.
    public var then: [Literal?] { results.map { $0?.literal } }

    /// The cells that are not read, in their order: whether it fires, or what it says, cannot be decided.
    public var unread: [UnaryTests.Unread] {
      when.compactMap(\.unread) + results.compactMap { if case .unread(let unread)? = $0 { unread } else { nil } }
    }

    /// The inputs and definitions that its cells and outputs name.
    public var names: Set<String> {
      results.reduce(into: when.reduce(into: []) { $0.formUnion($1.names) }) { names, result in
        if case .formula(let formula)? = result { names.formUnion(formula.names) }
      }
    }
  }

  /// A name for what an expression comes to: an entry of a context, an argument of a model of business knowledge.
  public struct Definition: Sendable, Hashable {
    public let name: String
    public let formula: Formula
    /// Members of its JSON that are not known here.
    public var rest: [String: JSON] = [:]

    public init(name: String, formula: Formula) {
      self.name = name
      self.formula = formula
    }
  }

  /// By which it is called; unlike any other.
  public var name: String
  public var title: Text?
  public var policy: HitPolicy
  public var inputs: [Clause]
  public var outputs: [Clause]
  /// Inputs that have no column: cells and outputs name them.
  public var others: [Clause] = []
  /// In the order in which they are worked out.
  public var definitions: [Definition] = []
  /// What each output is where no rule fires.
  public var defaults: [Literal?] = []
  public var rules: [Rule]
  /// Where it comes from, and whether it is a reading of the source and not its words.
  public var source: Citation?
  public var isReading = false
  /// Members of its JSON that are not known here.
  public var rest: [String: JSON] = [:]

  public init(
    name: String, title: Text? = nil, policy: HitPolicy, inputs: [Clause], outputs: [Clause],
    defaults: [Literal?] = [], rules: [Rule]
  ) {
    self.name = name
    self.title = title
    self.policy = policy
    self.inputs = inputs
    self.outputs = outputs
    self.defaults = defaults
    self.rules = rules
  }

  /// All words of a person in it but those of its cells.
  public var words: [String] {
    let texts = [title] + (inputs + others + outputs).map(\.label) + rules.map(\.note)
    return [name] + (inputs + others + outputs).map(\.name) + definitions.map(\.formula.text)
      + texts.compactMap { $0 }.flatMap { [$0.nl, $0.en] }
  }

  public var heading: Text { title ?? .verbatim(name) }

  /// What has to be given: the inputs that are not worked out, and those without a column.
  public var asked: [Clause] { inputs.filter { $0.formula == nil } + others }

  /// What cells and outputs may name: all that is asked and the definitions. An input that is worked out has no name of its own.
  public var cellNames: KnownNames { KnownNames(asked.map(\.name) + definitions.map(\.name)) }

  /// The rules with a cell or an output that is not read, counted from 0.
  public var undecidable: [Int] { rules.indices.filter { !rules[$0].unread.isEmpty } }

  /// What an output is where no rule fires.
  public func fallback(_ output: Int) -> Literal? { defaults.indices.contains(output) ? defaults[output] : nil }
}

extension [DecisionTable.Clause] {
  /// Returns where the input or output stands that a person means: the one that is spelled so, the one that is nearly, else
  /// the only one with that label.
  public func index(called word: String) -> Int? {
    if let place = firstIndex(where: { $0.name == word }) { return place }
    let folded = word.foldedForLookup
    if let place = firstIndex(where: { $0.name.foldedForLookup == folded }) { return place }
    let labelled = indices.filter { place in
      self[place].label.map { $0.nl.foldedForLookup == folded || $0.en.foldedForLookup == folded } ?? false
    }
    return labelled.count == 1 ? labelled[0] : nil
  }

  /// The names after each other.
  public var names: String { map(\.name).joined(separator: ", ") }
}

extension DecisionTable {
  /// The values with which the cells under an input compare it.
  public func compared(with input: String) -> [Literal] {
    inputs.indices.filter { inputs[$0].name == input }.flatMap { index in rules.flatMap { $0.when[index].literals } }
  }
}

extension DecisionTable: NamedItem {
  public var id: String { name }
  public var label: Text { heading }
}
