/// The bytes of a file, with what identifies them.
public struct ReadFile: Sendable {
  /// As it was given.
  public let path: String
  /// What stands in it.
  public let bytes: [UInt8]
  /// 64 hexadecimal digits.
  public let sha256: String

  /// Makes what was read of a file.
  public init(path: String, bytes: [UInt8], sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The last component of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
