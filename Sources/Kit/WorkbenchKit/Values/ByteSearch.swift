import Glibc

/// Looking for bytes in bytes, as quick as the system does it.
@_spi(Host) public enum ByteSearch {
  /// Whether bytes stand somewhere in others, one behind the other; no bytes at all stand nowhere.
  public static func holds(_ bytes: [UInt8], _ needle: some Sequence<UInt8>) -> Bool {
    let needle = Array(needle)
    guard let first = needle.first else { return false }
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var offset = 0
      while offset + needle.count <= bytes.count,
        let hit = memchr(base + offset, Int32(first), bytes.count - needle.count + 1 - offset)
      {
        if memcmp(hit, needle, needle.count) == 0 { return true }
        offset = UnsafeRawPointer(hit) - base + 1
      }
      return false
    }
  }
}
