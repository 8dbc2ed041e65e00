import WorkbenchKit

extension Session {
  /// A page that leaves the session, with the files on which it rests in its head.
  func marked(_ page: String, _ provenance: Provenance) -> String {
    guard page.hasPrefix("<!DOCTYPE html>") else { return page }
    let files = RestedFiles(workspace.current).files(of: provenance)
    return PageFiles.marked(page, resting: files.map { (redacted($0.path), $0.sha256) })
  }

  /// What was recalled in the workspace, by name.
  public var recalledSources: [RecalledSource] {
    if let known = state.recalled { return known }
    let found = RecalledSource.all(in: workspace.parts, opened: opened)
    state.recalled = found
    return found
  }

  /// What has to be said of something that rests on what was withdrawn.
  func recalls(on provenance: Provenance) -> [Notice] {
    let recalled = recalledSources
    guard !recalled.isEmpty else { return [] }
    let files = RestedFiles(workspace.current).files(of: provenance)
    return recalled.filter { $0.names(files.map(\.sha256), provenance.sources) }.map { source in
      .warning(
        nl: "dit rust op '\(source.name)', en dat is teruggetrokken: \(source.because)",
        en: "this rests on '\(source.name)', which was withdrawn: \(source.because)")
    }
  }
}
