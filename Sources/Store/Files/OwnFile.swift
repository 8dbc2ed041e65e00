import Files
import Glibc
import WorkbenchKit

/// Journal and lock: regular files with one name, of whoever runs the program. Anything else in their place was put
/// there by somebody, and what is written through it would land elsewhere.
enum OwnFile {
  /// - Throws: `workspace.unsafe` where something else stands at the path; nothing for a path that is free.
  static func demand(_ path: String) throws {
    let status: FileStatus?
    do { status = try FileStatus.ifPresent(path, followsLinks: false) } catch {
      throw FileProblem.reading(path, at: path, error)
    }
    if let status { try demand(status, path) }
  }

  /// - Throws: `workspace.unsafe`.
  static func demand(_ status: FileStatus, _ path: String) throws {
    let user = geteuid()
    guard status.kind == .regular, status.links <= 1, status.owner == user || user == 0 else {
      throw StoreProblem.unsafe(path, status.kind)
    }
  }

  /// Whether the file that was opened is the one that its path leads to.
  static func isInPlace(_ file: OpenFile, at path: String) -> Bool {
    guard let there = try? FileStatus.ifPresent(path, followsLinks: false), there.kind == .regular else { return false }
    return there.identity == (try? file.status())?.identity
  }
}
