import Files
import Glibc
import WorkbenchKit

/// Asking the system about paths.
enum FilePaths {
  static func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns the names in a folder that are not hidden, in order; none where it cannot be read.
  static func names(in folder: String) -> [String] { FilePath.names(in: folder).filter { !$0.hasPrefix(".") } }

  /// The error of a file of a plugin that cannot be opened, by what the system said last.
  static func unreadable(_ path: String, _ error: SystemError = .last) -> Diagnostic {
    Diagnostic(
      "plugin.missing",
      Text(nl: "'\(path)' is niet te lezen: \(error.words)", en: "'\(path)' cannot be read: \(error.words)"))
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
