import WorkbenchKit

/// Something with which a municipality can steer.
struct Instrument: NamedItem, FieldItem {
  /// A law on which it rests, with the time for which it holds.
  struct LegalBasis: FieldItem, Sendable {
    let law: Text
    let article: String
    let period: LegalPeriod
    let source: Citation?

    init(_ fields: Fields) throws {
      law = try fields["law"]
      article = try fields["article"]
      period = try LegalPeriod(fields)
      source = try fields["source"]
    }

    var shown: Text { law + .verbatim(" \(article) (") + period.shown + .verbatim(")") }
  }

  /// A level, a tool or a party, and whether it is our reading that it belongs there.
  private struct Placement: FieldItem {
    let id: String
    let isReading: Bool

    init(_ fields: Fields) throws {
      id = try fields["id"]
      isReading = try fields["reading"] ?? false
    }
  }

  let id: String
  let names: [String]
  let label: Text
  let domain: String
  /// `strategisch`, `tactisch` or `operationeel`; mostly our reading.
  let level: String
  let isLevelRead: Bool
  /// After Hood (1983): `nodality`, `authority`, `treasure` or `organisation`; our reading.
  let tool: String
  let what: Statement
  let legal: [LegalBasis]
  let can: [Statement]
  /// What binds it, or what it cannot do.
  let limits: [Statement]
  let decides: Statement?
  /// Parties that take part according to a source.
  let parties: [String]
  let examples: [Statement]
  /// What it is called in the present law.
  let now: Text?
  let source: Citation?

  init(_ fields: Fields) throws {
    let level: Placement = try fields["level"]
    let tool: Placement = try fields["tool"]
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    domain = try fields["domain"]
    self.level = level.id
    isLevelRead = level.isReading
    self.tool = tool.id
    what = try fields["what"]
    legal = try fields.list("legal")
    can = try fields.list("can")
    limits = try fields.list("limits")
    decides = try fields["decides"]
    parties = try fields.list("parties", of: Placement.self).map(\.id)
    examples = try fields.list("examples")
    now = try fields["now"]
    source = try fields["source"]
  }
}

extension Instrument {
  /// What is said of an argument that names one.
  static let argument = Text(nl: "een instrument: woonvisie, …", en: "an instrument: woonvisie, …")
}

extension Context {
  var instruments: [Instrument] { get throws { try knowledge.items("instruments", in: self) } }
  var domains: [Term] { get throws { try knowledge.items("instruments", list: "domains", in: self) } }
  var levels: [Term] { get throws { try knowledge.items("instruments", list: "levels", in: self) } }
  var tools: [Term] { get throws { try knowledge.items("instruments", list: "tools", in: self) } }
}

extension Vocabulary<Instrument> {
  static var instrument: Vocabulary {
    Vocabulary(
      "instrument", none: Text(nl: "geen instrument", en: "no instrument"),
      wayOut: Text(nl: "'instrument list' noemt ze alle", en: "'instrument list' lists them all")
    ) { try $0.instruments }
  }
}

extension Vocabulary<Term> {
  static var domain: Vocabulary {
    Vocabulary(
      "domain", none: Text(nl: "geen domein", en: "no domain"),
      wayOut: Text(
        nl: "kies ruimtelijke-ordening, wonen of wmo",
        en: "choose ruimtelijke-ordening (spatial planning), wonen (housing) or wmo (social support)")
    ) { try $0.domains }
  }

  static var level: Vocabulary {
    Vocabulary(
      "level", none: Text(nl: "geen niveau", en: "no level"),
      wayOut: Text(
        nl: "kies strategisch, tactisch of operationeel",
        en: "choose strategisch (strategic), tactisch (tactical) or operationeel (operational)")
    ) { try $0.levels }
  }
}
