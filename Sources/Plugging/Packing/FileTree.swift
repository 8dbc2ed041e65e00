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

  /// Copies a file, or a folder with all that is in it. A symbolic link to a file becomes a file; one to a folder is
  /// refused, for it may lead round in a circle, as are pipes and devices.
  ///
  /// - Throws: `plugin.link`; what reading and writing throw.
  static func copy(_ source: String, to target: String) throws {
    guard FilePaths.isFolder(source) else { return try write(DiskFiles().bytes(of: source), to: target) }
    try makeFolder(target)
    for name in FilePaths.names(in: source) {
      let path = "\(source)/\(name)"
      if FilePaths.isLink(path), FilePaths.isFolder(path) {
        throw Diagnostic(
          "plugin.link",
          Text(nl: "'\(path)' is een koppeling naar een map", en: "'\(path)' is a link to a folder"),
          wayOut: Text(nl: "zet de map zelf bij de gegevens", en: "put the folder itself among the data"))
      }
      try copy(path, to: "\(target)/\(name)")
    }
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
