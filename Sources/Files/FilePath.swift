import Glibc

/// Paths as text: joining, taking apart, following links.
public enum FilePath {
  /// Returns the path as seen from a folder; an absolute one stands on its own.
  public static func join(_ folder: String?, _ path: String) -> String {
    guard let folder, !folder.isEmpty, !path.hasPrefix("/") else { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// The folder in which a path's last component stands; `.` where none is named.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of a path.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Follows the symbolic links at the end of a path, also to a file that is not there yet.
  ///
  /// - Throws: `SystemError` (ELOOP where they go round).
  public static func target(of path: String) throws(SystemError) -> String {
    var path = path
    // As many as Linux itself follows.
    for _ in 0..<40 {
      guard let link = link(at: path) else { return path }
      path = join(folder(of: path), link)
    }
    throw SystemError(ELOOP)
  }

  /// The names in a folder, or none where it cannot be read.
  public static func names(in folder: String, limit: Int = 10_000) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Where a symbolic link leads, as it says; nil where there is none.
  static func link(at path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { start in
        start.baseAddress.map { max(0, readlink(path, $0, start.count)) } ?? 0
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
