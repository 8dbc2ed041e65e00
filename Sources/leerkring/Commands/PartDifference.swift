import WorkbenchKit

/// Sets two states of a workspace beside each other, part by part.
enum PartDifference {
  /// Returns a table of the parts that differ, with a short form of both sides; what is absent is missing.
  ///
  /// - Parameter redacted: takes what is hidden out of a text before it is cut off.
  static func table(
    from before: [PartName: Part], to after: [PartName: Part], redacted: (String) -> String
  ) -> Table {
    let names = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    return Table(columns: [
      .texts("part", names.map(\.text), label: Text(nl: "deel", en: "part")),
      .texts("before", names.map { before[$0].map { short($0, redacted) } }, label: Text(nl: "was", en: "before")),
      .texts("after", names.map { after[$0].map { short($0, redacted) } }, label: Text(nl: "is", en: "after")),
    ])
  }

  private static func short(_ part: Part, _ redacted: (String) -> String) -> String {
    let bytes = part.canonical()
    if bytes.starts(with: Array("{\"columns\"".utf8)), let table = try? part.table() {
      return "\(table.rowCount) × \(table.columns.count)"
    }
    if let json = try? part.json(), let text = json.string { return text }
    let text = redacted(String(decoding: bytes, as: UTF8.self))
    return text.count > 80 ? text.prefix(77) + "…" : text
  }
}
