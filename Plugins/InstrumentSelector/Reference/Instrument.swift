import WorkbenchKit

/// Something with which a municipality can steer.
struct Instrument: Named {
  /// A law on which it rests, with the time for which it holds.
  struct LegalBasis: Sendable {
    let law: Text
    let article: String
    /// `2015-07-01`.
    let since: String
    /// The last day; nil while it holds.
    let until: String?
    let source: Citation?

    init?(_ json: JSON) {
      guard let law = json["law"].flatMap(Text.init(json:)), let article = json["article"]?.string,
        let since = json["since"]?.string
      else { return nil }
      self.law = law
      self.article = article
      self.since = since
      until = json["until"]?.string
      source = Citation(json["source"])
    }

    var shown: Text { law + .verbatim(" \(article) (\(since) – \(until ?? ""))") }
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
  let decides: Statement?
  /// Parties that take part according to a source.
  let parties: [String]
  let examples: [Statement]
  /// What it is called in the present law.
  let now: Text?
  let source: Citation?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let domain = json["domain"]?.string, let level = json["level"]?["id"]?.string,
      let tool = json["tool"]?["id"]?.string, let what = json["what"].flatMap(Statement.init)
    else { return nil }
    self.id = id
    names = (json["names"]?.array ?? []).compactMap(\.string)
    self.label = label
    self.domain = domain
    self.level = level
    isLevelRead = json["level"]?["reading"]?.bool ?? false
    self.tool = tool
    self.what = what
    legal = (json["legal"]?.array ?? []).compactMap(LegalBasis.init)
    can = Statement.list(json["can"])
    decides = json["decides"].flatMap(Statement.init)
    parties = (json["parties"]?.array ?? []).compactMap { $0["id"]?.string }
    examples = Statement.list(json["examples"])
    now = json["now"].flatMap(Text.init(json:))
    source = Citation(json["source"])
  }
}

/// A word with a label, as the knowledge base has many: a domain, a level, a party, an item of a scan.
struct Item: Named {
  let id: String
  let names: [String]
  let label: Text
  let source: Citation?
  /// What it belongs to, where that is said.
  let group: String?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    self.id = id
    names = (json["names"]?.array ?? []).compactMap(\.string)
    self.label = label
    source = Citation(json["source"])
    group = json["group"]?.string
  }
}

/// A way of taking the lead.
struct Style: Named {
  let id: String
  let names: [String]
  let label: Text
  let what: Statement
  let source: Citation?

  init?(_ json: JSON) {
    guard let item = Item(json), let what = json["what"].flatMap(Statement.init) else { return nil }
    (id, names, label, source) = (item.id, item.names, item.label, item.source)
    self.what = what
  }
}

/// What a municipality may be after, with examples of instruments.
struct Ambition: Named {
  struct Variant: Sendable {
    let style: String
    let text: Text
    let instruments: [String]
    let isReading: Bool
    let source: Citation?
  }

  let id: String
  let names: [String]
  let label: Text
  /// Whether it goes with a script of one's own.
  let script: Bool
  let variants: [Variant]
  let source: Citation?

  init?(_ json: JSON) {
    guard let item = Item(json), let script = json["script"]?.bool else { return nil }
    (id, names, label, source) = (item.id, item.names, item.label, item.source)
    self.script = script
    variants = (json["variants"]?.array ?? []).compactMap { json in
      guard let style = json["style"]?.string, let text = json["text"].flatMap(Text.init(json:)) else { return nil }
      return Variant(
        style: style, text: text, instruments: (json["instruments"]?.array ?? []).compactMap(\.string),
        isReading: json["reading"]?.bool ?? false, source: Citation(json["source"]))
    }
  }
}

/// A question of the interview.
struct Question: Named {
  enum Form: String { case yesno, choice, list, number }

  let id: String
  let names: [String]
  let label: Text
  let why: Text
  let form: Form
  let values: [Item]
  let source: Citation?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let text = json["text"].flatMap(Text.init(json:)),
      let why = json["why"].flatMap(Text.init(json:)), let form = json["kind"]?.string.flatMap(Form.init)
    else { return nil }
    self.id = id
    names = (json["names"]?.array ?? []).compactMap(\.string)
    label = text
    self.why = why
    self.form = form
    values = (json["values"]?.array ?? []).compactMap(Item.init)
    source = Citation(json["source"])
  }

  /// What may be answered, for a person.
  var range: Text {
    switch form {
    case .yesno: Text(nl: "ja, nee of onbekend", en: "yes, no or unknown")
    case .number: Text(nl: "een getal, of onbekend", en: "a number, or unknown")
    case .choice: .verbatim(values.map(\.id).joined(separator: ", "))
    case .list:
      Text(nl: "een of meer van: ", en: "one or more of: ") + .verbatim(values.map(\.id).joined(separator: ", "))
    }
  }
}

extension Library {
  func instruments(_ context: Context) throws -> [Instrument] {
    try items("instruments", "instruments", context, Instrument.init)
  }

  func domains(_ context: Context) throws -> [Item] { try items("instruments", "domains", context, Item.init) }
  func levels(_ context: Context) throws -> [Item] { try items("instruments", "levels", context, Item.init) }
  func tools(_ context: Context) throws -> [Item] { try items("instruments", "tools", context, Item.init) }
  func styles(_ context: Context) throws -> [Style] { try items("steering", "styles", context, Style.init) }
  func ambitions(_ context: Context) throws -> [Ambition] { try items("steering", "ambitions", context, Ambition.init) }
  func questions(_ context: Context) throws -> [Question] {
    try items("questions", "questions", context, Question.init)
  }
}
