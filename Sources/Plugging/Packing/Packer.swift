import Files
import Glibc
import WorkbenchKit

/// Makes the folder in which a plugin travels: manifest, module and data together.
public enum Packer {
  /// Packs a plugin into a new folder `NAME` in `destination`.
  ///
  /// The manifest gets the SHA-256 of the module and the whole fingerprint of this program, with which the plugin was
  /// seen to load. Folders are made 0755, files 0644, so that nobody else can write to them.
  /// - Returns: the folder that was made.
  /// - Throws: `plugin.exists` where the folder is there already; what reading and writing throw. Then nothing remains.
  public static func pack(_ plugin: FoundPlugin, into destination: String) throws -> String {
    guard var manifest = plugin.manifest, let module = plugin.modulePath, let data = plugin.dataFolder else {
      throw Diagnostic(
        "plugin.manifest",
        Text(
          nl: "plugin '\(plugin.name)' heeft geen leesbaar manifest",
          en: "plugin '\(plugin.name)' has no manifest that can be read"))
    }
    let folder = FilePath.join(destination, plugin.name)
    if FileTree.exists(folder) {
      throw Diagnostic(
        "plugin.exists",
        Text(nl: "'\(folder)' is er al", en: "'\(folder)' is there already"),
        wayOut: Text(nl: "kies een andere map, of haal deze eerst weg", en: "choose another folder, or remove it first")
      )
    }
    // Made under another name, so that a folder that is half done is never taken for a plugin.
    let draft = FilePath.join(destination, ".\(plugin.name).\(getpid())")
    do {
      try FileTree.makeFolder(draft)
      try FileTree.copy(module, to: "\(draft)/\(manifest.module)")
      try FileTree.copy(data, to: "\(draft)/\(manifest.data)")
      manifest.sha256 = try FileHash.sha256(of: "\(draft)/\(manifest.module)")
      manifest.kit.fingerprint = Fingerprint.whole
      try FileTree.write(manifest.written, to: "\(draft)/\(Manifest.fileName)")
      guard rename(draft, folder) == 0 else { throw FileProblem.writing(folder, at: folder, .last) }
    } catch {
      FileTree.remove(draft)
      throw error
    }
    return folder
  }
}
