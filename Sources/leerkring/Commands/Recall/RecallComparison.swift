import Session
import WorkbenchKit

/// What rests on something that was withdrawn, beside what comes out with another file in its place.
struct RecallComparison {
  let blocks: [Block]

  private static let mostCells = 2_000

  init(
    _ old: Workspace, _ replay: WorkspaceReplay, _ dependants: [Dependant], _ session: Session, _ context: Context
  ) throws {
    var pairs: [FigurePair] = []
    var (turned, same, lost) = ([String](), [String](), [String]())
    for dependant in dependants where dependant.kind == .result || dependant.kind == .table {
      try context.checkInterrupt()
      let part = PartName(dependant.kind == .result ? .results : .tables, dependant.name)
      let sides = [old, replay.workspace].map {
        $0.branches[dependant.place]?.parts[part].map { session.opened($0.part) }
      }
      let name = old.branches.count > 1 ? "\(dependant.place): \(dependant.name)" : dependant.name
      guard let before = sides[0] else { continue }
      guard let after = sides[1] else {
        lost.append(name)
        continue
      }
      let outputs = try [before, after].map { try Self.output($0, part) }
      // Of a table in bulk it is enough to know that it differs.
      if outputs.contains(where: { ($0.table?.rowCount ?? 0) * ($0.table?.columns.count ?? 0) > Self.mostCells }) {
        if before == after { same.append(name) } else { turned.append(name) }
        continue
      }
      let compared = try ResultComparison(dependant.name, outputs[0], outputs[1], id: nil, at: nil, context.language)
      let changed = compared.pairs.filter(\.isChanged)
      if changed.isEmpty { same.append(name) } else { turned.append(name) }
      pairs += changed
    }
    var facts = Facts(isDetail: true)
    facts.add("turned", turned.count, label: Text(nl: "anders", en: "otherwise"))
    facts.add("same", same.count, label: Text(nl: "gelijk", en: "the same"))
    facts.add("lost", lost.count, label: Text(nl: "niet opnieuw bepaald", en: "not worked out anew"))
    var blocks: [Block] = [
      .facts(facts),
      .paragraph(
        Text(
          nl:
            "Met het nieuwe bestand komen \(turned.count) van de \(turned.count + same.count + lost.count) anders uit.",
          en: "With the new file \(turned.count) of \(turned.count + same.count + lost.count) come out otherwise.")),
    ]
    let sides = [Text(nl: "toen", en: "then"), Text(nl: "nieuw", en: "new")].map { $0(context.language) }
    if !pairs.isEmpty {
      blocks += ComparisonTable(a: sides[0], b: sides[1], pairs: pairs).readable(context.language).map(Block.table)
    }
    let told = { (names: [String], text: (Text) -> Notice) in
      names.isEmpty ? [] : [Block.notice(text(.quoted(names, atMost: 5)))]
    }
    blocks += told(turned) { .info(nl: "anders: \($0.nl)", en: "otherwise: \($0.en)") }
    blocks += told(same) { .info(nl: "gelijk gebleven: \($0.nl)", en: "stayed the same: \($0.en)") }
    blocks += told(lost) {
      .caution(nl: "niet opnieuw te bepalen: \($0.nl)", en: "cannot be worked out anew: \($0.en)")
    }
    if let failure = replay.failure {
      let message = session.redactor?.redacted(failure.error).message ?? failure.error.message
      blocks.append(
        .warning(
          nl: "'\(failure.line)' gaat niet met het nieuwe bestand: \(message.nl)",
          en: "'\(failure.line)' does not go with the new file: \(message.en)"))
    }
    self.blocks = blocks
  }

  private static func output(_ part: Part, _ name: PartName) throws -> Output {
    if name.section == .tables { return Output(try part.table()) }
    return try KeptResult(name: name.name, json: part.json()).result.output
  }
}
