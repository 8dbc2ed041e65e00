import WorkbenchKit

/// What a file says it is, found without reading what is in it.
struct SnapshotHead {
  private(set) var format: String?
  private(set) var version: Int?

  /// - Throws: `json.syntax` where the file is damaged; what it says may stand behind the damage.
  static func read(_ bytes: [UInt8]) throws -> SnapshotHead {
    // The version is the last member of a file that this program wrote; in valid JSON nothing else can end like this.
    let ending = Array("\n  \"version\": \(WorkspaceFormat.version)\n}\n".utf8)
    if bytes.suffix(ending.count).elementsEqual(ending) {
      return SnapshotHead(format: WorkspaceFormat.name, version: WorkspaceFormat.version)
    }
    return try bytes.withUnsafeBufferPointer { buffer in
      var head = SnapshotHead()
      var file = ObjectReader(buffer, at: ByteOrderMark.length(in: buffer))
      try file.object { file, key in
        switch key {
        case "format": head.format = try file.reader.value().string
        case "version": head.version = try file.reader.value().int
        default: _ = try file.reader.skip()
        }
      }
      try file.reader.end()
      return head
    }
  }
}
