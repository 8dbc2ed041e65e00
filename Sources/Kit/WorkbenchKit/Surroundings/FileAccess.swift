/// The host's way to files, so that every command reads them under the same rules.
public protocol FileAccess {
  /// Reads a whole file and notes it, with its SHA-256, as an input.
  ///
  /// - Throws: `file.missing`, `file.directory`, `file.special` (pipe, device), `file.unreadable`, `file.toolarge`.
  func read(_ path: String, at place: Place?) throws -> ReadFile

  /// Writes a file so that either the old or the new bytes are there, never a part.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws
}

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
