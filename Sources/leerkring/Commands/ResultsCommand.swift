import Session
import WorkbenchKit

/// `results`
struct ResultsCommand: HostCommand {
  let signature = Signature(
    "results",
    aliases: ["uitkomsten"],
    summary: Text(nl: "de bewaarde uitkomsten", en: "the kept results"),
    readsWholeWorkspace: true,
    examples: [Signature.Example("results", Text(nl: "wat bewaard is", en: "what is kept"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let kept = try context.workspace.names(.results).map { try KeptResult.named($0, in: context) }
    return Output(
      Table(columns: [
        .texts("name", kept.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("command", kept.map(\.result.line), label: Text(nl: "opdracht", en: "command")),
        .texts("plugin", kept.map(\.result.owner?.name), label: .verbatim("plugin")),
        .texts("version", kept.map(\.result.owner?.version), label: Text(nl: "versie", en: "version")),
      ]))
  }
}

extension ArgumentKind where Element == String {
  /// The name of a kept result.
  static var keptResult: ArgumentKind {
    .name.offering { context in context.workspace.names(.results).map { Candidate($0) } }
  }
}

extension KeptResult {
  /// Reads a kept result out of the workspace.
  ///
  /// - Throws: `result.unknown` with the nearest name, `result.damaged`.
  static func named(_ name: String, in context: Context) throws -> KeptResult {
    guard let part = context.workspace.part(PartName(.results, name)) else {
      let names = context.workspace.names(.results)
      throw Diagnostic(
        "result.unknown",
        Text(nl: "er is geen uitkomst '\(name)' bewaard", en: "no result '\(name)' is kept"),
        wayOut: Text(nl: "'results' toont wat bewaard is", en: "'results' shows what is kept"),
        suggestion: NearestWord.best(name, among: names))
    }
    return try KeptResult(name: name, json: part.json())
  }
}
