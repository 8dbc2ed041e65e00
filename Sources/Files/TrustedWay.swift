import Glibc
import WorkbenchKit

extension Trust {
  /// Follows a path as the system does and looks at every folder and every link on it, from the root on.
  ///
  /// Whoever may write in one of the folders could put something else in the place of what lies in it. A way on which
  /// nobody may, stays as it was looked at.
  /// - Returns: the status of what the path leads to, which was looked at too.
  /// - Throws: a `Diagnostic` as `check` does; `file.missing`, `file.unreadable`.
  @discardableResult public func checkWay(to path: String) throws -> FileStatus {
    var left = Self.steps(try Self.absolute(path))
    var here = "/"
    var status = try Self.status(here, shown: path)
    try check(here, status, isPassage: !left.isEmpty)
    var links = 0
    while let step = left.popLast() {
      if step == ".." {
        // No link leads to where it stands, so that its name says what lies above it.
        here = FilePath.folder(of: here)
        continue
      }
      let next = FilePath.join(here, step)
      status = try Self.status(next, shown: path)
      try check(next, status, isPassage: status.kind == .folder && !left.isEmpty)
      guard status.kind == .link else {
        here = next
        continue
      }
      links += 1
      // As many as Linux itself follows.
      guard links <= 40, let target = FilePath.link(at: next) else {
        throw FileProblem.reading(path, at: path, SystemError(ELOOP))
      }
      if target.hasPrefix("/") { here = "/" }
      left += Self.steps(target)
    }
    // The last step may have led up.
    return try Self.status(here, shown: path)
  }

  /// Looks at a folder, the way to it and all that lies in it, also where a link leads.
  ///
  /// - Throws: as `checkWay` does.
  public func checkTree(_ folder: String) throws {
    try checkWay(to: folder)
    var seen: Set<[UInt64]> = []
    try checkEntries(of: folder, &seen)
  }

  private func checkEntries(of folder: String, _ seen: inout Set<[UInt64]>) throws {
    for name in FilePath.names(in: folder, limit: .max) {
      let path = FilePath.join(folder, name)
      var status = try Self.status(path, shown: path)
      if status.kind == .link { status = try checkWay(to: path) }
      try check(path, status)
      // A link may lead round in a circle.
      if status.kind == .folder, seen.insert(status.identity).inserted { try checkEntries(of: path, &seen) }
    }
  }

  /// The names on a path, the last one first.
  private static func steps(_ path: String) -> [String] {
    path.split(separator: "/").reversed().compactMap { $0 == "." ? nil : String($0) }
  }

  private static func absolute(_ path: String) throws -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw FileProblem.reading(path, at: path, .last) }
    defer { free(folder) }
    return FilePath.join(String(cString: folder), path)
  }

  private static func status(_ path: String, shown: String) throws -> FileStatus {
    do {
      if let status = try FileStatus.ifPresent(path, followsLinks: false) { return status }
      throw SystemError(ENOENT)
    } catch {
      throw FileProblem.reading(shown, at: path, error as? SystemError ?? SystemError(EIO))
    }
  }
}
