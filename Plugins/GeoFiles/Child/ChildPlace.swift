import Glibc

/// Where the program lies that reads map files, and how long it may take.
struct ChildPlace: Sendable {
  /// What it is called.
  static let name = "leerkring-geo"

  /// The whole path.
  let path: String
  /// What it is told where to find GDAL; nothing has it look everywhere.
  let libraries: [String]
  /// After which it is ended.
  let seconds: Double

  /// - Parameters:
  ///   - path: the whole path; nil for what lies beside the running program.
  ///   - libraries: under which names GDAL is sought; empty for those of every version.
  ///   - seconds: how long a file may take.
  init(path: String? = nil, libraries: [String] = [], seconds: Double = 60) {
    self.path = path ?? Self.beside()
    self.libraries = libraries
    self.seconds = seconds
  }

  /// Whether it is there.
  var exists: Bool { access(path, X_OK) == 0 }

  private static func beside() -> String {
    let own = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { start in
        start.baseAddress.map { max(0, readlink("/proc/self/exe", $0, start.count)) } ?? 0
      }
    }
    let folder = own.prefix(own.lastIndex(of: UInt8(ascii: "/")) ?? 0)
    return String(decoding: folder, as: UTF8.self) + "/" + name
  }
}
