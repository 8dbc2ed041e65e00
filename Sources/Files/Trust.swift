import Glibc
import WorkbenchKit

/// Whether files can have been put where they are by nobody but the user and root: what a module or a file of lines says
/// is done with all the rights of the user.
public struct Trust: Sendable {
  /// The code of its refusals, such as `plugin.unsafe`.
  private let code: String
  private let user: uid_t
  /// Whether a group has the user for its only member.
  private let isPrivate: @Sendable (gid_t) -> Bool

  /// - Parameter code: of the errors with which something is refused.
  public init(_ code: String) {
    self.init(code, user: geteuid()) { $0 == getegid() && PrivateGroup.isOurs }
  }

  init(_ code: String, user: uid_t, isPrivate: @escaping @Sendable (gid_t) -> Bool) {
    self.code = code
    self.user = user
    self.isPrivate = isPrivate
  }

  /// Looks at one file or folder.
  ///
  /// - Parameters:
  ///   - path: for the message.
  ///   - status: what the system says of it.
  ///   - isPassage: whether it is a folder that only leads on. In one that is sticky, as `/tmp` is, others may put
  ///     their own beside what is there, and cannot take that away.
  /// - Throws: a `Diagnostic` where it belongs to somebody else, or somebody else may write to it.
  public func check(_ path: String, _ status: FileStatus, isPassage: Bool = false) throws {
    if status.owner != user, status.owner != 0 { throw foreign(path, status.owner) }
    // A link has no rights of its own.
    if status.kind == .link || isPassage && status.mode & S_ISVTX != 0 { return }
    let isOpenToAll = status.mode & S_IWOTH != 0
    let isOpenToGroup = status.mode & S_IWGRP != 0 && !isPrivate(status.group)
    guard isOpenToAll || isOpenToGroup else { return }
    let who = (isOpenToGroup ? "g" : "") + (isOpenToAll ? "o" : "")
    let owner = UserName.of(status.owner).map { Text(nl: " (van \($0))", en: " (of \($0))") } ?? .verbatim("")
    throw Diagnostic(
      code,
      isOpenToAll
        ? Text(nl: "iedereen mag schrijven in '\(path)'", en: "'\(path)' can be written to by everybody")
        : Text(
          nl: "een groep (gid \(status.group)) mag schrijven in '\(path)'",
          en: "'\(path)' can be written to by a group (gid \(status.group))"),
      wayOut: Text(nl: "doe: chmod \(who)-w '\(path)'", en: "do: chmod \(who)-w '\(path)'") + owner)
  }

  /// Looks at a file that is open, and at all that leads to it: what was looked at is then what is read.
  ///
  /// - Parameters:
  ///   - file: the descriptor with which it will be read or loaded.
  ///   - path: by which it was opened.
  ///   - seen: the folders that were looked at in the same go; those on the way are added.
  /// - Throws: a `Diagnostic` as `check` does, or where something else stands there by now.
  public func check(_ file: OpenFile, at path: String, _ seen: inout SeenFolders) throws {
    let status: FileStatus
    do { status = try file.status() } catch { throw FileProblem.reading(path, at: path, error) }
    let way = try checkWay(to: path, &seen)
    try check(path, status)
    if way.identity != status.identity { throw changed(path) }
  }

  /// As above, with nothing looked at before.
  public func check(_ file: OpenFile, at path: String) throws {
    var seen = SeenFolders()
    try check(file, at: path, &seen)
  }

  func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      code,
      Text(
        nl: "'\(path)' werd een ander bestand terwijl het werd nagekeken",
        en: "'\(path)' became another file while it was looked at"),
      wayOut: Text(nl: "kijk na wie het verving", en: "find out who replaced it"))
  }

  private func foreign(_ path: String, _ owner: uid_t) -> Diagnostic {
    let whose = UserName.of(owner).map { "uid \(owner), \($0)" } ?? "uid \(owner)"
    let name = UserName.of(user) ?? "\(user)"
    return Diagnostic(
      code,
      Text(
        nl: "'\(path)' is van een andere gebruiker (\(whose))", en: "'\(path)' belongs to another user (\(whose))"),
      wayOut: Text(
        nl: "kijk na wat erin staat; is dat goed, doe dan: sudo chown \(name) '\(path)'",
        en: "look at what is in it; if that is right, do: sudo chown \(name) '\(path)'"))
  }
}
