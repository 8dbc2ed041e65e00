import CSystem
import Glibc
import WorkbenchKit

/// An open file; closed when the last reference to it goes.
public final class OpenFile: Sendable {
  public let descriptor: Int32

  /// As it was opened; empty for a stream.
  private let path: String
  private let watch: DiskWatch?

  private init(_ descriptor: Int32, _ path: String = "", watch: DiskWatch? = nil) {
    self.descriptor = descriptor
    self.path = path
    self.watch = watch
  }

  deinit { close(descriptor) }

  /// Opens a file, never to be inherited by a child.
  ///
  /// - Throws: `SystemError`.
  public static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> OpenFile {
    try open(path, flags, mode: mode, watch: nil)
  }

  static func open(
    _ path: String, _ flags: Int32, mode: mode_t, watch: DiskWatch?
  ) throws(SystemError) -> OpenFile {
    while true {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      if descriptor >= 0 { return OpenFile(descriptor, path, watch: watch) }
      if errno != EINTR { throw .last }
    }
  }

  /// Takes a descriptor that is open already by a copy of its own.
  ///
  /// - Throws: `SystemError`.
  public static func copy(of descriptor: Int32) throws(SystemError) -> OpenFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .last }
    return OpenFile(copy)
  }

  /// What the system knows of the file.
  ///
  /// - Throws: `SystemError`.
  public func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Reads from the present position to the end.
  ///
  /// - Parameters:
  ///   - expecting: how many bytes there will probably be.
  ///   - limit: how many there may be.
  /// - Returns: nil where there are more than the limit.
  /// - Throws: `SystemError`; `Interrupted` where a person interrupted while it waited.
  public func readToEnd(expecting: Int, limit: Int) throws -> [UInt8]? {
    // One byte more than expected, so that the read that finds the end needs no more room.
    var bytes = try chunk(of: min(expecting, limit) + 1)
    guard bytes.count > min(expecting, limit) else { return bytes }
    while bytes.count <= limit {
      let more = try chunk(of: max(65_536, min(bytes.count, limit)))
      if more.isEmpty { return bytes }
      bytes += more
    }
    return nil
  }

  /// Reads the first bytes, wherever the position is.
  ///
  /// - Returns: fewer than asked for where the file ends before.
  /// - Throws: `SystemError`.
  public func readBeginning(_ size: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = try read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Reads bytes from a place on, wherever the position is.
  ///
  /// - Returns: how many; fewer than there is room for where the file ends before.
  /// - Throws: `SystemError`.
  func read(at start: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = pread(descriptor, rest.baseAddress, rest.count, start + count)
      if got > 0 {
        count += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw .last
      }
    }
    return count
  }

  /// Reads until so many bytes are there, or the end.
  private func chunk(of size: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(
          descriptor, UnsafeMutableRawBufferPointer(buffer).baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          throw SystemError.last
        } else if interrupt_count() > 0 {
          throw Interrupted()
        }
      }
    }
  }

  /// Writes all bytes at the present position, in as many turns as it takes.
  ///
  /// - Throws: `SystemError`; then some of the bytes may have been written.
  public func write(_ bytes: some ContiguousBytes) throws {
    try bytes.withRawBytes { whole in
      let (buffer, fault) = faulty(whole)
      var offset = 0
      while offset < buffer.count {
        let put = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if put > 0 {
          offset += put
        } else if put == 0 {
          throw SystemError(ENOSPC)
        } else if errno != EINTR {
          throw SystemError.last
        }
      }
      if buffer.count > 0 || fault == nil { watch?.done(.wrote(path, Array(buffer))) }
      if let fault { throw fault }
    }
  }

  /// What of the bytes is to be written, and the error that is due then, where somebody wants one.
  private func faulty(_ bytes: UnsafeRawBufferPointer) -> (UnsafeRawBufferPointer, SystemError?) {
    guard let watch else { return (bytes, nil) }
    switch watch.fault(.wrote(path, Array(bytes))) {
    case nil: return (bytes, nil)
    case .refused(let error): return (UnsafeRawBufferPointer(rebasing: bytes[..<0]), error)
    case .short(let count, let error): return (UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), error)
    }
  }

  /// Cuts the file off, or stretches it, and sets the position to its end.
  ///
  /// - Throws: `SystemError`.
  public func truncate(to length: Int) throws(SystemError) {
    try watch?.ask(.cut(path, length: length))
    while ftruncate(descriptor, length) != 0 { if errno != EINTR { throw .last } }
    guard lseek(descriptor, length, SEEK_SET) >= 0 else { throw .last }
    watch?.done(.cut(path, length: length))
  }

  /// Waits until all bytes are on disk, the length of the file included.
  ///
  /// - Throws: `SystemError`.
  public func syncData() throws(SystemError) {
    try watch?.ask(.synced(path))
    while fdatasync(descriptor) != 0 { if errno != EINTR { throw .last } }
    watch?.done(.synced(path))
  }

  /// Waits until all bytes and all that is known of the file are on disk.
  ///
  /// - Throws: `SystemError`.
  public func sync() throws(SystemError) {
    try watch?.ask(.synced(path))
    while fsync(descriptor) != 0 { if errno != EINTR { throw .last } }
    watch?.done(.synced(path))
  }
}
