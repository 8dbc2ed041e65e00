import Glibc
import WorkbenchKit

/// Whether a file or folder can have been put there by nobody but the user and root: what a module says is done with
/// all the rights of the user.
enum Trust {
  /// What is needed of a file to judge it.
  struct Facts: Sendable, Hashable {
    var owner: uid_t
    var group: gid_t
    /// Permission bits.
    var mode: mode_t
  }

  /// Throws `plugin.unsafe` where somebody else owns the file or may write to it.
  static func check(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    let facts = Facts(owner: status.st_uid, group: status.st_gid, mode: status.st_mode)
    try check(path, facts, user: geteuid()) { group, _ in group == getegid() && ownGroupIsPrivate }
  }

  /// - Parameter isPrivate: whether a group has the user for its only member.
  static func check(_ path: String, _ facts: Facts, user: uid_t, isPrivate: (gid_t, uid_t) -> Bool) throws {
    if facts.owner != user, facts.owner != 0 {
      throw problem(
        Text(
          nl: "'\(path)' is van een andere gebruiker (uid \(facts.owner))",
          en: "'\(path)' belongs to another user (uid \(facts.owner))"))
    }
    if facts.mode & S_IWOTH != 0 {
      throw problem(
        Text(nl: "iedereen mag schrijven in '\(path)'", en: "'\(path)' can be written to by everybody"),
        wayOut: Text(nl: "doe: chmod o-w '\(path)'", en: "do: chmod o-w '\(path)'"))
    }
    if facts.mode & S_IWGRP != 0, !isPrivate(facts.group, user) {
      throw problem(
        Text(
          nl: "een groep (gid \(facts.group)) mag schrijven in '\(path)'",
          en: "'\(path)' can be written to by a group (gid \(facts.group))"),
        wayOut: Text(nl: "doe: chmod g-w '\(path)'", en: "do: chmod g-w '\(path)'"))
    }
  }

  // Asked once: the answer may come over the network.
  private static let ownGroupIsPrivate = isPrivateGroup(getegid(), of: geteuid())

  /// Whether the group is the user's own: the primary one, called as the user is, with no other members.
  static func isPrivateGroup(_ group: gid_t, of user: uid_t) -> Bool {
    guard group == getegid() else { return false }
    var userBuffer = [CChar](repeating: 0, count: 16384)
    var groupBuffer = [CChar](repeating: 0, count: 65536)
    var userEntry = passwd()
    var foundUser: UnsafeMutablePointer<passwd>?
    var groupEntry = Glibc.group()
    var foundGroup: UnsafeMutablePointer<Glibc.group>?
    guard getpwuid_r(user, &userEntry, &userBuffer, userBuffer.count, &foundUser) == 0, foundUser != nil,
      getgrgid_r(group, &groupEntry, &groupBuffer, groupBuffer.count, &foundGroup) == 0, foundGroup != nil,
      userEntry.pw_gid == group, let userName = userEntry.pw_name, let groupName = groupEntry.gr_name,
      strcmp(userName, groupName) == 0
    else { return false }
    var member = groupEntry.gr_mem
    while let name = member?.pointee {
      if strcmp(name, userName) != 0 { return false }
      member = member?.successor()
    }
    return true
  }

  private static func problem(_ text: Text, wayOut: Text? = nil) -> Diagnostic {
    Diagnostic("plugin.unsafe", text, wayOut: wayOut)
  }

  static func unreadable(_ path: String) -> Diagnostic {
    let why = String(cString: strerror(errno))
    return Diagnostic(
      "plugin.missing", Text(nl: "'\(path)' is niet te lezen: \(why)", en: "'\(path)' cannot be read: \(why)"))
  }
}
