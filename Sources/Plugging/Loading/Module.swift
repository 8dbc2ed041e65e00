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
  /// - Throws: `plugin.module`, `plugin.symbol`, `plugin.kit`.
  init(_ manifest: Manifest, path: String) throws {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let why = dlerror().map { String(cString: $0) } ?? path
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
