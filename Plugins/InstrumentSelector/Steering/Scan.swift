import WorkbenchKit

/// A short scan: items that are scored from 1 to 5.
struct Scan: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let items: [Term]
  let source: Citation?
  let isReading: Bool

  init(_ fields: Fields) throws {
    let term = try Term(fields)
    (id, names, label, source) = (term.id, term.names, term.label, term.source)
    items = try fields["items"]
    isReading = try fields["reading"] ?? false
  }

  /// The groups that items belong to, in their order.
  var groups: [String] {
    items.compactMap(\.group).reduce(into: []) { groups, name in if !groups.contains(name) { groups.append(name) } }
  }

  /// Returns the item that a name or a number means.
  ///
  /// - Throws: `item.unknown`, `item.ambiguous`.
  func item(_ word: String, at place: Place?) throws -> Term {
    if let number = NumberText.parse(word).flatMap({ Int(exactly: $0) }), items.indices.contains(number - 1) {
      return items[number - 1]
    }
    return try Vocabulary.scanItem.one(word, among: items, at: place)
  }
}

extension Context {
  var scans: [Scan] { get throws { try knowledge.items("scans", in: self) } }
}

extension Vocabulary<Scan> {
  static var scan: Vocabulary {
    Vocabulary(
      "scan", none: Text(nl: "geen scan", en: "no scan"),
      wayOut: Text(nl: "'steer scan' noemt ze alle", en: "'steer scan' lists them all")
    ) { try $0.scans }
  }
}

extension Vocabulary<Term> {
  static var scanItem: Vocabulary {
    Vocabulary(
      "item", none: Text(nl: "geen punt", en: "no item"),
      wayOut: Text(nl: "'steer scan SCAN' noemt ze alle", en: "'steer scan SCAN' lists them all"))
  }
}
