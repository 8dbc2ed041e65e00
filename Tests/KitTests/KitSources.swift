import Files
import Glibc

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

  /// Writes the digest into the header, and with the kit's version into the manifests of the plugins in the tree.
  static func refresh(_ digest: String) throws {
    let version = try quoted(in: header, after: "#define KIT_VERSION \"") ?? ""
    try replace(in: header, between: "#define KIT_DIGEST \"", by: digest)
    for plugin in FilePath.names(in: "\(root)/Plugins") {
      let manifest = "Plugins/\(plugin)/Knowledge/manifest.json"
      guard access("\(root)/\(manifest)", R_OK) == 0 else { continue }
      try replace(in: manifest, between: "\"digest\": \"", by: digest)
      try replace(in: manifest, between: "\"kit\": { \"version\": \"", by: version)
    }
  }

  /// Returns what stands in a checked-in file between a beginning and the next quotation mark.
  static func quoted(in path: String, after beginning: String) throws -> String? {
    let text = String(decoding: try DiskFiles(folder: root).bytes(of: path), as: UTF8.self)
    return text.components(after: beginning)?.inside
  }

  private static func replace(in path: String, between beginning: String, by digest: String) throws {
    let files = DiskFiles(folder: root)
    let text = String(decoding: try files.bytes(of: path), as: UTF8.self)
    guard let parts = text.components(after: beginning), parts.inside != digest else { return }
    try files.write(Array((parts.before + digest + parts.rest).utf8), to: path, at: nil)
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
  /// The text up to and with a beginning, what follows it up to a quotation mark, and the rest.
  fileprivate func components(after beginning: String) -> (before: String, inside: String, rest: String)? {
    guard let start = firstRange(of: beginning)?.upperBound, let end = self[start...].firstIndex(of: "\"") else {
      return nil
    }
    return (String(self[..<start]), String(self[start..<end]), String(self[end...]))
  }

  private func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
