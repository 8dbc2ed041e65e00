import Files
import WorkbenchKit

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

  private var modulePath: String { place.modulePath(manifest) }

  /// Takes all steps; throws what the first one that fails throws.
  func check(_ hashes: inout HashCache) throws {
    for step in Step.allCases { try check(step, &hashes) }
  }

  /// Throws a `Diagnostic` of the family `plugin`.
  func check(_ step: Step, _ hashes: inout HashCache) throws {
    switch step {
    case .kit: try KitCheck.check(manifest.kit)
    case .rights: try checkRights()
    case .module: try ModuleFile.check(modulePath)
    case .hash: try checkHash(&hashes)
    case .data: try checkData()
    }
  }

  private func checkRights() throws {
    guard let module = FilePaths.resolved(modulePath) else { throw Trust.unreadable(modulePath) }
    var looked: Set<String> = []
    let data = FilePaths.resolved(place.dataFolder(manifest))
    for path in [FilePath.folder(of: module), module, place.folder, place.manifestPath] + (data.map { [$0] } ?? [])
    where looked.insert(path).inserted {
      try Trust.check(path)
    }
  }

  /// What lies in a build has no SHA-256: nothing can write it into the manifest after the module is linked.
  var needsHash: Bool { manifest.sha256 != nil || place.layout == .packed }

  private func checkHash(_ hashes: inout HashCache) throws {
    guard needsHash else { return }
    guard let sha256 = manifest.sha256, manifest.kit.fingerprint != nil else {
      throw Diagnostic(
        "plugin.unpacked",
        Text(
          nl: "in het manifest van een verpakte plugin horen 'sha256' en 'kit.fingerprint'",
          en: "the manifest of a packed plugin needs 'sha256' and 'kit.fingerprint'"),
        wayOut: Text(nl: "verpak de plugin met 'plugin pack'", en: "pack the plugin with 'plugin pack'"))
    }
    let found = try hashes.sha256(of: modulePath)
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
