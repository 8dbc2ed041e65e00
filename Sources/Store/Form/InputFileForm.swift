import WorkbenchKit

extension InputFile {
  /// The form in which an input stands in the log.
  var json: JSON {
    var members: [String: JSON] = ["path": .string(path), "sha256": .string(sha256)]
    if let rows { members["rows"] = .number(Double(rows)) }
    if !columns.isEmpty { members["columns"] = .array(columns.map(JSON.string)) }
    if let year { members["year"] = .number(Double(year)) }
    if let evidence { members["evidence"] = .string(evidence.rawValue) }
    return .object(members)
  }

  init?(json: JSON) {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string else { return nil }
    self.init(
      path: path, sha256: sha256, rows: json["rows"]?.int, columns: json["columns"]?.array?.compactMap(\.string) ?? [],
      year: json["year"]?.int, evidence: json["evidence"]?.string.flatMap(Evidence.init(rawValue:)))
  }
}
