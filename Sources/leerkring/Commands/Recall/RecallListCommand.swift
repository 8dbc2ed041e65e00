import Files
import Session
import WorkbenchKit

/// `recall list`
struct RecallListCommand: HostCommand {
  let signature = Signature(
    "recall list",
    aliases: ["terugroepen lijst"],
    summary: Text(nl: "waarop alles in de werkruimte rust", en: "what everything in the workspace rests on"),
    details: Text(
      nl:
        "Elk bestand en elke publicatie, met hoeveel bewaarde uitkomsten en tabellen erop rusten, in alle takken samen.",
      en:
        "Every file and every publication, with how many kept results and tables rest on it, in all branches together."),
    readsWholeWorkspace: true,
    examples: [Signature.Example("recall list", Text(nl: "bestanden en publicaties", en: "files and publications"))])

  private struct Row {
    let name: String
    let source: RecalledSource
    let year: Int?
    let found: [Dependant]
  }

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let known = try RecallTarget.Known(session, context)
    let recalled = session.recalledSources
    var rows: [Row] = []
    for digest in unique(known.files.map(\.sha256)) {
      let named = known.files.filter { $0.sha256 == digest }
      guard let first = named.first else { continue }
      rows.append(
        try row(
          RecalledSource(name: FilePath.name(of: first.path), digests: [digest]), named.compactMap(\.year).first,
          session, context))
    }
    for title in unique(known.sources.map(\.title)) {
      let ids = known.sources.filter { $0.title == title }.map(\.id)
      rows.append(
        try row(
          RecalledSource(name: title, digests: known.digests(of: title), publications: ids), nil, session, context))
    }
    guard !rows.isEmpty else {
      return Output([
        .info(
          nl: "niets hier rust op een bestand of een publicatie", en: "nothing here rests on a file or a publication")
      ])
    }
    let because = rows.map { row in
      recalled.first { other in
        row.source.publications.isEmpty
          ? row.source.digests.contains(where: other.isRecalled) : !other.publications.isEmpty && other.name == row.name
      }?.because
    }
    return Output(
      Table(columns: [
        .texts("name", rows.map(\.name), label: Text(nl: "bestand of publicatie", en: "file or publication")),
        .texts("sha256", rows.map { $0.source.digests.first }, label: .verbatim("SHA-256")).asDetail(),
        .numbers(
          "year", rows.map { $0.year.map(Double.init) ?? .nan }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .counts(
          "results", rows.map { row in row.found.count { $0.kind == .result } },
          label: Text(nl: "uitkomsten", en: "results")),
        .counts(
          "tables", rows.map { row in row.found.count { $0.kind == .table } }, label: Text(nl: "tabellen", en: "tables")
        ),
        .texts("recalled", because, label: Text(nl: "teruggetrokken", en: "withdrawn")).asDetail(
          because.allSatisfy { $0 == nil }),
      ]))
  }

  private func row(_ source: RecalledSource, _ year: Int?, _ session: Session, _ context: Context) throws -> Row {
    Row(
      name: source.name, source: source, year: year,
      found: try Dependant.all(in: session.workspace, of: source, opened: session.opened) {
        try context.checkInterrupt()
      })
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
