import Rendering
import Session
import WorkbenchKit

/// A part of a workspace that two states have differently, in the words of the reader.
struct PartWords {
  let name: String
  /// Nil where it is absent.
  let before: String?
  /// Nil where it is absent.
  let after: String?

  private static let mostMembers = 3
  private static let longest = 60

  init(
    _ name: PartName, _ before: Part?, _ after: Part?, _ language: Language, _ redacted: (String) -> String
  ) {
    self.name = redacted(Self.called(name)(language))
    let sides = [before, after].map { part in part.flatMap { try? $0.json() } }
    let members = name.section == .tables || name.section == .results ? nil : Self.differing(sides[0], sides[1])
    let told = zip([before, after], sides).map { part, json -> String? in
      guard let part else { return nil }
      return Self.words(name, part, json, members, language).map(redacted) ?? ""
    }
    (self.before, self.after) = (told[0], told[1])
  }

  private static func called(_ part: PartName) -> Text {
    switch part.section {
    case .about:
      part.name == "title" ? Text(nl: "titel", en: "title") : Text(nl: "taal", en: "language")
    case .documents: Text(nl: "gegevens van \(part.name)", en: "data of \(part.name)")
    case .results: Text(nl: "uitkomst '\(part.name)'", en: "result '\(part.name)'")
    case .schemas: Text(nl: "vorm van de gegevens van \(part.name)", en: "form of the data of \(part.name)")
    case .settings: Text(nl: "instelling \(part.name)", en: "setting \(part.name)")
    case .tables: Text(nl: "tabel \(part.name)", en: "table \(part.name)")
    }
  }

  /// The members that the two sides do not share; nil where one of them is no object.
  private static func differing(_ one: JSON?, _ other: JSON?) -> [String]? {
    guard let one = one?.object, let other = other?.object else { return nil }
    return Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  private static func words(
    _ name: PartName, _ part: Part, _ json: JSON?, _ members: [String]?, _ language: Language
  ) -> String? {
    if name.section == .tables, let table = try? part.table() {
      let (rows, columns) = (table.rowCount, table.columns.count)
      return Text.counted(rows, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))(language) + ", "
        + Text.counted(columns, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns"))(language)
    }
    guard let json else { return nil }
    if name.section == .results { return result(name.name, json, language) }
    guard let members else { return value(json, language) }
    let shown = members.prefix(mostMembers).map {
      "\($0): \(json[$0].map { value($0, language) } ?? NumberMarks.missing)"
    }
    let left = members.count - shown.count
    return shown.joined(separator: "; ")
      + (left > 0 ? Text(nl: " en nog \(left)", en: " and \(left) more")(language) : "")
  }

  /// The line that gave it, and its first figures.
  private static func result(_ name: String, _ json: JSON, _ language: Language) -> String? {
    guard let kept = try? KeptResult(name: name, json: json) else { return nil }
    let marks = NumberMarks(language)
    let figures = kept.result.output.blocks.flatMap { block -> [Facts.Fact] in
      if case .facts(let facts) = block { facts.facts.filter { $0.value.number != nil } } else { [] }
    }
    var told = figures.prefix(mostMembers).map { "\($0.label?(language) ?? $0.name) \(marks.value($0))" }
    if told.isEmpty, let table = kept.result.output.table, table.rowCount == 1 {
      told = table.columns.filter { !$0.isDetail && $0.numbers != nil }.prefix(mostMembers).map {
        "\($0.label?(language) ?? $0.name) \($0.withheld[0] ?? marks.value($0[0], format: $0.format))"
      }
    }
    return ([kept.result.line] + (told.isEmpty ? [] : [told.joined(separator: ", ")])).joined(separator: " → ")
  }

  private static func value(_ json: JSON, _ language: Language) -> String {
    switch json {
    case .null: return NumberMarks.missing
    case .bool(let bool): return NumberMarks(language).boolean(bool)
    case .number(let number): return NumberMarks(language).plain(number)
    case .string(let text): return DisplayWidth.truncated(Sanitizer.line(text), to: longest)
    case .array(let items):
      return Text.counted(items.count, Text(nl: "onderdeel", en: "item"), Text(nl: "onderdelen", en: "items"))(language)
    case .object(let members):
      return Text.counted(members.count, Text(nl: "gegeven", en: "entry"), Text(nl: "gegevens", en: "entries"))(
        language)
    }
  }
}
