import Glibc

/// A disk of 64 kB that is soon full; only the superuser can have one.
public final class SmallDisk: Sendable {
  private let folder: TemporaryFolder

  /// Mounts the disk; nil where that is not allowed.
  public init?() {
    folder = TemporaryFolder()
    guard geteuid() == 0, mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else { return nil }
  }

  deinit { umount2(folder.path, Int32(MNT_DETACH)) }

  /// The path of a file on the disk.
  public func callAsFunction(_ name: String) -> String { folder(name) }

  public func names() -> [String] { folder.names() }
}
