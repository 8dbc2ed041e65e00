import WorkbenchKit

/// The form in which it is kept where a result came from.
public enum ProvenanceCodec {
  public static func encode(_ provenance: Provenance) -> JSON {
    [
      "reads": .object(provenance.reads.mapValues { .number(Double($0)) }),
      "writes": .array(provenance.writes.sorted().map(JSON.string)),
      "inputs": .array(provenance.inputs.map(encode)),
      "assumptions": .array(provenance.assumptions.map(\.json)),
      "sources": .array(provenance.sources.map(BlockCodec.encode)),
      "derivations": .array(provenance.derivations.map(DerivationCodec.encode)),
    ]
  }

  public static func decode(_ json: JSON) -> Provenance {
    var provenance = Provenance()
    provenance.reads = (json["reads"]?.object ?? [:]).compactMapValues(\.int)
    provenance.writes = Set((json["writes"]?.array ?? []).compactMap(\.string))
    provenance.inputs = (json["inputs"]?.array ?? []).compactMap(decodeInput)
    provenance.assumptions = (json["assumptions"]?.array ?? []).compactMap(Text.init(json:))
    provenance.sources = (json["sources"]?.array ?? []).compactMap(BlockCodec.decodeSource)
    provenance.derivations = (json["derivations"]?.array ?? []).compactMap(DerivationCodec.decode)
    return provenance
  }

  public static func encode(_ input: InputFile) -> JSON {
    var members: [String: JSON] = ["file": .string(input.path), "sha256": .string(input.sha256)]
    members["rows"] = input.rows.map { .number(Double($0)) }
    if !input.columns.isEmpty { members["columns"] = .array(input.columns.map(JSON.string)) }
    members["year"] = input.year.map { .number(Double($0)) }
    members["evidence"] = input.evidence.map { .string($0.rawValue) }
    return .object(members)
  }

  public static func decodeInput(_ json: JSON) -> InputFile? {
    guard let path = json["file"]?.string, let sha256 = json["sha256"]?.string else { return nil }
    return InputFile(
      path: path, sha256: sha256, rows: json["rows"]?.int,
      columns: (json["columns"]?.array ?? []).compactMap(\.string), year: json["year"]?.int,
      evidence: json["evidence"]?.string.flatMap(Evidence.init))
  }
}
