import Glibc
import WorkbenchKit

/// A file that is open, whose bytes are read as they are needed. Its digest is worked out beside that.
final class StoredFile: StoredBytes {
  let count: Int
  private let bytes: FileBytes
  private let digest: Beside<Result<String, any Error>>

  /// - Parameters:
  ///   - file: a regular file, open for reading.
  ///   - path: as it was typed.
  ///   - full: as the system is asked for it.
  init(_ file: OpenFile, path: String, at full: String) {
    let bytes = FileBytes(file, path: path, at: full)
    count = bytes.size
    self.bytes = bytes
    digest = Beside { isWanted in Result { try bytes.sha256(isWanted) } }
  }

  func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    try bytes.read(from: start, into: buffer)
  }

  func demandUnchanged() throws { try bytes.demandUnchanged() }

  func sha256() throws -> String { try digest.outcome().get() }
}

/// The bytes of a file, for several threads.
private final class FileBytes: Sendable {
  let size: Int
  private let file: OpenFile
  private let path: String
  private let full: String
  /// When it was changed last, its bytes and what is known of it.
  private let moments: [Int]

  init(_ file: OpenFile, path: String, at full: String) {
    (self.file, self.path, self.full) = (file, path, full)
    (size, moments) = Self.state(file)
  }

  private static func state(_ file: OpenFile) -> (size: Int, moments: [Int]) {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { return (0, []) }
    return (
      Int(status.st_size),
      [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    )
  }

  func demandUnchanged() throws {
    if Self.state(file) != (size, moments) { throw FileProblem.changed(path) }
  }

  func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    let count: Int
    do { count = try file.read(at: start, into: buffer) } catch { throw FileProblem.reading(path, at: full, error) }
    if count < buffer.count { throw FileProblem.changed(path) }
  }

  private static let partLength = 1 << 18

  /// The SHA-256 of all bytes, worked out as long as somebody wants it.
  func sha256(_ isWanted: () -> Bool) throws -> String {
    var stream = SHA256()
    try withUnsafeTemporaryAllocation(byteCount: Self.partLength, alignment: 16) { buffer in
      for start in stride(from: 0, to: size, by: Self.partLength) where isWanted() {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - start))
        try read(from: start, into: part)
        stream.update(UnsafeRawBufferPointer(part))
      }
    }
    return SHA256.hexadecimal(stream.digest())
  }
}
