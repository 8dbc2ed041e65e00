import WorkbenchKit

/// A crate: what was done and what came of it, as files that another program can check and an archive can keep.
public struct Crate: Sendable {
  /// All its files, the description first.
  public let files: [CrateFile]

  /// - Parameters:
  ///   - contents: as they may be seen.
  ///   - check: is called from time to time.
  /// - Throws: `crate.empty` where nothing was done; `json.syntax`; what `check` throws.
  public init(_ contents: CrateContents, check: () throws -> Void = {}) throws {
    guard !contents.runs.isEmpty else { throw Self.nothing(at: nil) }
    let inputs = InputEntities(contents.inputs)
    var results: [String: ResultFiles] = [:]
    for run in contents.runs {
      try check()
      guard let result = run.result else { continue }
      results[run.id] = try ResultFiles(
        result, stem: run.id, line: run.line, time: run.time, contents.language)
    }
    let runs = RunEntities(contents, inputs, results, try Self.cells(contents, inputs, results, check))
    let files =
      (contents.notebook.map { [$0] } ?? []) + inputs.files + contents.runs.flatMap { results[$0.id]?.all ?? [] }
    let described = [CrateMetadata.file(runs, files)] + files
    self.files = described + ArchiveRecord(contents, described).records
  }

  /// The error of a crate that nothing is in.
  public static func nothing(at place: Place?) -> Diagnostic {
    Diagnostic(
      "crate.empty", Text(nl: "er is nog niets gedaan om mee te geven", en: "nothing was done yet to take along"),
      wayOut: Text(nl: "doe eerst een stap; 'history' toont ze", en: "take a step first; 'history' shows them"),
      place: place)
  }

  /// By the path of each table where its cells came from.
  private static func cells(
    _ contents: CrateContents, _ inputs: InputEntities, _ results: [String: ResultFiles], _ check: () throws -> Void
  ) throws -> [String: [CellOrigin]] {
    var codes: Set<String> = []
    for run in contents.runs {
      guard let files = results[run.id] else { continue }
      codes.formUnion(CellOrigins.codes(of: files.tables.map(\.table), run.result?.provenance.derivations ?? []))
    }
    var rows: [String: FileRows] = [:]
    for file in inputs.files where !codes.isEmpty {
      try check()
      rows[file.path] = try FileRows(file.bytes, codes: codes, check: check)
    }
    var cells: [String: [CellOrigin]] = [:]
    for run in contents.runs {
      guard let files = results[run.id], let provenance = run.result?.provenance else { continue }
      var references: [String: String] = [:]
      for input in provenance.inputs {
        references[input.path] = inputs.ids[input.sha256]
        references[InputName.of(input.path)] = inputs.ids[input.sha256]
      }
      let origins = CellOrigins(references: references, files: rows)
      for table in files.tables { cells[table.file.path] = origins.cells(of: table.table, provenance.derivations) }
    }
    return cells
  }
}
