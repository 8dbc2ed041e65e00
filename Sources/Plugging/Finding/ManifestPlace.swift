import Files

/// A manifest that was found, with where its module and its data lie by the layout it was found in.
struct ManifestPlace: Sendable, Hashable {
  enum Layout: Sendable, Hashable {
    /// In a build: the manifest and the data in `X.resources`, the module one folder up, without a SHA-256.
    case built
    /// A folder that holds manifest, module and data together.
    case packed
  }

  let layout: Layout
  /// Without symbolic links.
  let folder: String

  var manifestPath: String { "\(folder)/\(Manifest.fileName)" }

  var moduleFolder: String {
    switch layout {
    case .built: FilePath.folder(of: folder)
    case .packed: folder
    }
  }

  func modulePath(_ manifest: Manifest) -> String { "\(moduleFolder)/\(manifest.module)" }
  func dataFolder(_ manifest: Manifest) -> String { "\(folder)/\(manifest.data)" }

  init(layout: Layout, folder: String) {
    self.layout = layout
    self.folder = folder
  }

  /// Returns the manifests that a place holds: its own, or those of the folders in it.
  static func all(in place: String) -> [ManifestPlace] {
    if let own = ManifestPlace(place) { return [own] }
    return FilePaths.names(in: place).compactMap { name in
      // What a build leaves beside the modules is dozens of folders; only these two kinds can hold a manifest.
      name.hasSuffix(".build") || name.hasSuffix(".product") ? nil : ManifestPlace("\(place)/\(name)")
    }
  }

  private init?(_ folder: String) {
    guard FilePaths.isFile("\(folder)/\(Manifest.fileName)"), let resolved = FilePaths.resolved(folder) else {
      return nil
    }
    self.folder = resolved
    layout = resolved.hasSuffix(Self.buildSuffix) ? .built : .packed
  }

  private static let buildSuffix = "Knowledge.resources"
}
