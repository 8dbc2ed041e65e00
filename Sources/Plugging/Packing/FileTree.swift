import Files
import Glibc
import WorkbenchKit

/// Copying and removing folders with all that is in them.
enum FileTree {
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes a folder that nobody else can write to, and those above it that are missing.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  static func makeFolder(_ path: String) throws {
    let parent = FilePath.folder(of: path)
    if !FilePaths.isFolder(parent) { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 else { throw FileProblem.writing(path, at: path, .last) }
    // Whatever the umask is: more may not be allowed, and less would keep others from using it.
    chmod(path, 0o755)
  }

  /// Copies a file, or a folder with all that is in it; symbolic links are followed, pipes and devices refused.
  ///
  /// - Throws: what reading and writing throw.
  static func copy(_ source: String, to target: String) throws {
    guard FilePaths.isFolder(source) else { return try write(DiskFiles().bytes(of: source), to: target) }
    try makeFolder(target)
    for name in FilePaths.names(in: source) { try copy("\(source)/\(name)", to: "\(target)/\(name)") }
  }

  /// - Throws: `file.unwritable`, `file.diskfull`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try AtomicFile.write(bytes, to: path, mode: .ordinary)
    chmod(path, 0o644)
  }

  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in FilePath.names(in: path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
