import Glibc

/// Where a path leads.
@_spi(Host) public enum RealPath {
  /// Returns the absolute path without symbolic links, or nil where there is nothing.
  public static func of(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
