import Session
import WorkbenchKit

/// Sets two states of a workspace beside each other, part by part.
enum PartDifference {
  /// Returns a table of the parts that differ, with a short form of both sides; what is absent is missing.
  ///
  /// What is hidden is taken out of a text before it is cut off.
  static func table(from before: [PartName: Part], to after: [PartName: Part], in session: Session) -> Table {
    let names = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    return Table(columns: [
      .texts("part", names.map(\.text), label: Text(nl: "deel", en: "part")),
      .texts("before", names.map { before[$0].map { short($0, session) } }, label: Text(nl: "was", en: "before")),
      .texts("after", names.map { after[$0].map { short($0, session) } }, label: Text(nl: "is", en: "after")),
    ])
  }

  private static func short(_ part: Part, _ session: Session) -> String {
    let part = session.opened(part)
    let bytes = part.canonical()
    if bytes.starts(with: Array("{\"columns\"".utf8)), let table = try? part.table() {
      return "\(table.rowCount) × \(table.columns.count)"
    }
    if let json = try? part.json(), let text = json.string { return text }
    let text = session.redacted(String(decoding: bytes, as: UTF8.self))
    return text.count > 80 ? text.prefix(77) + "…" : text
  }
}
