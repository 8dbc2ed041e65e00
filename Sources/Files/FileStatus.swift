import Glibc

/// What the system knows of a file.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case regular, folder, pipe, socket, device
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

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    links = Int(status.st_nlink)
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
  /// - Throws: `SystemError`.
  public static func ifPresent(_ path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    if stat(path, &status) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw .last
  }
}
