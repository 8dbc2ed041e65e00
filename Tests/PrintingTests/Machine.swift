import Glibc

/// What is on the machine that the tests run on.
enum Machine {
  static func has(_ program: String) -> Bool {
    (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }

  static var isRoot: Bool { geteuid() == 0 }

  /// The names of what pages are made in, as far as it is there.
  static func temporaryNames() -> Set<String> {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: Set<String> = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("leerkring-"), !name.hasPrefix("leerkring-test-") { names.insert(name) }
    }
    return names
  }
}
