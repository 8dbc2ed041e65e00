import Glibc

/// What the system knows of a file.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case regular, folder, pipe, socket, device
    /// A symbolic link, where it was not followed.
    case link
  }

  public let kind: Kind
  public let size: Int
  /// The twelve bits of permissions.
  public let mode: mode_t
  public let owner: uid_t
  public let group: gid_t
  /// Which device and which file on it: the same for all names of one file.
  public let identity: [UInt64]
  /// How many names the file has; 0 when it was removed.
  public let links: Int
  /// When its bytes were changed last, in seconds and nanoseconds.
  public let modified: [Int]

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFLNK: .link
      default: .device
      }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    links = Int(status.st_nlink)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }

  /// Looks at a path, through symbolic links.
  ///
  /// - Throws: `SystemError`.
  public static func of(_ path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Looks at a path that need not be there.
  ///
  /// - Parameters:
  ///   - path: what is looked at.
  ///   - followsLinks: whether a symbolic link counts as what it leads to.
  /// - Throws: `SystemError`.
  public static func ifPresent(_ path: String, followsLinks: Bool = true) throws(SystemError) -> FileStatus? {
    var status = stat()
    if (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw .last
  }
}
