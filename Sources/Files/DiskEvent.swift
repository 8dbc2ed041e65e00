/// What was asked of the disk: everything on which it hangs what is left when the power fails.
public enum DiskEvent: Sendable, Hashable {
  /// A file that is there is opened; told only beforehand.
  case opened(String)
  /// A file was made, empty.
  case made(String)
  /// Bytes were written behind those that a file had.
  case wrote(String, [UInt8])
  case cut(String, length: Int)
  /// Whoever asked waited until all that was written to a file was on disk.
  case synced(String)
  case renamed(String, to: String)
  case removed(String)
  /// Whoever asked waited until the names in a folder were on disk.
  case syncedFolder(String)
}
