import Files
import WorkbenchKit

/// The files of this machine, of which those that a plugin knows by are read only where nobody else can have written
/// them: looked at are the descriptor that is read and the way to it, each time.
public final class PluginFiles: FileAccess {
  private let files = DiskFiles()
  private let trusted = DiskFiles(trust: Trust("plugin.unsafe"))
  /// The data folders of the plugins that were loaded, each with a slash behind it.
  private var folders: [String] = []

  public init() {}

  /// Makes what lies in a folder be looked at before it is read.
  public func trust(_ folder: String) {
    if !folders.contains(folder + "/") { folders.append(folder + "/") }
  }

  public func read(_ path: String, at place: Place?) throws -> ReadFile {
    try (folders.contains { path.hasPrefix($0) } ? trusted : files).read(path, at: place)
  }

  public func readFolder(_ path: String, at place: Place?) throws -> ReadFile {
    try files.readFolder(path, at: place)
  }

  public func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    try (folders.contains { path.hasPrefix($0) } ? trusted : files).stored(path, at: place)
  }

  public func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    try files.write(bytes, to: path, at: place)
  }
}
