import Files
import Glibc
import WorkbenchKit

/// One plugin that was found: what its manifest says, where it lies, how it stands.
public struct FoundPlugin: Sendable {
  /// As in the manifest; of one that cannot be read, the name of its folder.
  public let name: String
  /// Nil where the manifest cannot be read.
  public let manifest: Manifest?
  /// The folder of the manifest, without symbolic links.
  public let folder: String
  let place: ManifestPlace?
  public internal(set) var status: PluginStatus
  /// What stood in the file of the manifest; empty where it cannot be read.
  let written: [UInt8]

  /// Whether manifest, module and data lie together, as `plugin pack` leaves them.
  public var isPacked: Bool { place?.layout == .packed }
  /// Nil where the manifest cannot be read, as is the next.
  public var modulePath: String? { manifest.flatMap { place?.modulePath($0) } }
  public var dataFolder: String? { manifest.flatMap { place?.dataFolder($0) } }

  /// The libraries of the system that the module is linked with or looks for, as far as something is known of them here.
  public var libraries: [SystemLibrary] {
    guard let manifest, let modulePath, let module = try? OpenFile.open(modulePath, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    else { return [] }
    let needed = (try? DynamicSection(module, at: modulePath))?.needed ?? []
    return (needed + manifest.libraries).compactMap(SystemLibrary.init(file:))
  }

  /// The programs of the machine that it looks for, as far as something is known of them here.
  public var programs: [SystemProgram] { (manifest?.programs ?? []).compactMap(SystemProgram.init(named:)) }

  /// What `plugin list` names as its path: the module, else the folder.
  public var path: String { modulePath ?? folder }

  /// The one line that says that it is left out, and why; nil where it is not or the person wanted it so.
  public var notice: Notice? {
    switch status {
    case .available, .loaded, .disabled: nil
    case .refused(let problem):
      Notice(
        .warning,
        Text(nl: "plugin '\(name)' doet niet mee: ", en: "plugin '\(name)' is left out: ") + problem.message)
    case .crashed:
      Notice(
        .warning,
        Text(nl: "plugin '\(name)' doet niet mee: ", en: "plugin '\(name)' is left out: ")
          + (status.reason ?? .verbatim(""))
          + Text(
            nl: " ('\(path)'; 'plugin enable \(name)' probeert het weer)",
            en: " ('\(path)'; 'plugin enable \(name)' tries it again)"))
    }
  }

  init(unreadable place: ManifestPlace, _ problem: Diagnostic) {
    self.init(refused: FilePath.name(of: place.folder), in: place.folder, problem)
  }

  /// A plugin of which there is nothing but its name and the reason why.
  init(refused name: String, in folder: String, _ problem: Diagnostic) {
    self.name = name
    self.folder = folder
    manifest = nil
    place = nil
    written = []
    status = .refused(problem)
  }

  init(_ manifest: Manifest, at place: ManifestPlace, _ status: PluginStatus, _ written: [UInt8]) {
    name = manifest.name
    folder = place.folder
    self.manifest = manifest
    self.place = place
    self.written = written
    self.status = status
  }
}
