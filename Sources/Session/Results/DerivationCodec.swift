import WorkbenchKit

/// The form in which it is kept how a column was worked out.
enum DerivationCodec {
  static func encode(_ derivation: Derivation) -> JSON {
    [
      "column": .string(derivation.column), "key": .string(derivation.key), "variant": .string(derivation.variant),
      "when": .string(derivation.when), "method": derivation.method.json,
      "factors": .array(derivation.factors.map(encode)),
    ]
  }

  static func decode(_ json: JSON) -> Derivation? {
    guard let column = json["column"]?.string, let method = json["method"].flatMap(Text.init(json:)) else { return nil }
    return Derivation(
      column: column, key: json["key"]?.string ?? "", variant: json["variant"]?.string ?? "",
      when: json["when"]?.string ?? "", method: method,
      factors: (json["factors"]?.array ?? []).compactMap(decodeFactor))
  }

  private static func encode(_ factor: Derivation.Factor) -> JSON {
    var members: [String: JSON] = [
      "column": .string(factor.column), "label": factor.label.json, "file": .string(factor.file),
      "file_columns": .array(factor.fileColumns.map(JSON.string)),
    ]
    members["year"] = factor.year.map { .number(Double($0)) }
    members["evidence"] = factor.evidence.map { .string($0.rawValue) }
    members["remark"] = factor.remark?.json
    return .object(members)
  }

  private static func decodeFactor(_ json: JSON) -> Derivation.Factor? {
    guard let column = json["column"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    return Derivation.Factor(
      column: column, label: label, file: json["file"]?.string ?? "",
      fileColumns: (json["file_columns"]?.array ?? []).compactMap(\.string), year: json["year"]?.int,
      evidence: json["evidence"]?.string.flatMap(Evidence.init), remark: json["remark"].flatMap(Text.init(json:)))
  }
}
