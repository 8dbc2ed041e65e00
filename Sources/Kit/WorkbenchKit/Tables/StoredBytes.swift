/// Bytes that lie outside memory, such as those of a file, of which a part is read when it is needed.
public protocol StoredBytes: AnyObject, Sendable {
  /// How many there were when they were opened.
  var count: Int { get }

  /// Reads some of them; from several threads at once.
  ///
  /// - Parameters:
  ///   - start: the first, counted from 0.
  ///   - buffer: is filled; it does not reach beyond the last.
  /// - Throws: `file.unreadable`; `file.changed` where there are fewer than before.
  func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) throws

  /// - Throws: `file.changed` where they are not any more what they were when they were opened.
  func demandUnchanged() throws

  /// Returns the SHA-256 of all of them as 64 hexadecimal digits.
  ///
  /// - Throws: what `read` throws.
  func sha256() throws -> String
}
