import Files
import WorkbenchKit

/// Numbered copies of a workspace, made before something is done to it that cannot be undone.
enum Backup {
  /// Copies file and journal, so that the copy can be opened as it is; returns its name.
  static func make(of paths: WorkspacePaths) throws -> String {
    let name = try WorkspacePaths.free(paths.file)
    try copy(paths.file, to: name)
    do {
      try copy(paths.journal, to: name + ".journal")
    } catch let error as Diagnostic where error.code == "file.missing" {}
    return name
  }

  private static func copy(_ path: String, to name: String) throws {
    try AtomicFile.write(DiskFiles().bytes(of: path), to: name, mode: .own)
  }
}
