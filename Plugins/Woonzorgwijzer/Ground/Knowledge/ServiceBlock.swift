import WorkbenchKit

/// A building block of a woonservicegebied, as the source names it.
struct ServiceBlock: Named {
  let id: String
  let label: Text
  /// `hardware`, `software` or `organisation`.
  let kind: String
  let source: Citation
  var names: [String] { [] }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let kind = json["kind"]?.string, let source = Citation(json["source"])
    else { return nil }
    self.id = id
    self.label = label
    self.kind = kind
    self.source = source
  }
}

/// Whether a block is there; the order is from the least to the most.
enum BlockStatus: String, Sendable, CaseIterable {
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

extension Kind {
  static let block = Kind(
    code: "block", none: Text(nl: "geen bouwsteen", en: "no building block"),
    wayOut: Text(
      nl: "'wzw knowledge woonservicegebied' noemt ze alle", en: "'wzw knowledge woonservicegebied' lists them all"))
  static let status = Kind(
    code: "status", none: Text(nl: "geen stand", en: "no status"),
    wayOut: Text(
      nl: "kies aanwezig, deels, afwezig, onbekend of intrekken",
      en: "choose present, partly, absent, unknown or withdraw"))
}
