import Files
import Glibc
import WorkbenchKit

/// A plugin folder made for a test: a manifest as the test wants it, and a copy of the module of the fixtures.
///
/// The module holds the plugins `good`, `lying`, `trapping`, `aborting`, `overflowing`, `killed`, `stopped`, `exiting`, `empty` (its entry gives
/// nothing), `entryless`, `foreign` (another fingerprint) and `speechless` (no fingerprint at all).
public struct FixturePlugin: Sendable {
  public var name: String
  public var manifest: [String: JSON]
  public let moduleName = "libFixture.so"

  public init(_ name: String, version: String = "1.0.0", words: [String], schema: Int? = nil) {
    self.name = name
    let summary: JSON = ["nl": "een proef", "en": "a trial"]
    manifest = [
      "format": 1,
      "name": .string(name),
      "version": .string(version),
      "module": .string(moduleName),
      "data": "Data",
      "kit": ["version": .string(Fingerprint.kitVersion), "digest": .string(Fingerprint.digest)],
      "summary": summary,
      "nouns": .array(words.map { ["noun": .string($0), "aliases": [], "summary": summary] }),
      "documents": .array(schema.map { [["name": .string(name), "schema": .number(Double($0))]] } ?? []),
      "permissions": [],
      "licence": "EUPL-1.2",
    ]
  }

  /// The one that does everything right.
  public static let good = FixturePlugin("good", version: "1.2.3", words: ["greet"], schema: 1)

  public static let module: [UInt8] = {
    (try? DiskFiles().bytes(of: "\(Places.build)/libFixturePlugins.so")) ?? []
  }()

  /// Writes the plugin as a build leaves it, into a folder of its own.
  ///
  /// - Returns: the folder in which the module lies, to be looked through.
  @discardableResult public func build(in folder: TemporaryFolder, module: [UInt8] = module) throws -> String {
    let place = folder.folder("build-\(name)")
    let resources = folder.folder("build-\(name)/trial_\(name)Knowledge.resources/Data")
    try write(manifest, to: "\(FilePath.folder(of: resources))/manifest.json")
    try write(module, to: "\(place)/\(moduleName)", 0o755)
    return place
  }

  /// Writes the plugin as `plugin pack` leaves it.
  ///
  /// - Returns: the plugin's folder.
  @discardableResult public func pack(
    in folder: TemporaryFolder, under parent: String = "packed", module: [UInt8] = module, sha256: String? = nil
  ) throws -> String {
    let place = folder.folder("\(parent)/\(name)")
    folder.folder("\(parent)/\(name)/Data")
    var whole = manifest
    whole["sha256"] = .string(sha256 ?? SHA256.hex(module))
    if var kit = whole["kit"]?.object {
      kit["fingerprint"] = kit["fingerprint"] ?? .string(Fingerprint.whole)
      whole["kit"] = .object(kit)
    }
    try write(whole, to: "\(place)/manifest.json")
    try write(module, to: "\(place)/\(moduleName)", 0o755)
    return place
  }

  private func write(_ manifest: [String: JSON], to path: String) throws {
    try write(Array(JSON.object(manifest).canonical.utf8), to: path, 0o644)
  }

  private func write(_ bytes: [UInt8], to path: String, _ mode: mode_t) throws {
    try DiskFiles().write(bytes, to: path, at: nil)
    // Whatever the umask of this start is.
    chmod(path, mode)
  }
}

extension TemporaryFolder {
  /// Makes a folder within this one, those above it too, and returns its path.
  @discardableResult public func folder(_ name: String) -> String {
    var made = path
    for component in name.split(separator: "/") {
      made += "/\(component)"
      mkdir(made, 0o700)
    }
    return made
  }
}
