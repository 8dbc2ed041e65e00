import WorkbenchKit

/// What the table says of the steps, who does what in them, and who could be the pilot light: all of it by role.
struct LightChain: Sendable, FieldItem {
  /// How many get through a step, by step and role.
  typealias Shares = [String: [String: ShareAnswer]]

  /// What a party has to do with a step.
  enum Part: String, ArgumentChoice, FieldValue {
    case does = "doet"
    case decides = "beslist"
    case helps = "helpt"
    case knows = "weet"
    case withdrawn = "intrekken"

    static let usual = Part.does

    var about: Text? {
      switch self {
      case .does: Text(nl: "doet het", en: "does it")
      case .decides: Text(nl: "beslist", en: "decides")
      case .helps: Text(nl: "helpt", en: "helps")
      case .knows: Text(nl: "weet ervan", en: "knows of it")
      case .withdrawn: Text(nl: "neem terug wat er stond", en: "take back what was said")
      }
    }
  }

  var now: Shares = [:]
  var wanted: Shares = [:]
  /// By step and party.
  var who: [String: [String: Part]] = [:]
  /// How candidates do, by candidate, mark and role.
  var candidates: [String: [String: [String: ScaleAnswer]]] = [:]
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    now = try fields["now"] ?? [:]
    wanted = try fields["wanted"] ?? [:]
    who = try fields["who"] ?? [:]
    candidates = try fields["candidates"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    func kept<Answer>(_ answers: [String: [String: Answer]], _ form: (Answer) -> JSON) -> JSON {
      .object(answers.filter { !$0.value.isEmpty }.mapValues { .object($0.mapValues(form)) })
    }
    let candidates = candidates.mapValues { kept($0, \.json) }.filter { $0.value != .object([:]) }
    return .members(
      [
        "now": kept(now, \.json), "wanted": kept(wanted, \.json), "who": kept(who) { .string($0.rawValue) },
        "candidates": .object(candidates),
      ], rest: rest)
  }

  /// All roles that said something.
  var speakers: Set<String> {
    var said: Set<String> = []
    for shares in [now, wanted] { for answers in shares.values { said.formUnion(answers.keys) } }
    for marks in candidates.values { for answers in marks.values { said.formUnion(answers.keys) } }
    return said
  }

  /// Whether the table wrote down anything of a situation.
  func says(of situation: Situation) -> Bool {
    situation.steps.contains { now[$0.id]?.isEmpty == false || wanted[$0.id]?.isEmpty == false }
  }
}

/// The pieces `chain` and `handover`. Codes of a hand-over are sealed; they are pseudonyms before they come in.
struct WaakvlamDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = ["code"]

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> { try workspace.lightChain.speakers }
}

extension WorkspaceHandle {
  /// What the table wrote down; empty at first.
  ///
  /// - Throws: `document.damaged`.
  var lightChain: LightChain { get throws { try document("chain", as: LightChain.self) ?? LightChain() } }

  func store(_ chain: LightChain) { setDocument("chain", to: chain.json == .object([:]) ? nil : chain.json) }
}
