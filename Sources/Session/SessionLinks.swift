import WorkbenchKit

extension Session {
  /// Returns how much of a result may be kept; nil where no place that it came from sets a bound. The least bound counts.
  ///
  /// - Parameter workspace: with its settings.
  public func mostKept(of result: RunResult, in workspace: WorkspaceHandle) -> KeptCells? {
    let schemes = Set(result.provenance.inputs.compactMap { linkScheme(of: $0.path) })
    return schemes.sorted().compactMap { scheme in
      (try? registry.link(scheme))?.source.mostKept(in: workspace).map { KeptCells(scheme: scheme, most: $0) }
    }.min { $0.most < $1.most }
  }

  /// The word before the colon of a path to where no file lies; nil for a file.
  public func linkScheme(of path: String) -> String? {
    guard let colon = path.firstIndex(of: ":") else { return nil }
    let word = String(path[..<colon])
    return registry.isScheme(word) ? word : nil
  }
}
