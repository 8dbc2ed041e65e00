import Glibc

/// What the child answers, on standard output: frames of a letter, the length in four bytes (little-endian) and so many bytes.
///
/// `l` the layers, `d` the end of a layer's rows and `e` an error are JSON; `r` is a row, see `RowBytes`.
struct Answer {
  /// So much is gathered before it is written.
  private static let most = 1 << 16
  private var bytes: [UInt8] = []

  /// Writes what was gathered; ends the process where nobody reads it.
  mutating func flush() {
    bytes.withUnsafeBytes { buffer in
      var put = 0
      while put < buffer.count {
        let count = write(1, buffer.baseAddress.map { $0 + put }, buffer.count - put)
        if count > 0 {
          put += count
        } else if count == 0 || errno != EINTR {
          _exit(0)
        }
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a frame of JSON, and writes it.
  mutating func tell(_ letter: Character, _ json: JSONText) {
    begin(letter, json.bytes.count)
    bytes += json.bytes
    flush()
  }

  /// Adds a row.
  mutating func add(row: borrowing [UInt8]) {
    begin("r", row.count)
    bytes += row
    if bytes.count >= Self.most { flush() }
  }

  private mutating func begin(_ letter: Character, _ count: Int) {
    bytes.append(letter.asciiValue ?? 0)
    bytes.append(little: UInt32(clamping: count))
  }
}

extension [UInt8] {
  /// Adds the bytes of a number, the smallest first.
  mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
