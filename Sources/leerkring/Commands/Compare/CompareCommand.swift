import Session
@_spi(Host) import WorkbenchKit

/// `compare A B [--results NAME…] [--id COLUMN] [--changed]`
struct CompareCommand: HostCommand {
  struct Arguments: Sendable {
    let a = Argument(
      "a", .branch,
      about: Text(nl: "de tak waarmee u vergelijkt, de oude stand", en: "the branch to compare with, the old state"))
    let b = Argument(
      "b", .branch,
      about: Text(nl: "de tak die u vergelijkt, de nieuwe stand", en: "the branch to compare, the new state"))
    let results = Argument(
      flags: "results", .keptResult, about: Text(nl: "alleen deze uitkomsten", en: "only these results"))
    let id = Argument(
      flag: "id", .name, about: Text(nl: "de kolom die rijen een naam geeft", en: "the column that names the rows"))
    let changed = Argument(toggle: "changed", about: Text(nl: "alleen wat verschilt", en: "only what differs"))
  }

  static let arguments = Arguments()

  /// What the last line gave, until it is shown: comparing a thousand results twice for one answer would be waste.
  private final class Waiting {
    var comparison: Comparison?
  }

  private struct Comparison {
    let table: ComparisonTable
    let notices: [Notice]
  }

  private let waiting = Waiting()

  let signature = Signature(
    "compare",
    aliases: ["vergelijk"],
    summary: Text(
      nl: "zet de bewaarde uitkomsten van twee takken naast elkaar",
      en: "set the kept results of two branches side by side"),
    details: Text(
      nl:
        "Een regel voor elk getal dat in een van beide staat: de oude ('a') en de nieuwe ('b') met hun verschil (b - a), ook in procenten van a. Van een uitkomst tellen de losse getallen en de tabel mee; teksten komen erbij waar zij verschillen.",
      en:
        "A row for every figure that stands in either: the old ('a') and the new ('b') with their difference (b - a), as a percentage of a as well. Of a result the single figures and the table count; texts are added where they differ."
    ),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example(
        "compare main main", Text(nl: "een tak met zichzelf: geen verschil", en: "a branch with itself: no difference")),
      Signature.Example(
        "compare main nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    waiting.comparison = nil
    let found = try compared(given, session, context)
    waiting.comparison = found
    return Output(found.table.tables.map(Block.table) + found.notices.map(Block.notice))
  }

  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? {
    // A line is shown right after it was run, in the same state.
    let found = try waiting.comparison ?? compared(given, session, context)
    waiting.comparison = nil
    return .blocks(found.table.readable(context.language).map(Block.table) + found.notices.map(Block.notice))
  }

  private func compared(_ given: Given<Arguments>, _ session: Session, _ context: Context) throws -> Comparison {
    let names = [given.a, given.b]
    let one = try given.checking(\.a, session.branch)
    let other = try given.checking(\.b, session.branch)
    let results = try chosen(given, Set(one.resultNames).union(other.resultNames).sorted())
    var pairs: [FigurePair] = []
    var notices: [Notice] = []
    for name in results {
      try context.checkInterrupt()
      // What both branches hold stands there once, and is read once.
      if let same = one.result(name), same === other.result(name) {
        if given.changed { continue }
        let output = try output(same, name, session, context)
        let compared = try ResultComparison(
          name, output, nil, id: given.id, at: given.place(of: \.id), context.language)
        pairs += compared.pairs.map(\.onBothSides)
        if let notice = compared.notice { notices.append(notice) }
        continue
      }
      let outputs = try [one, other].map { try output(name, in: $0, session, context) }
      for (branch, output) in zip(names, outputs) where output == nil { notices.append(absent(name, branch)) }
      let compared = try ResultComparison(
        name, outputs[0], outputs[1], id: given.id, at: given.place(of: \.id), context.language)
      pairs += compared.pairs
      if let notice = compared.notice { notices.append(notice) }
    }
    if results.isEmpty {
      let none = Text(
        nl: "in '\(names[0])' en '\(names[1])' is geen uitkomst bewaard; bewaar er een met: keep NAAM",
        en: "no result is kept in '\(names[0])' and '\(names[1])'; keep one with: keep NAME")
      notices.append(Notice(.info, none))
    }
    if given.changed { pairs.removeAll { !$0.isChanged } }
    return Comparison(table: ComparisonTable(a: names[0], b: names[1], pairs: pairs), notices: notices)
  }

  /// - Throws: `result.unknown` for a name that is kept in neither.
  private func chosen(_ given: Given<Arguments>, _ known: [String]) throws -> [String] {
    guard given.has(\.results) else { return known }
    return try zip(given.results, given.places(of: \.results)).map { name, place in
      guard !known.contains(name) else { return name }
      throw Diagnostic(
        "result.unknown",
        Text(nl: "in geen van beide takken is '\(name)' bewaard", en: "'\(name)' is kept in neither branch"),
        wayOut: Text(
          nl: known.isEmpty ? "bewaar een uitkomst met: keep NAAM" : "er is: \(known.joined(separator: ", "))",
          en: known.isEmpty ? "keep a result with: keep NAME" : "there is: \(known.joined(separator: ", "))"),
        suggestion: NearestWord.best(name, among: known), place: place)
    }
  }

  private func output(_ name: String, in branch: Branch, _ session: Session, _ context: Context) throws -> Output? {
    try branch.result(name).map { try output($0, name, session, context) }
  }

  private func output(_ part: Part, _ name: String, _ session: Session, _ context: Context) throws -> Output {
    let kept = try KeptResult(name: name, json: session.opened(part).json())
    context.workspace.merge(kept.result.provenance)
    return kept.result.output
  }

  private func absent(_ name: String, _ branch: String) -> Notice {
    Notice.caution(nl: "'\(name)' is niet bewaard in '\(branch)'", en: "'\(name)' is not kept in '\(branch)'")
  }
}

extension Branch {
  fileprivate func result(_ name: String) -> Part? { parts[PartName(.results, name)]?.part }
  fileprivate var resultNames: [String] { parts.keys.filter { $0.section == .results }.map(\.name) }
}
