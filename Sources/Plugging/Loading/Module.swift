import Files
import Glibc
@_spi(Host) import WorkbenchKit

/// A module in the process. It stays there: what Swift made known of its types cannot be taken back, so that dlclose
/// would leave pointers to code that is gone. Withdrawing a plugin withdraws its commands only.
struct Module {
  private let manifest: Manifest
  private let path: String
  // The handle is never closed, so that keeping it as long as the process is right.
  private let handle: UnsafeMutableRawPointer

  /// Loads the file with all its symbols bound, seen by nobody else, and compares the fingerprint before any Swift of
  /// it runs.
  ///
  /// - Throws: `plugin.library`, `plugin.module`, `plugin.symbol`, `plugin.kit`.
  ///
  /// - Parameters:
  ///   - manifest: what it promises.
  ///   - file: the module, as it was looked at.
  ///   - path: by which it was opened.
  init(_ manifest: Manifest, _ file: OpenFile, path: String) throws {
    guard let handle = try Self.load(file, path) else {
      let why = (dlerror().map { String(cString: $0) } ?? path)
        .replacing("/proc/self/fd/\(file.descriptor)", with: path)
      if let missing = SystemLibrary.missing(why) { throw missing }
      throw Diagnostic(
        "plugin.module",
        Text(nl: "de module laadt niet: \(why)", en: "the module does not load: \(why)"))
    }
    self.manifest = manifest
    self.path = path
    self.handle = handle
    typealias Ask = @convention(c) () -> UnsafePointer<CChar>?
    let ask = unsafeBitCast(try symbol(manifest.fingerprintSymbol), to: Ask.self)
    guard let fingerprint = ask() else { throw empty(manifest.fingerprintSymbol) }
    try KitCheck.check(String(cString: fingerprint))
  }

  /// Asks the module for its plugin and lets it register.
  ///
  /// - Throws: `plugin.symbol`; `plugin.entry` where it gives nothing; `plugin.lying`.
  func registrar(dataFolder: String) throws -> Registrar {
    typealias Enter = @convention(c) () -> UnsafeMutableRawPointer?
    let enter = unsafeBitCast(try symbol(manifest.entrySymbol), to: Enter.self)
    guard let box = enter() else { throw empty(manifest.entrySymbol) }
    let plugin = PluginBox.take(box)
    var registrar = Registrar(dataFolder: dataFolder)
    plugin.register(with: &registrar)
    try RegistrationCheck.check(plugin, registrar, against: manifest)
    return registrar
  }

  /// Loads the very file that is open, whatever its path leads to by now.
  private static func load(_ file: OpenFile, _ path: String) throws -> UnsafeMutableRawPointer? {
    // The loader knows a library again by its name: the number of the descriptor must go to no other file.
    _ = Unmanaged.passRetained(file)
    if let handle = dlopen("/proc/self/fd/\(file.descriptor)", RTLD_NOW | RTLD_LOCAL) { return handle }
    // What it needs may lie beside it, where it is looked for by the folder's name ($ORIGIN). In that folder nobody else
    // may write.
    let real = RealPath.of(path) ?? path
    guard let folder = try? OpenFile.open(FilePath.folder(of: real), O_RDONLY | O_DIRECTORY),
      let here = FileIdentity(path: "/proc/self/fd/\(folder.descriptor)/\(FilePath.name(of: real))")
    else { return nil }
    guard here == FileIdentity(file) else {
      throw Diagnostic(
        "plugin.changed",
        Text(
          nl: "'\(path)' is veranderd terwijl het geladen werd", en: "'\(path)' changed while it was being loaded"),
        wayOut: Text(nl: "start leerkring opnieuw", en: "start leerkring again"))
    }
    _ = Unmanaged.passRetained(folder)
    return dlopen("/proc/self/fd/\(folder.descriptor)/\(FilePath.name(of: real))", RTLD_NOW | RTLD_LOCAL)
  }

  private func symbol(_ name: String) throws -> UnsafeMutableRawPointer {
    guard let symbol = dlsym(handle, name) else {
      throw Diagnostic(
        "plugin.symbol",
        Text(nl: "in '\(path)' ontbreekt '\(name)'", en: "'\(name)' is missing in '\(path)'"))
    }
    return symbol
  }

  private func empty(_ name: String) -> Diagnostic {
    Diagnostic(
      "plugin.entry", Text(nl: "'\(name)' in '\(path)' geeft niets", en: "'\(name)' in '\(path)' gives nothing"))
  }
}
