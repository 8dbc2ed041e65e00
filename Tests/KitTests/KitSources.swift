import Files

/// The kit's sources and the places where their digest is checked in.
enum KitSources {
  static let root: String = {
    let here = #filePath
    return FilePath.folder(of: FilePath.folder(of: FilePath.folder(of: here)))
  }()
  static let header = "Sources/Kit/Fingerprint/include/kit_fingerprint.h"

  /// Returns the first 32 hexadecimal digits of the SHA-256 over the paths and the bytes of all sources, in order of
  /// path, without the line that holds the digest itself.
  static func digest() throws -> String {
    var stream = SHA256()
    for path in paths(under: "Sources/Kit").sorted() {
      let bytes = try DiskFiles(folder: root).bytes(of: path)
      stream.update(Array("\(path)\n\(bytes.count)\n".utf8))
      stream.update(path == header ? withoutDigest(bytes) : bytes)
    }
    return String(SHA256.hexadecimal(stream.digest()).prefix(32))
  }

  /// Returns what stands in a checked-in file between a beginning and the next quotation mark.
  static func quoted(in path: String, after beginning: String) throws -> String? {
    let text = String(decoding: try DiskFiles(folder: root).bytes(of: path), as: UTF8.self)
    guard let start = text.firstRange(of: beginning)?.upperBound else { return nil }
    return String(text[start...].prefix { $0 != "\"" })
  }

  private static func paths(under folder: String) -> [String] {
    FilePath.names(in: "\(root)/\(folder)").flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if name.hasPrefix(".") { return [] }
      if (try? FileStatus.of("\(root)/\(path)"))?.kind == .folder { return paths(under: path) }
      return [".swift", ".c", ".h"].contains { name.hasSuffix($0) } ? [path] : []
    }
  }

  private static func withoutDigest(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.filter { !$0.hasPrefix("#define KIT_DIGEST ") }.joined(separator: "\n").utf8)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
