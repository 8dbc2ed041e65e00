/// What a notebook needs to know of the machine around it.
public struct NotebookSurroundings {
  public var files: FolderFiles
  /// The SHA-256 of bytes in hexadecimal digits.
  public var digest: ([UInt8]) -> String
  /// The version of a plugin that is there; nil where it is not.
  public var pluginVersion: (_ name: String) -> String?
  /// Folders with data that came with plugins: it changes with their versions only, and lies elsewhere on each machine.
  public var pluginData: [String]
  /// The seed that was asked for, which goes before the notebook's own.
  public var seed: UInt64?

  public init(
    files: FolderFiles, digest: @escaping ([UInt8]) -> String, pluginVersion: @escaping (_ name: String) -> String?,
    pluginData: [String] = [], seed: UInt64? = nil
  ) {
    self.pluginData = pluginData
    self.files = files
    self.digest = digest
    self.pluginVersion = pluginVersion
    self.seed = seed
  }

  /// The SHA-256 of a file that a cell reads; nil where it cannot be read.
  public func inputDigest(_ path: String) -> String? { try? files.readFolder(path, at: nil).sha256 }
}
