import Files
import Glibc
import WorkbenchKit

/// Small files in the person's own folders, which nobody else has to read.
enum PrivateFile {
  /// Returns the bytes, or nil where there is no such file.
  ///
  /// - Throws: `file.unreadable` and the others that reading gives.
  static func read(_ path: String) throws -> [UInt8]? {
    guard FilePaths.isFile(path) else { return nil }
    return try DiskFiles().bytes(of: path)
  }

  /// Whether nobody but the user and root can have written it.
  static func isTrusted(_ path: String) -> Bool { (try? Trust("plugin.unsafe").checkWay(to: path)) != nil }

  /// Replaces the file, 0600, in a folder that is made, 0700, where it is missing.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    makeFolders(FilePath.folder(of: path))
    try AtomicFile.write(bytes, to: path, mode: .own)
  }

  private static func makeFolders(_ folder: String) {
    if FilePaths.isFolder(folder) || folder == "/" { return }
    makeFolders(FilePath.folder(of: folder))
    mkdir(folder, 0o700)
  }
}
