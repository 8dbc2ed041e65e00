import Glibc

/// Whether something stands at a path.
enum FilePresence {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
