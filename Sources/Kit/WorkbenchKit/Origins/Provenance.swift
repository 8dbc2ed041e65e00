/// What a result came about by: noted by the handle while a command runs.
public struct Provenance: Sendable, Hashable {
  /// Parts of the workspace that were read, each by the step that made it (0: before the first).
  public var reads: [String: Int] = [:]
  /// Parts that were written.
  public var writes: Set<String> = []
  /// The files that were read.
  public var inputs: [InputFile] = []
  /// What was taken for granted.
  public var assumptions: [Text] = []
  /// The publications it rests on.
  public var sources: [Source] = []
  /// How its figures were worked out.
  public var derivations: [Derivation] = []

  /// Makes one that names nothing yet.
  public init() {}

  /// Takes in what another stage of the same pipeline noted.
  public mutating func merge(_ other: Provenance) {
    reads.merge(other.reads) { first, _ in first }
    writes.formUnion(other.writes)
    for input in other.inputs where !inputs.contains(input) { inputs.append(input) }
    for assumption in other.assumptions where !assumptions.contains(assumption) { assumptions.append(assumption) }
    for derivation in other.derivations where !derivations.contains(derivation) { derivations.append(derivation) }
    for source in other.sources where !sources.contains(source) { sources.append(source) }
  }
}
