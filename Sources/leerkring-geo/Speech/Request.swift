import Glibc

/// What the child is asked, on standard input; numbers are unsigned and little-endian, a text is its length in four bytes and its
/// bytes.
///
/// `bytes of all files` (8), `flags` (4), the driver, the name of the file or folder to open, the count of options and each, the count
/// of files and of each its name and its length (8) and bytes. A name with a slash stands in that folder.
struct Request {
  /// What of it is wanted.
  struct Flags: OptionSet {
    let rawValue: UInt32
    /// The rows of each layer are counted.
    static let counts = Flags(rawValue: 1)
    /// Names of columns are not in UTF-8; each byte goes as the letter of its number.
    static let isRaw = Flags(rawValue: 2)
    /// Rows are their places alone.
    static let placesOnly = Flags(rawValue: 4)
  }

  let flags: Flags
  let driver: String
  let name: String
  let options: [String]
  let files: [(name: String, bytes: UnsafeMutableRawBufferPointer)]

  /// Reads it; nil where it is cut off or not well formed.
  init?() {
    guard let total = Self.number(8) else { return nil }
    Bounds.setMemory(for: total)
    guard let flags = Self.number(4), let driver = Self.text(), let name = Self.text(), let options = Self.number(4),
      options <= 100
    else { return nil }
    self.flags = Flags(rawValue: UInt32(flags))
    self.driver = driver
    self.name = name
    var list: [String] = []
    for _ in 0..<options {
      guard let option = Self.text() else { return nil }
      list.append(option)
    }
    self.options = list
    guard let count = Self.number(4), count <= 100_000 else { return nil }
    var files: [(String, UnsafeMutableRawBufferPointer)] = []
    var left = total
    for _ in 0..<count {
      guard let name = Self.text(), let length = Self.number(8), length <= left,
        // The library gives them free by malloc's counterpart, or never.
        let place = malloc(max(Int(length), 1))
      else { return nil }
      left -= length
      let bytes = UnsafeMutableRawBufferPointer(start: place, count: Int(length))
      guard Self.fill(bytes) else { return nil }
      files.append((name, bytes))
    }
    self.files = files
  }

  /// Reads which layer is wanted next, counted from 0; nil where none is.
  static func nextLayer() -> Int? {
    guard let number = number(4), number < UInt64(UInt32.max) else { return nil }
    return Int(number)
  }

  private static func number(_ width: Int) -> UInt64? {
    guard let bytes = bytes(width) else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func text() -> String? {
    guard let length = number(4), length <= 4096, let bytes = bytes(Int(length)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return bytes.withUnsafeMutableBytes { fill($0) } ? bytes : nil
  }

  private static func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
    var filled = 0
    while filled < buffer.count {
      let got = read(0, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if got > 0 {
        filled += got
      } else if got == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}
