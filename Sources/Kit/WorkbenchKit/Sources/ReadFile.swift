/// The bytes of a file, with what identifies them.
public struct ReadFile: Sendable {
  /// As it was given.
  public let path: String
  /// What stands in it.
  public let bytes: [UInt8]
  /// 64 hexadecimal digits.
  public let sha256: String
  /// The files that stand in it, by their names alone, where it is a folder; nil of a file.
  public let parts: [ReadFile]?

  /// Makes what was read of a file, or of a folder with the files in it.
  public init(path: String, bytes: [UInt8], sha256: String, parts: [ReadFile]? = nil) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.parts = parts
  }

  /// The last component of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
