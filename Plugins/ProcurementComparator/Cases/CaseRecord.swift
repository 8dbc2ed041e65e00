import WorkbenchKit

/// A case of the sources, or an arrangement of quality: its place on the axes, its numbers, how it went.
struct CaseRecord: Named {
  /// A label on an axis, with who calls it so.
  struct Placed: Sendable {
    let form: String
    let note: Text?
    let source: Citation
  }

  struct Figure: Sendable {
    let trait: String
    let value: Double
    let isApproximate: Bool
    let note: Text?
    let source: Citation
  }

  static let axes = ["procedure", "funding", "provision", "execution", "constellation"]
  static let parts: [(name: String, label: Text)] = [
    ("what", Text(nl: "wat", en: "what")),
    ("parties", Text(nl: "partijen", en: "parties")),
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

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let year = json["year"]?.int
    else { return nil }
    self.id = id
    self.label = label
    self.year = year
    names = (json["names"]?.array ?? []).compactMap(\.string)
    isQuality = json["kind"] == "quality"
    var place: [String: [Placed]] = [:]
    for axis in Self.axes {
      place[axis] = (json["place"]?[axis]?.array ?? []).compactMap { item in
        guard let form = item["form"]?.string, let source = Citation(item["source"]) else { return nil }
        return Placed(form: form, note: item["note"].flatMap(Text.init(json:)), source: source)
      }
    }
    self.place = place
    figures = (json["numbers"]?.array ?? []).compactMap { item in
      guard let trait = item["trait"]?.string, let value = item["value"]?.number, let source = Citation(item["source"])
      else { return nil }
      return Figure(
        trait: trait, value: value, isApproximate: item["approximate"]?.bool ?? false,
        note: item["note"].flatMap(Text.init(json:)), source: source)
    }
    var texts: [String: [Statement]] = [:]
    for part in Self.parts { texts[part.name] = Statement.list(json[part.name]) }
    self.texts = texts
  }

  /// The forms that the sources call it on an axis.
  func forms(_ axis: String) -> [String] { (place[axis] ?? []).map(\.form) }
  func figure(_ trait: String) -> Figure? { figures.first { $0.trait == trait } }

  var citations: [Citation] {
    Self.axes.flatMap { (place[$0] ?? []).map(\.source) } + figures.map(\.source)
      + Self.parts.flatMap { (texts[$0.name] ?? []).map(\.source) }
  }
}

/// A figure that cases can have.
struct Trait: Named {
  let id: String
  let names: [String] = []
  let label: Text
  let unit: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let unit = json["unit"]?.string
    else { return nil }
    self.id = id
    self.label = label
    self.unit = unit
  }

  /// A value as a person reads it.
  func shown(_ value: Double) -> Text {
    switch unit {
    case "euro": Shown.euro(value, decimals: value == value.rounded() ? 0 : 2)
    case "share": Shown.share(value, decimals: 0)
    case "years": Shown.plain(value) + Text(nl: " jaar", en: value == 1 ? " year" : " years")
    default: Shown.plain(value)
    }
  }
}
