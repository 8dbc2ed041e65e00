import Files
@_spi(Host) import WorkbenchKit

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
  static func all(in place: SearchPath.Place) -> [ManifestPlace] {
    switch place.kind {
    case .program:
      // An installed program lies among thousands of others, and its kit elsewhere; nothing is to be looked for there.
      guard FilePaths.isFile("\(place.folder)/libWorkbenchKit.so") else { return [] }
      return within(place.folder).filter { $0.layout == .built }
    case .collection: return within(place.folder)
    case .named: return ManifestPlace(place.folder).map { [$0] } ?? within(place.folder)
    }
  }

  private static func within(_ folder: String) -> [ManifestPlace] {
    FilePaths.names(in: folder).compactMap { name in
      // What a build leaves beside the modules is dozens of folders; these cannot hold a manifest.
      name.hasSuffix(".build") || name.hasSuffix(".product") ? nil : ManifestPlace("\(folder)/\(name)")
    }
  }

  private init?(_ folder: String) {
    guard FilePaths.isFile("\(folder)/\(Manifest.fileName)"), let resolved = RealPath.of(folder) else {
      return nil
    }
    self.folder = resolved
    layout = resolved.hasSuffix(Self.buildSuffix) ? .built : .packed
  }

  private static let buildSuffix = "Knowledge.resources"
}
