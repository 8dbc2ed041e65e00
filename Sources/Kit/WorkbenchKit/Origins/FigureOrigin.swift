/// Where a figure comes from; figures that are combined merge their origins.
public struct FigureOrigin: Sendable, Hashable {
  /// Something that went in, and what kind of knowledge it is.
  public struct Ingredient: Sendable, Hashable {
    /// What went in.
    public let what: Text
    /// What kind of knowledge it is.
    public let evidence: Evidence

    /// Makes an ingredient.
    public init(_ what: Text, _ evidence: Evidence) {
      self.what = what
      self.evidence = evidence
    }
  }

  /// The files that were read, each with the columns that were used.
  public private(set) var inputs: [InputFile] = []
  /// What went in, each with its kind of knowledge.
  public private(set) var ingredients: [Ingredient] = []
  /// What was taken for granted.
  public private(set) var assumptions: [Text] = []
  /// The publications behind it.
  public private(set) var sources: [Source] = []
  /// How the figure was worked out.
  public private(set) var derivations: [Derivation] = []

  /// Makes an origin that nothing is known of yet.
  public init() {}

  /// Adds a file; one that is there already gets the columns that it lacks.
  public mutating func add(_ input: InputFile) {
    guard let index = inputs.firstIndex(where: { $0.path == input.path && $0.sha256 == input.sha256 }) else {
      inputs.append(input)
      return
    }
    for column in input.columns where !inputs[index].columns.contains(column) { inputs[index].columns.append(column) }
  }

  /// Adds what went in, unless it is there already.
  public mutating func add(_ ingredient: Ingredient) {
    if !ingredients.contains(ingredient) { ingredients.append(ingredient) }
  }

  /// Adds something taken for granted, unless it is there already.
  public mutating func add(assumption: Text) {
    if !assumptions.contains(assumption) { assumptions.append(assumption) }
  }

  /// Adds a publication, unless it is there already.
  public mutating func add(_ source: Source) { if !sources.contains(source) { sources.append(source) } }

  /// Adds how cells were worked out, unless it is there already.
  public mutating func add(_ derivation: Derivation) {
    if !derivations.contains(derivation) { derivations.append(derivation) }
  }

  /// Takes in where another figure comes from.
  public mutating func merge(_ other: FigureOrigin) {
    for input in other.inputs { add(input) }
    for ingredient in other.ingredients { add(ingredient) }
    for assumption in other.assumptions { add(assumption: assumption) }
    for source in other.sources { add(source) }
    for derivation in other.derivations { add(derivation) }
  }

  /// Returns the origin of what this figure and another make together.
  public func merged(with other: FigureOrigin) -> FigureOrigin {
    var both = self
    both.merge(other)
    return both
  }
}
