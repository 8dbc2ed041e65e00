import Files
import Glibc
import WorkbenchKit

/// A library of the operating system that a module needs or looks for, and how it is had: the one place that knows.
public struct SystemLibrary: SystemPart, Hashable {
  /// As a person calls it.
  public let name: String
  /// What Debian 12 calls it.
  public let package: String
  /// The name of its file; a beginning of it where any version will do.
  let file: String

  private static let known = [
    // Of one that is looked for at run time any version will do.
    SystemLibrary(name: "libzip", package: "libzip4", file: "libzip.so."),
    SystemLibrary(name: "SQLite", package: "libsqlite3-0", file: "libsqlite3.so.0"),
    SystemLibrary(name: "expat", package: "libexpat1", file: "libexpat.so.1"),
    SystemLibrary(name: "zlib", package: "zlib1g", file: "libz.so.1"),
    SystemLibrary(name: "libpq", package: "libpq5", file: "libpq.so.5"),
    SystemLibrary(name: "nettle", package: "libnettle8", file: "libnettle.so.8"),
    SystemLibrary(name: "GDAL", package: "libgdal32", file: "libgdal.so."),
  ]

  /// Finds the library of a file, `libzip.so.4` or only `libgdal.so`; nil for one of which nothing is known here.
  init?(file: String) {
    guard let found = Self.known.first(where: { $0.isMeant(by: file) }) else { return nil }
    self = found
  }

  /// By the name of its file, of any version where that makes no difference, or up to the version as manifests name it.
  private func isMeant(by name: String) -> Bool {
    if name == file || name.hasSuffix(".so") && file.hasPrefix(name + ".") { return true }
    return file.hasSuffix(".") && name.hasPrefix(file) && name.dropFirst(file.count).allSatisfy(\.isNumber)
  }

  private init(name: String, package: String, file: String) {
    self.name = name
    self.package = package
    self.file = file
  }

  /// Whether the loader would find it.
  public var isThere: Bool { LoaderCache.has(file) }

  /// The error of a module that was not loaded for want of a library; nil where the loader's words are about something else.
  static func missing(_ words: String) -> Diagnostic? {
    guard let end = words.firstRange(of: ": cannot open shared object file")?.lowerBound else { return nil }
    let file = String(words[..<end])
    guard !file.contains(" "), !file.contains("/") else { return nil }
    let library = SystemLibrary(file: file)
    let name = library?.name ?? "'\(file)'"
    return Diagnostic(
      "plugin.library",
      Text(
        nl: "de module heeft \(name) nodig, en dat is er niet", en: "the module needs \(name), and it is not there"),
      wayOut: library?.wayOut
        ?? Text(nl: "installeer deze bibliotheek van het systeem", en: "install this library of the system"))
  }
}
