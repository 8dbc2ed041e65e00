import WorkbenchKit

/// The digests of files as they are now, each read once; nothing else of them is kept.
struct FileDigests {
  private var known: [String: String?] = [:]

  /// Returns the SHA-256 of a file; nil where it cannot be read now.
  mutating func digest(of path: String, in context: Context) -> String? {
    if let digest = known[path] { return digest }
    let digest = Self.read(path, context)
    known[path] = .some(digest)
    return digest
  }

  private static func read(_ path: String, _ context: Context) -> String? {
    guard let file = try? context.files.read(path, at: nil) else { return nil }
    return file.sha256
  }
}
