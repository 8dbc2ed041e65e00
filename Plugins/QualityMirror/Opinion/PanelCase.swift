import WorkbenchKit

/// What was decided, or what a panel would have decided.
enum Verdict: String, CaseIterable, FieldValue, Sendable {
  case refused = "af"
  case partly = "deels"
  case granted = "toe"
  case divided = "verdeeld"

  /// How much it grants; nil for a panel without a majority.
  var degree: Int? {
    switch self {
    case .refused: 0
    case .partly: 1
    case .granted: 2
    case .divided: nil
    }
  }

  static let words = [
    ["af", "afgewezen", "refused"], ["deels", "gedeeltelijk", "partly"], ["toe", "toegewezen", "granted"],
    ["verdeeld", "divided"],
  ]
}

/// One case that a panel looked at: a pseudonym, what was decided and what the panel would have. No story.
struct PanelCase: Sendable, Hashable, FieldItem {
  let code: String
  let kind: String
  let decision: Verdict
  /// Nil where it is not known.
  let panel: Verdict?
  let votesFor: Int?
  let votesAgainst: Int?
  /// On a scale of ours from 1 to 5.
  let trustBefore: Int?
  let trustAfter: Int?
  private var rest: [String: JSON] = [:]

  init(
    code: String, kind: String, decision: Verdict, panel: Verdict?, votes: (Int?, Int?), trust: (Int?, Int?)
  ) {
    (self.code, self.kind, self.decision, self.panel) = (code, kind, decision, panel)
    (votesFor, votesAgainst) = votes
    (trustBefore, trustAfter) = trust
  }

  init(_ fields: Fields) throws {
    code = try fields.name("code")
    kind = try fields.name("kind")
    decision = try fields["decision"]
    panel = try fields["panel"]
    votesFor = try fields.number("votes_for", in: 0...10_000)
    votesAgainst = try fields.number("votes_against", in: 0...10_000)
    trustBefore = try fields.number("trust_before", in: 1...5)
    trustAfter = try fields.number("trust_after", in: 1...5)
    rest = fields.rest
  }

  var json: JSON {
    func number(_ value: Int?) -> JSON? { value.map { .number(Double($0)) } }
    return .members(
      [
        "code": .string(code), "kind": .string(kind), "decision": .string(decision.rawValue),
        "panel": panel.map { .string($0.rawValue) }, "votes_for": number(votesFor),
        "votes_against": number(votesAgainst), "trust_before": number(trustBefore), "trust_after": number(trustAfter),
      ], rest: rest)
  }

  /// Whether nobody voted.
  var isWithoutVotes: Bool { votesFor == 0 && votesAgainst == 0 }

  /// Whether the view does not fit the votes: tied ones with a view, or a majority without one.
  var contradictsVotes: Bool {
    guard let votesFor, let votesAgainst, let panel, !isWithoutVotes else { return false }
    return (panel == .divided) != (votesFor == votesAgainst)
  }

  /// How the panel stands to the decision.
  var outcome: PanelOutcome {
    guard let panel, !isWithoutVotes else { return .unknown }
    guard let wanted = panel.degree, let given = decision.degree else { return .divided }
    return wanted > given ? .milder : wanted < given ? .stricter : .same
  }
}

/// How a panel stands to a decision.
enum PanelOutcome: Int, CaseIterable, Sendable {
  case milder, stricter, same, divided, unknown
}

/// All cases of the workspace.
struct PanelList: FieldItem {
  @ReadItems var cases: [PanelCase] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _cases = try fields.items("cases")
    rest = fields.rest
  }

  var json: JSON { .members(["cases": _cases.json(\.json)], rest: rest) }
  var unread: Notice? { Notice.unread(_cases, Text(nl: "zaken", en: "cases")) }
}

extension WorkspaceHandle {
  /// - Throws: `document.damaged`.
  var panels: PanelList {
    get throws {
      let list = try document("opinion", as: PanelList.self) ?? PanelList()
      if let unread = list.unread { note(unread) }
      return list
    }
  }

  func store(_ list: PanelList) { setDocument("opinion", to: list.json) }
}
