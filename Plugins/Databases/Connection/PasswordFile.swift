import Glibc

/// The file with passwords that libpq would look into, which only its owner may read.
struct PasswordFile {
  let path: String

  /// - Parameter service: the keywords of the service, which may name a file of its own.
  init?(of service: [String: String]) {
    let path =
      service["passfile"] ?? ServiceFile.environment("PGPASSFILE")
      ?? ServiceFile.environment("HOME").map { "\($0)/.pgpass" }
    guard let path else { return nil }
    self.path = path
  }

  /// Whether others can read it; libpq would then print a warning by itself and go on without it.
  var isOpenToOthers: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & 0o077 != 0
  }
}
