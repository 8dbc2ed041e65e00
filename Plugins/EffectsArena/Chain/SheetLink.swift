import WorkbenchKit

/// How far it is known that the one brings about the other.
enum Grounds: String, ArgumentChoice, FieldValue {
  case shown = "aangetoond"
  case plausible = "aannemelijk"
  case contested = "betwist"
  case unknown = "onbekend"

  static let usual = Grounds.unknown

  var about: Text? { label }

  var label: Text {
    switch self {
    case .shown: Text(nl: "aangetoond", en: "shown")
    case .plausible: Text(nl: "aannemelijk", en: "plausible")
    case .contested: Text(nl: "betwist", en: "contested")
    case .unknown: Text(nl: "onbekend", en: "unknown")
    }
  }

  var mark: CellMatrix.Mark {
    switch self {
    case .shown: .present
    case .plausible: .partly
    case .contested: .absent
    case .unknown: .unknown
    }
  }
}

/// How sure a role is of a link, or that it does not know, which is no low answer.
enum Confidence: Sendable, Hashable, FieldValue {
  case value(Double)
  case unknown

  private static let unknownWords: Set = [RoleWords.unknown, "weetniet", "weet-ik-niet", "onbekend", "unknown", "?"]

  init(field: JSON) throws {
    if field.string == RoleWords.unknown {
      self = .unknown
    } else if let value = field.number, (0...1).contains(value) {
      self = .value(value)
    } else {
      throw FieldProblem(Text(nl: "is geen 0 tot en met 1", en: "is not 0 through 1"))
    }
  }

  var json: JSON {
    switch self {
    case .value(let value): .number(value)
    case .unknown: .string(RoleWords.unknown)
    }
  }

  var number: Double? { if case .value(let value) = self { value } else { nil } }

  /// Reads what a role said; nil where it takes its answer back.
  ///
  /// - Throws: `share.range`.
  static func typed(_ words: String, at place: Place?) throws -> Confidence? {
    if unknownWords.contains(words.foldedForLookup) { return .unknown }
    if RoleWords.areWithdrawal(words) { return nil }
    if let typed = TypedValue.number(words.trimmedOfPadding), case .number(let number, let unit) = typed, unit != .euro
    {
      let part = unit == .percent ? number / 100 : number
      if (0...1).contains(part) { return .value(part) }
    }
    throw Diagnostic(
      "share.range", Text(nl: "'\(words)' zegt niet hoe zeker het is", en: "'\(words)' does not say how sure it is"),
      wayOut: Text(
        nl: "geef 0 (zeker niet) tot 1 (zeker), of een percentage, of weet-niet; intrekken neemt een antwoord terug",
        en: "give 0 (surely not) to 1 (surely), or a percentage, or weet-niet (does not know); intrekken takes it back"),
      suggestion: TypedValue.number(words)?.number.flatMap { $0 > 1 && $0 <= 100 ? "\(words)%" : nil }, place: place)
  }
}

/// That the one brings about the other, as the circle sees it.
struct SheetLink: Sendable, Hashable, FieldItem {
  let from: String
  let to: String
  var evidence: Grounds
  var source: String?
  /// Why it holds here though the sources limit claims of its kind.
  var because: String?
  /// How sure each role is.
  var sure: [String: Confidence]
  private var rest: [String: JSON] = [:]

  init(from: String, to: String) {
    (self.from, self.to, evidence, sure) = (from, to, .unknown, [:])
  }

  init(_ fields: Fields) throws {
    from = try fields.name("from")
    to = try fields.name("to")
    evidence = try fields["evidence"] ?? .unknown
    source = try fields["source"]
    because = try fields["because"]
    sure = try fields["sure"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "from": .string(from), "to": .string(to), "evidence": .string(evidence.rawValue),
        "source": source.map(JSON.string), "because": because.map(JSON.string),
        "sure": .object(sure.mapValues(\.json)),
      ], rest: rest)
  }

  /// The answers that are numbers, the least first.
  var values: [Double] { sure.values.compactMap(\.number).sorted() }

  /// The middle answer, or the mean of the two in the middle; nil where nobody gave one.
  var confidence: Double? {
    let values = values
    guard !values.isEmpty else { return nil }
    return (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
  }
}
