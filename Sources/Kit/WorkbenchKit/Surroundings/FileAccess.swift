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
