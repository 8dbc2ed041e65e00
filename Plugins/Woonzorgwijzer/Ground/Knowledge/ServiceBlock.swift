import WorkbenchKit

/// The woonservicegebied as the source describes it: what it is, what it is built of, what came of it.
struct ServiceArea: Sendable {
  /// What it is, and for how many inhabitants.
  struct Definition: FieldItem, Sendable {
    let said: Statement
    let inhabitants: ClosedRange<Int>

    init(_ fields: Fields) throws {
      said = try Statement(fields)
      let range: [String: Int] = try fields["inhabitants"]
      guard let from = range["from"], let to = range["to"], from <= to else {
        throw FieldProblem(Text(nl: "is geen begin en eind", en: "is no beginning and end"), at: ["inhabitants"])
      }
      inhabitants = from...to
    }
  }

  let definition: Definition
  let blocks: [ServiceBlock]
  let effects: [Statement]
  let conclusions: [Statement]
  let lessons: [Statement]

  init(_ fields: Fields) throws {
    definition = try fields["definition"]
    blocks = try fields["blocks"]
    effects = try fields["effects"]
    conclusions = try fields["conclusions"]
    lessons = try fields["lessons"]
  }
}

/// A building block of a woonservicegebied, as the source names it.
struct ServiceBlock: NamedItem, FieldItem {
  let id: String
  let label: Text
  /// `hardware`, `software` or `organisation`.
  let kind: String
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    kind = try fields["kind"]
    source = try fields["source"]
  }

  /// The first two are the source's own words.
  var kindLabel: Text {
    kind == "organisation" ? Text(nl: "organisatie", en: "organisation") : .verbatim(kind)
  }
}

/// Whether a block is there; the order is from the least to the most.
enum BlockStatus: String, FieldValue, Sendable, CaseIterable {
  case absent, partly, present, unknown

  var label: Text {
    switch self {
    case .absent: Text(nl: "afwezig", en: "absent")
    case .partly: Text(nl: "deels", en: "partly")
    case .present: Text(nl: "aanwezig", en: "present")
    case .unknown: Text(nl: "onbekend", en: "unknown")
    }
  }

  /// Where it stands on the scale; nil for what is no step of it.
  var rank: Int? {
    switch self {
    case .absent: 0
    case .partly: 1
    case .present: 2
    case .unknown: nil
    }
  }
}

/// What a role says of a block; without a status, that it takes back what it said.
struct StatusAnswer: NamedItem {
  let status: BlockStatus?
  let id: String
  let names: [String]
  let label: Text

  static let all =
    BlockStatus.allCases.map {
      StatusAnswer(status: $0, id: $0.rawValue, names: [$0.label.nl, $0.label.en], label: $0.label)
    } + [
      StatusAnswer(
        status: nil, id: "withdraw", names: ["intrekken"],
        label: Text(nl: "neem terug wat deze rol zei", en: "take back what this role said"))
    ]
}
