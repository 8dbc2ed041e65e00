import Files
import Glibc
@_spi(Host) import WorkbenchKit

/// Everything that is looked at before a module is loaded, in the order from cheap to dear.
struct Inspection: Sendable {
  /// One thing that is looked at.
  enum Step: String, Sendable, CaseIterable {
    case kit, rights, module, hash, data

    var label: Text {
      switch self {
      case .kit: Text(nl: "gebouwd voor deze kit", en: "built for this kit")
      case .rights: Text(nl: "door niemand anders te wijzigen", en: "nobody else can change it")
      case .module: Text(nl: "module is heel", en: "module is whole")
      case .hash: Text(nl: "module is de verpakte", en: "module is the packed one")
      case .data: Text(nl: "gegevens zijn er", en: "data are there")
      }
    }
  }

  let manifest: Manifest
  let place: ManifestPlace
  /// What stood in the file of the manifest when it was read; nil where that is not known any more.
  var written: [UInt8]?

  private var modulePath: String { place.modulePath(manifest) }
  static let trust = Trust("plugin.unsafe")

  /// Takes all steps; throws what the first one that fails throws.
  ///
  /// - Parameter libraries: with what was looked at in the same go.
  /// - Returns: the module, open: what was looked at is what is to be loaded.
  func check(_ hashes: inout HashCache, _ libraries: inout NeededLibraries) throws -> OpenFile {
    try KitCheck.check(manifest.kit)
    let module = try openModule()
    for step in Step.allCases { try check(step, module, &hashes, &libraries) }
    return module
  }

  /// As above, with nothing looked at before.
  func check(_ hashes: inout HashCache) throws -> OpenFile {
    var libraries = NeededLibraries(Self.trust)
    return try check(&hashes, &libraries)
  }

  /// Throws a `Diagnostic` of the family `plugin`.
  func check(_ step: Step, _ hashes: inout HashCache) throws {
    switch step {
    case .kit: try KitCheck.check(manifest.kit)
    case .data: try checkData()
    case .rights, .module, .hash:
      var libraries = NeededLibraries(Self.trust)
      try check(step, openModule(), &hashes, &libraries)
    }
  }

  private func check(
    _ step: Step, _ module: OpenFile, _ hashes: inout HashCache, _ libraries: inout NeededLibraries
  ) throws {
    switch step {
    case .kit: try KitCheck.check(manifest.kit)
    case .rights: try checkRights(module, &libraries.folders)
    case .module:
      try ModuleFile.check(module, at: modulePath)
      try libraries.check(module, at: modulePath)
    case .hash: try checkHash(module, &hashes)
    case .data: try checkData()
    }
  }

  private func openModule() throws -> OpenFile {
    do { return try OpenFile.open(modulePath, O_RDONLY | O_NONBLOCK | O_NOCTTY) } catch {
      throw FilePaths.unreadable(modulePath, error)
    }
  }

  /// Everything that is read or loaded, the way to it from the root on, and what lies beside the module.
  private func checkRights(_ module: OpenFile, _ seen: inout SeenFolders) throws {
    try Self.trust.check(module, at: modulePath, &seen)
    try Self.trust.checkWay(to: FilePath.folder(of: RealPath.of(modulePath) ?? modulePath), &seen)
    try Self.trust.checkTree(place.folder, &seen)
    // What was read of it must be what stands there, where nobody else can write.
    let now = try Manifest.bytes(at: place.manifestPath)
    if try now == written || Manifest(json: now, path: place.manifestPath) == manifest { return }
    throw Diagnostic(
      "plugin.changed",
      Text(
        nl: "'\(place.manifestPath)' is veranderd nadat het gelezen werd",
        en: "'\(place.manifestPath)' changed after it was read"),
      wayOut: Text(nl: "start leerkring opnieuw", en: "start leerkring again"))
  }

  /// What lies in a build has no SHA-256: nothing can write it into the manifest after the module is linked.
  var needsHash: Bool { manifest.sha256 != nil || place.layout == .packed }

  private func checkHash(_ module: OpenFile, _ hashes: inout HashCache) throws {
    guard needsHash else { return }
    guard let sha256 = manifest.sha256, manifest.kit.fingerprint != nil else {
      throw Diagnostic(
        "plugin.unpacked",
        Text(
          nl: "in het manifest van een verpakte plugin horen 'sha256' en 'kit.fingerprint'",
          en: "the manifest of a packed plugin needs 'sha256' and 'kit.fingerprint'"),
        wayOut: Text(nl: "verpak de plugin met 'plugin pack'", en: "pack the plugin with 'plugin pack'"))
    }
    let found = try hashes.sha256(of: module, at: modulePath)
    if found == sha256 { return }
    throw Diagnostic(
      "plugin.hash",
      Text(
        nl:
          "'\(modulePath)' is niet de module die verpakt is: SHA-256 is \(found.prefix(12))…, in het manifest staat \(sha256.prefix(12))…",
        en:
          "'\(modulePath)' is not the module that was packed: its SHA-256 is \(found.prefix(12))…, the manifest says \(sha256.prefix(12))…"
      ))
  }

  private func checkData() throws {
    let data = place.dataFolder(manifest)
    if FilePaths.isFolder(data) { return }
    throw Diagnostic(
      "plugin.missing",
      Text(nl: "de map met gegevens '\(data)' is er niet", en: "the folder with data '\(data)' is not there"))
  }
}
