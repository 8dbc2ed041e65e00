import Files
import WorkbenchKit

/// SHA-256 of modules, remembered by what tells one state of a file from another, so that none is read at every start.
struct HashCache {
  private let path: String?
  private var entries: [String: Entry]?

  private struct Entry: Hashable {
    var identity: String
    var sha256: String
  }

  /// - Parameter folder: the person's cache folder; nil remembers nothing.
  init(folder: String?) { path = folder.map { "\($0)/module-hashes.json" } }

  /// Returns the SHA-256 of a file, 64 hexadecimal digits.
  ///
  /// - Parameters:
  ///   - file: what is read.
  ///   - module: the path by which it is remembered.
  /// - Throws: `plugin.missing`.
  mutating func sha256(of file: OpenFile, at module: String) throws -> String {
    guard let identity = FileIdentity(file)?.text else { throw FilePaths.unreadable(module) }
    var known = entries ?? read()
    defer { entries = known }
    if let entry = known[module], entry.identity == identity { return entry.sha256 }
    let sha256: String
    do { sha256 = try FileHash.sha256(of: file) } catch { throw FilePaths.unreadable(module, error) }
    // A file that is changed while it is read is not remembered.
    guard FileIdentity(file)?.text == identity else { return sha256 }
    known[module] = Entry(identity: identity, sha256: sha256)
    write(known)
    return sha256
  }

  /// A cache that others may write to, or that is damaged, counts as empty.
  private func read() -> [String: Entry] {
    guard let path, PrivateFile.isTrusted(path), let bytes = try? PrivateFile.read(path),
      let object = (try? JSONReader.parse(bytes))?.object
    else { return [:] }
    return object.compactMapValues { entry in
      guard let identity = entry["identity"]?.string, let sha256 = entry["sha256"]?.string else { return nil }
      return Entry(identity: identity, sha256: sha256)
    }
  }

  /// What cannot be remembered is computed again next time; that is no error.
  private func write(_ entries: [String: Entry]) {
    guard let path else { return }
    let kept = entries.filter { FilePaths.isFile($0.key) }
    let json = JSON.object(
      kept.mapValues { .object(["identity": .string($0.identity), "sha256": .string($0.sha256)]) })
    try? PrivateFile.write(Array((json.canonical + "\n").utf8), to: path)
  }
}
