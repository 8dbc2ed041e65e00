import Glibc
import Synchronization
import TestSupport

/// A server at an address that is not this machine's own, which knows no encryption: it says so, and notes what it hears then.
final class ElsewhereServer: Sendable {
  private let address: String
  private let port: UInt16
  private let listener: Int32
  private let noted = Mutex<[String]>([])

  /// What came after it had said that it knows no encryption.
  var heard: [String] { noted.withLock { $0 } }

  /// Nil where this machine has no address but its own.
  init?() {
    guard let address = Self.address(), let (listener, port) = Self.listen(at: address) else { return nil }
    self.address = address
    self.port = port
    self.listener = listener
    // A thread of its own: those of the tests may all be waiting.
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { server in
        server.map { Unmanaged<ElsewhereServer>.fromOpaque($0).takeRetainedValue().serve() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    pthread_detach(thread)
  }

  private func serve() {
    for _ in 0..<4 {
      let guest = accept(listener, nil, nil)
      guard guest >= 0 else { break }
      var bytes = [UInt8](repeating: 0, count: 4096)
      _ = read(guest, &bytes, bytes.count)
      _ = write(guest, "N", 1)
      let count = read(guest, &bytes, bytes.count)
      if count > 0 { noted.withLock { $0.append(String(decoding: bytes[..<count], as: UTF8.self)) } }
      close(guest)
    }
    close(listener)
  }

  /// Adds a service that leads here.
  func note(service: String, in path: String) {
    guard let file = fopen(path, "ae") else { return }
    fputs("[\(service)]\nhost=db.example.nl\nhostaddr=\(address)\nport=\(port)\ndbname=kring\nuser=lezer\n", file)
    fclose(file)
  }

  private static func address() -> String? {
    let run = ChildProcess.run("/bin/hostname", ["-I"])
    return run.output.split(separator: " ").map(String.init).first { $0.contains(".") && !$0.hasPrefix("127.") }
  }

  private static func listen(at address: String) -> (Int32, UInt16)? {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, address, &place.sin_addr)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && Glibc.listen(listener, 4) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { return nil }
    return (listener, UInt16(bigEndian: place.sin_port))
  }
}
