import Glibc

/// The person's own folder for what the program remembers between two runs.
enum StateFolder {
  /// Makes a folder that only its owner can enter, and those above it; returns whether it is there.
  static func make(_ path: String) -> Bool {
    var made = ""
    for component in path.split(separator: "/") {
      made += "/\(component)"
      mkdir(made, 0o700)
    }
    return access(path, W_OK | X_OK) == 0
  }
}
