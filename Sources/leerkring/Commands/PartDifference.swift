import Rendering
import Session
import WorkbenchKit

/// Sets two states of a workspace beside each other, part by part.
struct PartDifference {
  private let before: [PartName: Part]
  private let after: [PartName: Part]
  /// Takes what is hidden out of a text before it is cut off.
  private let redacted: (String) -> String
  private let names: [PartName]

  init(from before: [PartName: Part], to after: [PartName: Part], in session: Session) {
    let names = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    self.names = names
    let differs = Set(names)
    self.before = before.filter { differs.contains($0.key) }.mapValues(session.opened)
    self.after = after.filter { differs.contains($0.key) }.mapValues(session.opened)
    redacted = session.redacted
  }

  var isEmpty: Bool { names.isEmpty }

  /// The parts that differ, with a short form of both sides; what is absent is missing.
  var table: Table {
    Table(columns: [
      .texts("part", names.map(\.text), label: Text(nl: "deel", en: "part")),
      .texts("before", names.map { before[$0].map(short) }, label: Text(nl: "was", en: "before")),
      .texts("after", names.map { after[$0].map(short) }, label: Text(nl: "is", en: "after")),
    ])
  }

  /// The same for who reads: what each part is, and what of it differs.
  ///
  /// - Parameters:
  ///   - was: the name of the old state.
  ///   - now: the name of the new one.
  func readable(_ language: Language, was: Text, now: Text) -> Table {
    let rows = names.map { PartWords($0, before[$0], after[$0], language, redacted) }
    return Table(columns: [
      .texts("part", rows.map(\.name), label: Text(nl: "deel", en: "part")),
      .texts("before", rows.map(\.before), label: Text(nl: "was: ", en: "was: ") + was),
      .texts("after", rows.map(\.after), label: Text(nl: "is: ", en: "is: ") + now),
    ])
  }

  private func short(_ part: Part) -> String {
    let bytes = part.canonical()
    if bytes.starts(with: Array("{\"columns\"".utf8)), let table = try? part.table() {
      return "\(table.rowCount) × \(table.columns.count)"
    }
    if let json = try? part.json(), let text = json.string { return text }
    let text = redacted(String(decoding: bytes, as: UTF8.self))
    return text.count > 80 ? text.prefix(77) + "…" : text
  }
}
