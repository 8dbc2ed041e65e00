/// A ZIP file of which the parts are stored as they are, for the few kilobytes of a document that pandoc takes its page from.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, 4.3.
public enum ZipArchive {
  static func bytes(_ parts: [(name: String, text: String)]) -> [UInt8] {
    bytes(of: parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// Returns the bytes of the file.
  ///
  /// - Parameter parts: the first stands first, as the form of OpenDocument asks for its `mimetype`.
  public static func bytes(of parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in parts {
      let name = Array(name.utf8)
      // Version 2.0, no flags, stored, 1 January 1980; then the check, both sizes, and how long the name is.
      let about: [UInt8] =
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(check(data)) + four(UInt32(data.count))
        + four(UInt32(data.count)) + two(UInt16(name.count)) + two(0)
      directory +=
        four(0x0201_4B50) + two(20) + about + two(0) + two(0) + two(0) + four(0) + four(UInt32(file.count)) + name
      file += four(0x0403_4B50) + about + name + data
    }
    let count = UInt16(parts.count)
    return file + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
      + four(UInt32(directory.count)) + four(UInt32(file.count)) + two(0)
  }

  /// The same file with one day, 1 January 1980, for all its parts, and otherwise as it is.
  static func withoutTimes(_ archive: [UInt8]) -> [UInt8] {
    var bytes = archive
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    // The end of the directory stands in the last 22 bytes and what is remarked behind it.
    guard let end = bytes.suffix(66_000).ranges(of: four(0x0605_4B50)).last?.lowerBound, end + 22 <= bytes.count else {
      return archive
    }
    let day = two(0) + two(0x21)
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard entry + 46 <= bytes.count else { return archive }
      let part = number(entry + 42, 4)
      guard part + 30 <= bytes.count else { return archive }
      bytes.replaceSubrange(entry + 12..<entry + 16, with: day)
      bytes.replaceSubrange(part + 10..<part + 14, with: day)
      entry += 46 + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2)
    }
    return bytes
  }

  private static func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

  private static func four(_ number: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: number)) + two(UInt16(truncatingIfNeeded: number >> 16))
  }

  /// CRC-32 by the polynomial of ISO 3309.
  private static func check(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
