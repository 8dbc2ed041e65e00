import Glibc

/// A file descriptor that text is written to: buffered, flushed after each line of input, quiet when nobody reads.
final class OutputStream {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Set once a write fails: 0 while all is well, else the error number. A closed pipe is no error of ours.
  private(set) var failure: Int32 = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { flush() }
  }

  func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  func flush() {
    if buffer.isEmpty { return }
    guard failure == 0 else {
      buffer.removeAll(keepingCapacity: true)
      return
    }
    var written = 0
    buffer.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&ready, 1, -1)
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
