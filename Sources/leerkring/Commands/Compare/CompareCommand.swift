import Session
@_spi(Host) import WorkbenchKit

/// `compare A B [--results NAME…] [--id COLUMN] [--changed]`
struct CompareCommand: UntypedHostCommand {
  let signature = Signature(
    "compare",
    aliases: ["vergelijk"],
    summary: Text(
      nl: "zet de bewaarde uitkomsten van twee takken naast elkaar",
      en: "set the kept results of two branches side by side"),
    details: Text(
      nl:
        "Een regel voor elk getal dat in een van beide staat: 'a' en 'b' met hun verschil (b - a), ook in procenten van a. Van een uitkomst tellen de losse getallen en de tabel mee; teksten komen erbij waar zij verschillen.",
      en:
        "A row for every figure that stands in either: 'a' and 'b' with their difference (b - a), as a percentage of a as well. Of a result the single figures and the table count; texts are added where they differ."
    ),
    parameters: [
      BranchCommands.existing("a", about: Text(nl: "de ene tak", en: "the one branch")),
      BranchCommands.existing("b", about: Text(nl: "de andere tak", en: "the other branch")),
      .flag(
        "results", .text, repeated: true, about: Text(nl: "alleen deze uitkomsten", en: "only these results"),
        candidates: { context in context.workspace.names(.results).map { Candidate($0) } }),
      .flag("id", .text, about: Text(nl: "de kolom die rijen een naam geeft", en: "the column that names the rows")),
      .flag("changed", about: Text(nl: "alleen wat verschilt", en: "only what differs")),
    ],
    examples: [
      Signature.Example(
        "compare main main", Text(nl: "een tak met zichzelf: geen verschil", en: "a branch with itself: no difference")),
      Signature.Example(
        "compare main nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let names = [call.text("a") ?? "", call.text("b") ?? ""]
    let one = try session.branch(names[0], at: call.place(of: "a"))
    let other = try session.branch(names[1], at: call.place(of: "b"))
    let results = try chosen(call, Set(one.resultNames).union(other.resultNames).sorted())
    var pairs: [FigurePair] = []
    var notices: [Notice] = []
    for name in results {
      try context.checkInterrupt()
      let outputs = try [one, other].map { try output(name, in: $0, context) }
      for (branch, output) in zip(names, outputs) where output == nil { notices.append(absent(name, branch)) }
      let compared = try ResultComparison(
        name, outputs[0], outputs[1], id: call.text("id"), at: call.place(of: "id"), context.language)
      pairs += compared.pairs
      if let notice = compared.notice { notices.append(notice) }
    }
    if results.isEmpty {
      let none = Text(
        nl: "in '\(names[0])' en '\(names[1])' is geen uitkomst bewaard; bewaar er een met: keep NAAM",
        en: "no result is kept in '\(names[0])' and '\(names[1])'; keep one with: keep NAME")
      notices.append(Notice(.info, none))
    }
    if call.flag("changed") { pairs.removeAll { !$0.isChanged } }
    let tables = ComparisonTable(a: names[0], b: names[1], pairs: pairs).tables
    return Output(tables.map(Block.table) + notices.map(Block.notice))
  }

  /// - Throws: `result.unknown` for a name that is kept in neither.
  private func chosen(_ call: Call, _ known: [String]) throws -> [String] {
    guard call.has("results") else { return known }
    return try call.all("results").map { argument in
      let name = argument.value.plain
      guard !known.contains(name) else { return name }
      throw Diagnostic(
        "result.unknown",
        Text(nl: "in geen van beide takken is '\(name)' bewaard", en: "'\(name)' is kept in neither branch"),
        wayOut: Text(
          nl: known.isEmpty ? "bewaar een uitkomst met: keep NAAM" : "er is: \(known.joined(separator: ", "))",
          en: known.isEmpty ? "keep a result with: keep NAME" : "there is: \(known.joined(separator: ", "))"),
        suggestion: NearestWord.best(name, among: known), place: argument.place)
    }
  }

  private func output(_ name: String, in branch: Branch, _ context: Context) throws -> Output? {
    guard let part = branch.parts[PartName(.results, name)]?.part else { return nil }
    let kept = try KeptResult(name: name, json: part.json())
    context.workspace.merge(kept.result.provenance)
    return kept.result.output
  }

  private func absent(_ name: String, _ branch: String) -> Notice {
    Notice(.caution, Text(nl: "'\(name)' is niet bewaard in '\(branch)'", en: "'\(name)' is not kept in '\(branch)'"))
  }
}

extension Branch {
  fileprivate var resultNames: [String] { parts.keys.filter { $0.section == .results }.map(\.name) }
}
