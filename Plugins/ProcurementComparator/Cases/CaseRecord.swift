import WorkbenchKit

/// A case of the sources, or an arrangement of quality: its place on the axes, its numbers, how it went.
struct CaseRecord: NamedItem, FieldItem {
  /// A label on an axis, with who calls it so.
  struct Placed: FieldItem {
    let form: String
    let note: Text?
    let source: Citation

    init(_ fields: Fields) throws {
      form = try fields["form"]
      note = try fields["note"]
      source = try fields["source"]
    }
  }

  struct Figure: FieldItem {
    let trait: String
    let value: Double
    let isApproximate: Bool
    let note: Text?
    let source: Citation

    init(_ fields: Fields) throws {
      trait = try fields["trait"]
      value = try fields["value"]
      isApproximate = try fields["approximate"] ?? false
      note = try fields["note"]
      source = try fields["source"]
    }
  }

  static let axes = ["procedure", "funding", "provision", "execution", "constellation"]
  static let parts: [(name: String, label: Text)] = [
    ("what", Text(nl: "wat", en: "what")),
    ("parties", Text(nl: "partijen", en: "parties")),
    ("demands", Text(nl: "eisen aan de aanbieders", en: "demands on the providers")),
    ("access", Text(nl: "toegang", en: "access")),
    ("choice", Text(nl: "keuze", en: "choice")),
    ("accountability", Text(nl: "verantwoording", en: "accountability")),
    ("own_contribution", Text(nl: "eigen bijdrage", en: "own contribution")),
    ("well", Text(nl: "ging goed", en: "went well")),
    ("less", Text(nl: "ging minder", en: "went less well")),
    ("conditions", Text(nl: "voorwaarden", en: "conditions")),
    ("open", Text(nl: "open punten", en: "open points")),
  ]

  let id: String
  let names: [String]
  let label: Text
  let year: Int
  let isQuality: Bool
  /// By axis; none where it is `onbekend`.
  let place: [String: [Placed]]
  let figures: [Figure]
  /// By part; none where it is `onbekend`.
  let texts: [String: [Statement]]
  /// Ids of what the law says of it now.
  let law: [String]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    year = try fields["year"]
    let kind: String = try fields["kind"]
    isQuality = kind == "quality"
    let placed: JSON = try fields["place"]
    let axes = try Fields(placed)
    place = try Dictionary(uniqueKeysWithValues: Self.axes.map { ($0, try axes.known($0)) })
    figures = try fields.known("numbers")
    texts = try Dictionary(uniqueKeysWithValues: Self.parts.map { ($0.name, try fields.known($0.name)) })
    law = try fields.list("law")
  }

  /// The forms that the sources call it on an axis.
  func forms(_ axis: String) -> [String] { (place[axis] ?? []).map(\.form) }
  func figure(_ trait: String) -> Figure? { figures.first { $0.trait == trait } }

  var citations: [Citation?] {
    Self.axes.flatMap { (place[$0] ?? []).map(\.source) } + figures.map(\.source)
      + Self.parts.flatMap { (texts[$0.name] ?? []).map(\.source) }
  }
}

/// A figure that cases can have.
struct Trait: NamedItem, FieldItem {
  let id: String
  let label: Text
  let unit: String

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    unit = try fields["unit"]
  }

  /// A value as a person reads it.
  func shown(_ value: Double) -> Text {
    switch unit {
    case "euro": Text.euros(value, decimals: value == value.rounded() ? 0 : 2)
    case "share": Text.share(value, decimals: 0)
    case "years": Text.number(value, atMost: 3) + Text(nl: " jaar", en: value == 1 ? " year" : " years")
    default: Text.number(value, atMost: 3)
    }
  }
}

extension Context {
  /// The cases of the knowledge base.
  var cases: [CaseRecord] { get throws { try knowledge.items("cases", in: self) } }
  /// The figures that cases can have.
  var traits: [Trait] { get throws { try knowledge.items("cases", list: "traits", in: self) } }
  /// Where a budget with a band stands in the sources.
  var corridorSource: Citation? {
    get throws { try cases.first { $0.id == "goeree-overflakkee" }?.figure("band_up")?.source }
  }
}

extension Vocabulary<CaseRecord> {
  static var example: Vocabulary {
    Vocabulary(
      "case", none: Text(nl: "geen case", en: "no case"),
      wayOut: Text(nl: "'procure cases' noemt ze alle", en: "'procure cases' lists them all")
    ) { try $0.cases }
  }
}
