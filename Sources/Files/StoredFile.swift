import Glibc
import WorkbenchKit

/// A file that is open, whose bytes are read as they are needed. Its digest is worked out beside that.
final class StoredFile: StoredBytes {
  let count: Int
  private let bytes: FileBytes
  private let digest: Beside<Result<String, Diagnostic>>

  /// - Parameters:
  ///   - file: a regular file, open for reading; it is closed with the last who reads it.
  ///   - path: as it was typed.
  ///   - full: as the system is asked for it.
  /// - Throws: `SystemError`.
  init(_ file: OpenFile, path: String, at full: String) throws {
    let bytes = try FileBytes(file, path: path, at: full)
    count = bytes.size
    self.bytes = bytes
    digest = Beside { isWanted in bytes.digest(isWanted) }
  }

  func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    try bytes.read(from: start, into: buffer).get()
  }

  func demandUnchanged() throws { try bytes.demandUnchanged() }

  func sha256() throws -> String { try digest.outcome().get() }
}

/// The bytes of a file by its descriptor, for several threads.
private final class FileBytes: Sendable {
  let size: Int
  private let descriptor: Int32
  private let path: String
  private let full: String
  /// When it was changed last, its bytes and what is known of it.
  private let moments: [Int]

  init(_ file: OpenFile, path: String, at full: String) throws {
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError.last }
    descriptor = copy
    (self.path, self.full) = (path, full)
    (size, moments) = Self.state(copy)
  }

  deinit { close(descriptor) }

  private static func state(_ descriptor: Int32) -> (size: Int, moments: [Int]) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return (0, []) }
    return (
      Int(status.st_size),
      [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    )
  }

  func demandUnchanged() throws(Diagnostic) {
    let now = Self.state(descriptor)
    if now != (size, moments) { throw FileProblem.changed(path) }
  }

  func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) -> Result<Void, Diagnostic> {
    var done = 0
    while done < buffer.count {
      let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, start + done)
      if got > 0 {
        done += got
      } else if got == 0 {
        return .failure(FileProblem.changed(path))
      } else if errno != EINTR {
        return .failure(FileProblem.reading(path, at: full, .last))
      }
    }
    return .success(())
  }

  private static let partLength = 1 << 18

  /// The SHA-256 of all bytes, worked out as long as somebody wants it.
  func digest(_ isWanted: () -> Bool) -> Result<String, Diagnostic> {
    var stream = SHA256()
    return withUnsafeTemporaryAllocation(byteCount: Self.partLength, alignment: 16) { buffer in
      for start in stride(from: 0, to: size, by: Self.partLength) where isWanted() {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - start))
        if case .failure(let problem) = read(from: start, into: part) { return .failure(problem) }
        stream.update(UnsafeRawBufferPointer(part))
      }
      return .success(SHA256.hexadecimal(stream.digest()))
    }
  }
}
