/// The names of the members of one object, to find one that stands twice without slowing down the reading of records.
///
/// What is kept of a name is 64 bits: among a million names two are taken for one once in 37 million files.
struct NamesSeen {
  private var few: [UInt64] = []
  private var many: Set<UInt64> = []

  /// - Parameter spelling: the name as it stands in the file, between its quotes.
  mutating func isNew(_ name: String, spelled spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    let digest = Self.digest(spelling) ?? Self.digest(name)
    if few.count == 64 {
      if many.isEmpty { many = Set(few) }
      return many.insert(digest).inserted
    }
    if few.contains(digest) { return false }
    if few.isEmpty { few.reserveCapacity(16) }
    few.append(digest)
    return true
  }

  /// Nil for a name that can be spelled in more than one way: with escapes, or with letters beyond ASCII.
  private static func digest(_ bytes: some Sequence<UInt8>) -> UInt64? {
    // FNV-1a.
    var digest: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes {
      if byte >= 0x80 || byte == UInt8(ascii: "\\") { return nil }
      digest = (digest ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return digest
  }

  private static func digest(_ name: String) -> UInt64 {
    digest(name.utf8) ?? UInt64(bitPattern: Int64(name.hashValue))
  }
}
