/// Writes a zip archive in memory, part after part; the same parts give the same bytes.
struct ZipArchiveWriter {
  /// Why an archive cannot be written.
  enum Problem: Error, Hashable {
    /// A part, or all of it, is larger than 4 GiB, which most programs cannot open.
    case large
    /// There is no memory.
    case memory
  }

  private struct Entry {
    let name: [UInt8]
    let offset: Int
    /// Whether its bytes stand as they are.
    var isStored = false
    var checksum: UInt32 = 0
    var packed: UInt32 = 0
    var size: UInt32 = 0
  }

  /// 1 January 1980, 0:00, the first time there is in an archive.
  private static let time: [UInt8] = [0, 0, 0x21, 0]

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var deflater: Deflater?
  /// Where the packed bytes of the part under way begin.
  private var start = 0

  init() {}

  /// Begins a part.
  ///
  /// - Parameter name: its path, in ASCII.
  mutating func begin(_ name: String) throws(Problem) {
    guard let deflater = Deflater() else { throw .memory }
    self.deflater = deflater
    let entry = Entry(name: Array(name.utf8), offset: bytes.count)
    entries.append(entry)
    bytes += [0x50, 0x4B, 3, 4]
    append(common(entry))
    append(entry.name)
    start = bytes.count
  }

  /// Adds to the part under way.
  mutating func write(_ more: [UInt8]) throws(Problem) {
    more.withUnsafeBufferPointer { deflater?.take($0, isLast: false, into: &bytes) }
    guard bytes.count <= UInt32.max, (deflater?.size ?? 0) <= UInt32.max else { throw .large }
  }

  /// Ends the part under way.
  mutating func end() throws(Problem) {
    guard let deflater, var entry = entries.popLast() else { return }
    deflater.take(UnsafeBufferPointer(start: nil, count: 0), isLast: true, into: &bytes)
    guard let packed = UInt32(exactly: bytes.count - start), let size = UInt32(exactly: deflater.size),
      bytes.count <= UInt32.max
    else { throw .large }
    (entry.checksum, entry.packed, entry.size) = (deflater.checksum, packed, size)
    let head = common(entry)
    bytes.replaceSubrange(entry.offset + 4..<entry.offset + 4 + head.count, with: head)
    entries.append(entry)
    self.deflater = nil
  }

  /// Adds a whole part.
  mutating func add(_ name: String, _ content: [UInt8]) throws(Problem) {
    try begin(name)
    try write(content)
    try end()
  }

  /// Adds a part that stands in the archive as it is.
  mutating func store(_ name: String, _ content: [UInt8]) throws(Problem) {
    guard let deflater = Deflater(), let size = UInt32(exactly: content.count) else { throw .memory }
    var packed: [UInt8] = []
    content.withUnsafeBufferPointer { deflater.take($0, isLast: true, into: &packed) }
    var entry = Entry(name: Array(name.utf8), offset: bytes.count, isStored: true)
    (entry.checksum, entry.packed, entry.size) = (deflater.checksum, size, size)
    entries.append(entry)
    bytes += [0x50, 0x4B, 3, 4]
    append(common(entry))
    append(entry.name)
    append(content)
  }

  /// Returns the archive.
  mutating func finish() throws(Problem) -> [UInt8] {
    let directory = bytes.count
    for entry in entries {
      bytes += [0x50, 0x4B, 1, 2, 20, 0]
      append(common(entry))
      // No comment, first disk, no attributes.
      bytes += [UInt8](repeating: 0, count: 10)
      append(Self.little(UInt32(truncatingIfNeeded: entry.offset)))
      append(entry.name)
    }
    guard bytes.count <= UInt32.max - 22, let count = UInt16(exactly: entries.count) else { throw .large }
    let counts = [UInt8(count & 0xFF), UInt8(count >> 8)]
    let size = bytes.count - directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + counts + counts
    append(Self.little(UInt32(truncatingIfNeeded: size)))
    append(Self.little(UInt32(truncatingIfNeeded: directory)))
    bytes += [0, 0]
    return bytes
  }

  /// What stands both before a part and in the directory.
  private func common(_ entry: Entry) -> [UInt8] {
    // Version 2.0, no flags, deflated or as it is.
    [20, 0, 0, 0, entry.isStored ? 0 : 8, 0] + Self.time + Self.little(entry.checksum) + Self.little(entry.packed)
      + Self.little(entry.size) + [
        UInt8(truncatingIfNeeded: entry.name.count), UInt8(truncatingIfNeeded: entry.name.count >> 8), 0, 0,
      ]
  }

  private mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  private static func little(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
