import Glibc
import WorkbenchKit

/// A library of the system that is opened when something asks for it: without it the rest of the module works.
enum LookedFor {
  case zip, sqlite

  /// The names of its file, those of the versions that are known first.
  private var files: [String] {
    switch self {
    case .zip: ["libzip.so.5", "libzip.so.4", "libzip.so"]
    case .sqlite: ["libsqlite3.so.0", "libsqlite3.so"]
    }
  }

  private var name: String {
    switch self {
    case .zip: "libzip"
    case .sqlite: "SQLite"
    }
  }

  private var package: String {
    switch self {
    case .zip: "libzip4"
    case .sqlite: "libsqlite3-0"
    }
  }

  /// Opens it, and has the functions found in it; it stays open for as long as the process is there.
  ///
  /// - Parameters:
  ///   - what: it is for, as the line has it: `.xlsx`, `to gpkg`.
  ///   - find: whether a library has what is called.
  /// - Throws: `source.module` where there is no such library.
  func open(for what: String, _ find: (UnsafeMutableRawPointer) -> Bool) throws {
    for file in files {
      if let library = dlopen(file, RTLD_NOW | RTLD_LOCAL), find(library) { return }
    }
    throw Diagnostic(
      "source.module",
      Text(
        nl: "voor \(what) is \(name) nodig, en dat is er niet", en: "for \(what) \(name) is needed, and it is not there"
      ),
      wayOut: Text(
        nl: "installeer het met 'apt-get install \(package)'", en: "install it with 'apt-get install \(package)'"))
  }

  /// What a file is called in such an error: by its ending, else by its name.
  static func words(for file: String) -> String {
    let ending = FileEnding.of(file)
    return ending.isEmpty || ending.contains("!") ? "'\(file)'" : ".\(ending)"
  }
}
