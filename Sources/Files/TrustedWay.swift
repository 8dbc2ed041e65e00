import Glibc
import WorkbenchKit

extension Trust {
  /// Follows a path as the system does and looks at every folder and every link on it, from the root on.
  ///
  /// Whoever may write in one of the folders could put something else in the place of what lies in it. A way on which
  /// nobody may, stays as it was looked at.
  /// - Parameter seen: the folders that were looked at in the same go; those on the way are added.
  /// - Returns: the status of what the path leads to, which was looked at too.
  /// - Throws: a `Diagnostic` as `check` does; `file.missing`, `file.unreadable`.
  @discardableResult public func checkWay(to path: String, _ seen: inout SeenFolders) throws -> FileStatus {
    var left = Self.steps(try Self.absolute(path))
    var here = "/"
    var status = try look("/", &seen, isPassage: !left.isEmpty, shown: path)
    var links = 0
    while let step = left.popLast() {
      if step == ".." {
        // No link leads to where it stands, so that its name says what lies above it.
        here = FilePath.folder(of: here)
        status = nil
        continue
      }
      let next = FilePath.join(here, step)
      status = try look(next, &seen, isPassage: !left.isEmpty, shown: path)
      guard status?.kind == .link else {
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
      status = nil
    }
    // The last step may have led up, or nowhere, as a link to the root does.
    return try status ?? Self.status(here, shown: path)
  }

  /// As above, with nothing looked at before.
  @discardableResult public func checkWay(to path: String) throws -> FileStatus {
    var seen = SeenFolders()
    return try checkWay(to: path, &seen)
  }

  /// Looks at one step of a way; nil for a folder that leads on and was looked at before.
  private func look(_ path: String, _ seen: inout SeenFolders, isPassage: Bool, shown: String) throws -> FileStatus? {
    if isPassage, seen.paths.contains(path) { return nil }
    let status = try Self.status(path, shown: shown)
    let isFolder = status.kind == .folder
    try check(path, status, isPassage: isFolder && isPassage)
    // Of a sticky one it hangs on where it stands whether it is in order.
    if isFolder, status.mode & S_ISVTX == 0 { seen.paths.insert(path) }
    return status
  }

  /// Looks at a folder, the way to it and all that lies in it, also where a link leads.
  ///
  /// - Parameter seen: the folders that were looked at in the same go.
  /// - Throws: as `checkWay` does.
  public func checkTree(_ folder: String, _ seen: inout SeenFolders) throws {
    try checkWay(to: folder, &seen)
    var entered: Set<[UInt64]> = []
    try checkEntries(of: folder, &entered, &seen)
  }

  private func checkEntries(of folder: String, _ entered: inout Set<[UInt64]>, _ seen: inout SeenFolders) throws {
    for name in FilePath.names(in: folder, limit: .max) {
      let path = FilePath.join(folder, name)
      var status = try Self.status(path, shown: path)
      if status.kind == .link { status = try checkWay(to: path, &seen) }
      try check(path, status)
      // A link may lead round in a circle.
      if status.kind == .folder, entered.insert(status.identity).inserted {
        try checkEntries(of: path, &entered, &seen)
      }
    }
  }

  /// The names on a path, the last one first.
  private static func steps(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).reversed().compactMap { step in
      step.elementsEqual(".".utf8) ? nil : String(Substring(step))
    }
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
