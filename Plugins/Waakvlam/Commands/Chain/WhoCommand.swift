import WorkbenchKit

/// `waakvlam who [STEP PARTY doet|beslist|helpt|weet]`: who does what in each step.
struct WhoCommand: Command {
  struct Arguments: Sendable {
    let step = Argument(
      optional: "step", .named(.step), about: Text(nl: "de stap, zoals 1.2", en: "the step, such as 1.2"))
    let party = Argument(
      optional: "party", .words.map(or: "") { try RoleName.checked($0) }.offering(Self.parties),
      about: Text(nl: "de partij", en: "the party"))
    let part = Argument(
      optional: "part", .choice(LightChain.Part.self),
      about: Text(
        nl: "doet, beslist, helpt of weet", en: "doet (does), beslist (decides), helpt (helps) or weet (knows)"))

    private static let parties: @Sendable (Context) -> [Candidate] = { context in
      let known = ((try? context.parties) ?? []).map { Candidate($0.id, $0.label) }
      let table = ((try? context.rolesAtTable()) ?? nil) ?? []
      return known + table.subtracting(known.map(\.word)).sorted().map { Candidate($0) }
    }
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam who", aliases: ["waakvlam wie"],
    summary: Text(nl: "leg vast wie wat doet, en toon het", en: "put down who does what, and show it"),
    details: Text(
      nl:
        "Zonder meer: het hele bord. Waar twee beslissen staat een teken. intrekken haalt weg wat er stond. 'melder' is wie het meldde.",
      en:
        "By itself: the whole board. Where two decide stands a sign. intrekken takes away what was there. 'melder' is who reported it."
    ),
    changesWorkspace: true,
    next: [FollowUp("waakvlam gaps", Text(nl: "wat er ontbreekt", en: "what is missing"))],
    examples: [
      .init("waakvlam who 1.1 corporatie doet", Text(nl: "de corporatie gaat langs", en: "the corporation goes there")),
      .init("waakvlam who 1.1 melder weet", Text(nl: "wie meldde hoort terug", en: "who reported hears back")),
      .init(
        "waakvlam who 1.1 corporatie kijkt", Text(nl: "geen woord ervoor", en: "no word for it"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var chain = try context.workspace.lightChain
    if let step = try given.step?.item(in: context) {
      guard let typed = given.party, let part = given.part else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie doet wat in stap \(step.id)?", en: "who does what in step \(step.id)?"),
          wayOut: Text(
            nl: "zoals 'waakvlam who \(step.id) \(step.party) doet'",
            en: "such as 'waakvlam who \(step.id) \(step.party) doet'"),
          suggestion: "\(step.party) doet", place: given.place)
      }
      let parties = try context.parties
      let party =
        parties.first { one in
          ([one.id] + one.names + [one.label.nl, one.label.en]).contains { $0.foldedForLookup == typed.foldedForLookup }
        }?.id ?? typed
      let known = parties.map(\.id) + ((try context.rolesAtTable()) ?? []) + chain.who.values.flatMap(\.keys)
      if !known.contains(party), let near = NearestWord.best(party, among: known) {
        context.workspace.note(
          .caution(
            nl: "'\(party)' is een nieuwe partij naast '\(near)'; was die bedoeld, dan helpt 'undo'",
            en: "'\(party)' is a new party beside '\(near)'; if that one was meant, 'undo' helps"))
      }
      chain.who[step.id, default: [:]][party] = part == .withdrawn ? nil : part
      context.workspace.store(chain)
    }
    return try Self.board(chain, given.step?.item(in: context).situation, context)
  }

  /// The board, of one situation or of all.
  private static func board(_ chain: LightChain, _ situation: String?, _ context: Context) throws -> Output {
    let steps = try context.steps.filter { situation == nil || $0.situation == situation }
    let order = try context.parties.map(\.id)
    let named = Set(chain.who.values.flatMap(\.keys))
    let parties = order + named.subtracting(order).sorted()
    let cells = steps.map { step -> [CellMatrix.Cell] in
      let parts = chain.who[step.id] ?? [:]
      let isContested = parts.values.count { $0 == .decides } > 1
      return parties.map { party in
        guard let part = parts[party] else { return .empty }
        return CellMatrix.Cell(part.word, mark: part == .decides && isContested ? .conflict : nil)
      }
    }
    let matrix = CellMatrix(
      title: Text(nl: "Wie doet wat", en: "Who does what"), rowHeading: Text(nl: "stap", en: "step"),
      columnHeading: Text(nl: "partij", en: "party"),
      rows: steps.map { .init($0.id, label: .verbatim("\($0.id) ") + $0.label) },
      columns: try parties.map { .init($0, label: Text(nl: $0, en: try context.partyLabel($0).en)) }, cells: cells)
    var blocks: [Block] = [.matrix(matrix)]
    if named.isEmpty {
      blocks.append(
        .info(
          nl: "nog niemand staat erin; 'waakvlam who 1.1 corporatie doet'",
          en: "nobody stands in it yet; 'waakvlam who 1.1 corporatie doet'"))
    }
    return Output(blocks)
  }
}

extension LightChain.Part {
  /// The word in a cell.
  fileprivate var word: Text {
    switch self {
    case .does: Text(nl: "doet", en: "does")
    case .decides: Text(nl: "beslist", en: "decides")
    case .helps: Text(nl: "helpt", en: "helps")
    case .knows: Text(nl: "weet", en: "knows")
    case .withdrawn: .verbatim("")
    }
  }
}
