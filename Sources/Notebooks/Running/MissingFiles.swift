import WorkbenchKit

/// The files that a notebook asks for by its parameters and that are not there.
public struct MissingFiles: Sendable {
  private let parameters: [NotebookParameter]
  private let values: [String: Value]
  private let path: String

  /// Nil where all are there.
  ///
  /// - Parameter values: one for each parameter.
  public init?(_ notebook: Notebook, _ values: [String: Value], _ surroundings: NotebookSurroundings) {
    parameters = notebook.head.parameters.filter { parameter in
      parameter.kind == .file && !surroundings.files.holds(values[parameter.name]?.plain ?? "")
    }
    self.values = values
    path = notebook.path
    if parameters.isEmpty { return nil }
  }

  /// Whether nobody named one of them: each is where the notebook says it usually is.
  public var areUsual: Bool { parameters.allSatisfy { values[$0.name] == $0.fallback } }

  /// "'kwb.csv' is er niet (CBS, StatLine 85984NED)", of each.
  private var listed: Text {
    .joined(
      parameters.map { parameter in
        let file = values[parameter.name]?.plain ?? ""
        let from = parameter.from.map { " (\($0))" } ?? ""
        return Text(nl: "'\(file)' is er niet\(from)", en: "'\(file)' is not there\(from)")
      }, by: "; ")
  }

  private var wayOut: Text {
    let flags = parameters.map { "-p \($0.name)=…" }.joined(separator: " ")
    return Text(
      nl: "haal op wat ontbreekt en geef het pad: \(flags)", en: "fetch what is missing and give its path: \(flags)")
  }

  /// Why a notebook is not run.
  public var problem: Diagnostic {
    Diagnostic(
      "notebook.file", listed, wayOut: wayOut,
      place: Place(source: path, line: parameters.first?.line ?? 1, column: 1))
  }

  /// That a notebook is left out of a check, and why.
  public var skipped: Notice {
    .caution(nl: "overgeslagen: \(listed.nl); \(wayOut.nl)", en: "skipped: \(listed.en); \(wayOut.en)")
  }
}
