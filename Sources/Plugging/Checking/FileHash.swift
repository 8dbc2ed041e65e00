import Files
import Glibc
import WorkbenchKit

/// SHA-256 of a file of any size, read piece by piece.
enum FileHash {
  /// Returns 64 hexadecimal digits.
  ///
  /// - Throws: `plugin.missing`.
  static func sha256(of path: String) throws -> String {
    do { return try sha256(of: OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)) } catch {
      throw FilePaths.unreadable(path)
    }
  }

  /// Returns 64 hexadecimal digits of all that is in an open file, wherever its position is.
  ///
  /// - Throws: `SystemError`.
  static func sha256(of file: OpenFile) throws(SystemError) -> String {
    var stream = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while true {
      let got = pread(file.descriptor, &piece, piece.count, offset)
      if got == 0 { return SHA256.hexadecimal(stream.digest()) }
      if got < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      stream.update(piece[..<got])
      offset += got
    }
  }
}
