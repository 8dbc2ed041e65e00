import WorkbenchKit

/// `to xlsx`: each table of a result on a sheet of its own, and where it came from on another.
struct WorkbookSink: ResultSink {
  let form = "xlsx"

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    try result.sheets(in: context) {
      try WorkbookWriter(language: context.language).bytes($0, origin: $1, interrupt: context.checkInterrupt)
    }
  }
}

/// `to ods`: the same for programs that know open documents.
struct DocumentSink: ResultSink {
  let form = "ods"

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    try result.sheets(in: context) {
      try DocumentWriter(language: context.language).bytes($0, origin: $1, interrupt: context.checkInterrupt)
    }
  }
}

extension WrittenResult {
  /// Writes each table on a sheet of its own.
  ///
  /// - Parameter bytes: makes the file of the sheets and the rows that tell where they come from.
  /// - Throws: `stage.notable`; what `bytes` throws.
  fileprivate func sheets(
    in context: Context, _ bytes: ([WrittenSheet], [[String]]) throws -> [UInt8]
  ) throws -> SinkFile {
    let tables = blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    guard !tables.isEmpty else { throw Self.noTable }
    let sheets = tables.map { WrittenSheet($0, in: context.language) }
    let bytes = try bytes(sheets, origin(context.language))
    let rows = Text.counted(
      tables.reduce(0) { $0 + $1.rowCount }, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
    return SinkFile(
      bytes,
      what: Text.counted(tables.count, Text(nl: "blad", en: "sheet"), Text(nl: "bladen", en: "sheets"))
        + Text(nl: " met \(rows.nl)", en: " with \(rows.en)"))
  }
}

extension WrittenResult {
  static let noTable = Diagnostic(
    "stage.notable", Text(nl: "er is geen tabel om te schrijven", en: "there is no table to write"),
    wayOut: Text(nl: "maak er eerst een, zoals: read BESTAND", en: "make one first, such as: read FILE"))

  /// Where the figures came from and what was said about them, a line a row.
  func origin(_ language: Language) -> [[String]] {
    var rows = [[Text(nl: "gemaakt met", en: "made by")(language), line]]
    for input in inputs {
      // The folder that it lay in is nobody else's business: the digest finds it.
      let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
      rows.append([Text(nl: "bestand", en: "file")(language), name, "sha256 \(input.sha256)"])
    }
    for block in blocks {
      switch block {
      case .heading(let heading): rows.append([Text(nl: "kop", en: "heading")(language), heading.text(language)])
      case .paragraph(let text): rows.append(["", text(language)])
      case .notice(let notice):
        let kind =
          switch notice.level {
          case .info: Text(nl: "opmerking", en: "remark")
          case .caution: Text(nl: "let op", en: "caution")
          case .warning: Text(nl: "waarschuwing", en: "warning")
          }
        rows.append([kind(language), notice.text(language)])
      case .sources(let sources):
        for source in sources {
          rows.append(
            [
              Text(nl: "bron", en: "source")(language), source.title,
              [source.publisher, source.date].filter { !$0.isEmpty }.joined(separator: ", "),
            ])
        }
      default: break
      }
    }
    return rows
  }
}
