/// The host's way to files, so that every command reads them under the same rules.
public protocol FileAccess {
  /// Reads a whole file and notes it, with its SHA-256, as an input.
  ///
  /// - Throws: `file.missing`, `file.directory`, `file.special` (pipe, device), `file.unreadable`, `file.toolarge`.
  func read(_ path: String, at place: Place?) throws -> ReadFile

  /// Reads every file that stands right in a folder, and notes them as one input.
  ///
  /// Its digest is that of the lines `sha256sum *` writes there: of each file its digest, two blanks, its name, a line feed, by the
  /// bytes of the names. What stands in folders of the folder, and names that begin with a point, are left out.
  ///
  /// - Throws: what `read` throws; `file.toolarge` where they are more, or more bytes, than may be read.
  func readFolder(_ path: String, at place: Place?) throws -> ReadFile

  /// Opens a large file whose bytes stay where they are, to be read as far as somebody looks at them.
  ///
  /// - Returns: nil of a file that is read whole, and of what is no file.
  /// - Throws: what `read` throws.
  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)?

  /// Is told that a stored file was read.
  ///
  /// - Parameters:
  ///   - path: as it was typed.
  ///   - sha256: its digest, 64 hexadecimal digits.
  func wasRead(_ path: String, sha256: String)

  /// Writes a file so that either the old or the new bytes are there, never a part.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws

  /// Begins a file of which the bytes come some at a time; the old ones are there until it is finished.
  ///
  /// - Returns: nil where a file is written whole or not at all.
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)?
}

/// A file of which the bytes come some at a time. One that is let go before it is finished leaves nothing behind.
public protocol GrowingFile: AnyObject {
  /// Puts bytes behind those that are there.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func append(_ bytes: [UInt8]) throws

  /// Puts the file in its place; nothing comes behind it.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`; then the old file is as it was.
  func finish() throws
}

extension FileAccess {
  /// Files that know of no large ones are read whole.
  public func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { nil }

  /// Nothing is done with it.
  public func wasRead(_ path: String, sha256: String) {}

  /// Files that know of no large ones are written whole.
  public func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? { nil }

  /// Files that know of no folders say what they say of one that is read as a file.
  public func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try read(path, at: place) }
}
