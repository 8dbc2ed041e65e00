import WorkbenchKit

/// A norm of the code that a circle makes.
struct Norm: NamedItem, FieldItem, Sendable {
  let id: String
  /// What it asks.
  var text: String
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(text) }
  /// Whether no more is known of it than the word by which a file names it.
  var isBareName: Bool { Slug.of(text) == id }

  init(id: String, text: String) { (self.id, self.text) = (id, text) }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields.name("text")
    rest = fields.rest
  }

  var json: JSON { .members(["id": .string(id), "text": .string(text)], rest: rest) }
}

extension Vocabulary<Norm> {
  static let norm = Vocabulary(
    "norm", none: Text(nl: "geen norm", en: "no norm"),
    wayOut: Text(
      nl: "'spiegel code' noemt ze, 'spiegel norm add ID TEKST' voegt er een toe",
      en: "'spiegel code' lists them, 'spiegel norm add ID TEXT' adds one")
  ) { try $0.workspace.audits.norms }
}

/// Who audits.
enum AuditorKind: String, CaseIterable, FieldValue, Sendable {
  case client, peer

  static let words = [["client", "cliënt", "clienten", "clients"], ["peer", "instelling", "collega", "peers"]]
}

/// How a norm was valued: yes or no, or 1 to 5.
enum AuditScore: Sendable, Hashable, FieldValue {
  case met(Bool)
  case value(Int)

  init(field: JSON) throws {
    if let value = field.int, (1...5).contains(value) {
      self = .value(value)
    } else if let word = field.string, ["ja", "nee"].contains(word) {
      self = .met(word == "ja")
    } else {
      throw FieldProblem(Text(nl: "is geen ja, nee of 1 tot en met 5", en: "is no ja, nee or 1 through 5"))
    }
  }

  var json: JSON {
    switch self {
    case .met(let isMet): .string(isMet ? "ja" : "nee")
    case .value(let value): .number(Double(value))
    }
  }

  var isYesNo: Bool { if case .met = self { true } else { false } }

  /// Whether the norm is met.
  ///
  /// - Parameter least: from which value on.
  func isMet(from least: Int) -> Bool {
    switch self {
    case .met(let isMet): isMet
    case .value(let value): value >= least
    }
  }

  /// 0 and 1 for no and yes, else 1 to 5.
  var number: Double {
    switch self {
    case .met(let isMet): isMet ? 1 : 0
    case .value(let value): Double(value)
    }
  }
}

/// What one auditor found of one norm in one place; the auditor is a pseudonym.
struct Judgement: Sendable, Hashable, FieldItem {
  struct Key: Hashable {
    let place: String
    let auditor: String
    let norm: String
  }

  let key: Key
  let score: AuditScore
  let kind: AuditorKind?
  private var rest: [String: JSON] = [:]

  init(key: Key, score: AuditScore, kind: AuditorKind?) { (self.key, self.score, self.kind) = (key, score, kind) }

  init(_ fields: Fields) throws {
    key = Key(
      place: try fields.name("place"), auditor: try fields.name("auditor"), norm: try fields.name("norm"))
    score = try fields["score"]
    kind = try fields["kind"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "place": .string(key.place), "auditor": .string(key.auditor), "norm": .string(key.norm), "score": score.json,
        "kind": kind.map { .string($0.rawValue) },
      ], rest: rest)
  }
}

/// The code of the circle and all judgements.
struct AuditList: FieldItem {
  @ReadItems var norms: [Norm] = []
  @ReadItems var judgements: [Judgement] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _norms = try fields.items("norms")
    _judgements = try fields.items("judgements")
    rest = fields.rest
  }

  var json: JSON { .members(["norms": _norms.json(\.json), "judgements": _judgements.json(\.json)], rest: rest) }
  var unread: [Notice] {
    [
      Notice.unread(_norms, Text(nl: "normen", en: "norms")),
      Notice.unread(_judgements, Text(nl: "oordelen", en: "judgements")),
    ].compactMap { $0 }
  }
}

extension WorkspaceHandle {
  /// - Throws: `document.damaged`.
  var audits: AuditList {
    get throws {
      let list = try document("audit", as: AuditList.self) ?? AuditList()
      for notice in list.unread { note(notice) }
      return list
    }
  }

  func store(_ list: AuditList) { setDocument("audit", to: list.json) }
}
