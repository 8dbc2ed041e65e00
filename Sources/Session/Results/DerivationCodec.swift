import WorkbenchKit

/// The form in which it is kept how a column was worked out.
enum DerivationCodec {
  static func encode(_ derivation: Derivation) -> JSON {
    var members: [String: JSON] = [
      "column": .string(derivation.column), "key": .string(derivation.key), "variant": .string(derivation.variant),
      "when": .string(derivation.when), "method": derivation.method.json,
      "factors": .array(derivation.factors.map(encode)),
    ]
    members["only"] = derivation.only.map(JSON.string)
    return .object(members)
  }

  static func decode(_ json: JSON) -> Derivation? {
    guard let column = json["column"]?.string, let method = json["method"].flatMap(Text.init(json:)) else { return nil }
    return Derivation(
      column: column, key: json["key"]?.string ?? "", variant: json["variant"]?.string ?? "",
      when: json["when"]?.string ?? "", only: json["only"]?.string, method: method,
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
    members["row"] = factor.row.map(JSON.string)
    members["figure"] = factor.figure.map(JSON.number)
    members["format"] = factor.format.json
    if !factor.parts.isEmpty { members["parts"] = .array(factor.parts.map(encode)) }
    return .object(members)
  }

  private static func decodeFactor(_ json: JSON) -> Derivation.Factor? {
    guard let column = json["column"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    return Derivation.Factor(
      column: column, label: label, file: json["file"]?.string ?? "",
      fileColumns: (json["file_columns"]?.array ?? []).compactMap(\.string), year: json["year"]?.int,
      evidence: json["evidence"]?.string.flatMap(Evidence.init), remark: json["remark"].flatMap(Text.init(json:)),
      row: json["row"]?.string, figure: json["figure"]?.number,
      format: json["format"].map(Column.Format.init) ?? .automatic,
      parts: (json["parts"]?.array ?? []).compactMap(decodeFactor))
  }
}
