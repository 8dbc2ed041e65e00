import Glibc

/// The group that a user has alone, by the custom of giving each one of his own.
enum PrivateGroup {
  // Asked once: the answer may come over the network.
  static let isOurs = isOwn(getegid(), of: geteuid())

  /// Whether the group is the user's own: the primary one, called as the user is, with no other members.
  static func isOwn(_ group: gid_t, of user: uid_t) -> Bool {
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
}

/// What a user is called.
enum UserName {
  /// Returns the name; nil where nobody has the number.
  static func of(_ user: uid_t) -> String? {
    var buffer = [CChar](repeating: 0, count: 16384)
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
      return nil
    }
    return String(cString: name)
  }
}
