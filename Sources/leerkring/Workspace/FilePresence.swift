import Glibc

/// Whether something stands at a path.
enum FilePresence {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether two paths lead to one file.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
