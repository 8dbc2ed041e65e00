import Files
import Glibc
import WorkbenchKit

/// Reading a workspace's files from disk.
enum Reading {
  /// Reads both files as they are; for who holds the lock.
  static func locked(_ paths: WorkspacePaths, _ migrations: FormatMigrations) throws -> Loading {
    let bytes = try DiskFiles().bytes(of: paths.file)
    return try Loading(bytes, journal: try journal(paths), of: paths, migrations)
  }

  /// Reads both files while somebody else may be writing them.
  ///
  /// A writer that saves first puts a new snapshot in place and then takes the journal away. So what was read belongs
  /// together where the snapshot is still the same file afterwards; else it is read again.
  static func beside(_ paths: WorkspacePaths, _ migrations: FormatMigrations) throws -> Loading {
    var tries = 0
    while true {
      do {
        // Held open so that its number cannot go to a new file.
        let file = try OpenFile.open(paths.file, O_RDONLY | O_NONBLOCK)
        let status = try file.status()
        let limit = DiskFiles.sizeLimit
        let bytes = try file.readToEnd(expecting: status.size, limit: limit) ?? DiskFiles().bytes(of: paths.file)
        let journal = try journal(paths)
        let isSame = try FileStatus.ifPresent(paths.file)?.identity == status.identity
        tries += 1
        let loading = isSame ? try Loading(bytes, journal: journal, of: paths, migrations) : nil
        // A journal of a later state: the snapshot was read just before it was replaced.
        if let loading, !loading.journal.isForeign || tries > 20 { return loading }
        usleep(2_000)
      } catch let error as SystemError {
        throw FileProblem.reading(paths.shown, at: paths.file, error)
      }
    }
  }

  private static func journal(_ paths: WorkspacePaths) throws -> [UInt8]? {
    do {
      try OwnFile.demand(paths.journal)
      return try DiskFiles().bytes(of: paths.journal)
    } catch let error as Diagnostic where error.code == "file.missing" {
      return nil
    }
  }
}
