import Glibc
import WorkbenchKit

/// Writing a folder with files in it so that either all of it is there or nothing.
public enum NewFolder {
  /// Makes a folder with files, each by its path within it.
  ///
  /// - Parameters:
  ///   - path: where it is to stand; an empty folder that is there already may be taken.
  ///   - check: is called between files.
  /// - Throws: `folder.taken` where something stands there already; `file.unwritable`, `file.diskfull`, `file.missing`; what `check`
  ///   throws. Then there is nothing of it.
  public static func write(
    _ files: [(path: String, bytes: [UInt8])], to path: String, check: () throws -> Void
  ) throws {
    let target = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try demandFree(target, shownAs: path)
    let making = "\(FilePath.folder(of: target))/.\(FilePath.name(of: target)).making"
    remove(making)
    do {
      try make(making)
      var made: Set<String> = []
      for file in files {
        try check()
        var folder = making
        for part in file.path.split(separator: "/").dropLast() {
          folder += "/\(part)"
          if made.insert(folder).inserted { try make(folder) }
        }
        try OpenFile.open("\(making)/\(file.path)", O_WRONLY | O_CREAT | O_EXCL, mode: 0o666).write(file.bytes)
      }
      try Disk.real.rename(making, to: target)
      try Disk.real.syncFolder(FilePath.folder(of: target))
    } catch {
      remove(making)
      if let error = error as? SystemError { throw FileProblem.writing(path, at: path, error) }
      throw error
    }
  }

  private static func demandFree(_ target: String, shownAs path: String) throws {
    let status: FileStatus?
    do { status = try FileStatus.ifPresent(target) } catch { throw FileProblem.writing(path, at: path, error) }
    guard let status else { return }
    if status.kind == .folder, FilePath.names(in: target, limit: 1).isEmpty { return }
    throw Diagnostic(
      "folder.taken",
      status.kind == .folder
        ? Text(nl: "de map '\(path)' is niet leeg", en: "the folder '\(path)' is not empty")
        : Text(nl: "'\(path)' is er al, en is geen map", en: "'\(path)' is there already, and is no folder"),
      wayOut: Text(nl: "noem een map die er nog niet is", en: "name a folder that is not there yet"))
  }

  private static func make(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) == 0 else { throw .last }
  }

  private static func remove(_ path: String) {
    guard let kind = try? FileStatus.ifPresent(path)?.kind else { return }
    guard kind == .folder else {
      unlink(path)
      return
    }
    for name in FilePath.names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
