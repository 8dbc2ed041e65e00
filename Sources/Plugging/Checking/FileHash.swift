import Files
import Glibc
import WorkbenchKit

/// SHA-256 of a file of any size, read piece by piece.
enum FileHash {
  /// Returns 64 hexadecimal digits.
  ///
  /// - Throws: `plugin.missing`.
  static func sha256(of path: String) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Trust.unreadable(path) }
    defer { close(file) }
    var stream = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = read(file, &piece, piece.count)
      if got == 0 { return SHA256.hexadecimal(stream.digest()) }
      if got < 0 {
        if errno == EINTR { continue }
        throw Trust.unreadable(path)
      }
      stream.update(piece[..<got])
    }
  }
}
