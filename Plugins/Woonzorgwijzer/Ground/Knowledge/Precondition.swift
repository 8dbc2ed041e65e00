import WorkbenchKit

/// Something that must be there for people to live on their own.
struct Precondition: NamedItem, FieldItem {
  /// Within how many minutes help must be there.
  struct Minutes: FieldItem, Sendable {
    let from: Double?
    let to: Double

    init(_ fields: Fields) throws {
      from = try fields["from"]
      to = try fields["to"]
    }
  }

  let id: String
  let names: [String]
  let label: Text
  let family: String
  /// Whether it is a row of Tabel 3; the others stand in the running text.
  let isInTable3: Bool
  let minutes: Minutes?
  /// Within how many metres of the dwelling.
  let metres: Double?
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    family = try fields["family"]
    isInTable3 = try fields["table3"] ?? false
    minutes = try fields["minutes"]
    metres = try fields["metres"]
    source = try fields["source"]
  }
}

extension [Precondition] {
  /// Their labels, each once and in their order. Labels hold commas of their own.
  func listed(atMost limit: Int = 5) -> Text {
    var seen: Set<String> = []
    let labels = filter { seen.insert($0.id).inserted }.map(\.label)
    let shown = Text.joined([Text](labels.prefix(limit)), by: "; ")
    let more = labels.count - limit
    return more > 0 ? shown + Text(nl: " en nog \(more)", en: " and \(more) more") : shown
  }
}

/// One of the four families of preconditions in Tabel 3.
struct Family: NamedItem, FieldItem {
  let id: String
  let label: Text
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    source = try fields["source"]
  }
}
