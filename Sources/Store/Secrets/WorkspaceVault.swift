import Files
import Glibc
import Session
import WorkbenchKit

/// Keeps the secrets of workspaces in a folder of the person's own, a file for each lineage, mode 0600.
///
/// A workspace's file is shared; its key is not. So it stands apart from it, found by the lineage, and goes with the
/// workspace through renaming and copying on this machine, not to another. A workspace that is in no file has its
/// secret in memory until it is kept.
public final class WorkspaceVault: Vault {
  private struct Secret {
    var key = SecretKey()
    var words: [HiddenWord] = []
    var isOnDisk = false
  }

  private let folder: String?
  private var secrets: [String: Secret] = [:]
  private var kept: Set<String> = []

  /// - Parameter folder: is made where it is missing; nil where nothing can be kept.
  public init(folder: String?) { self.folder = folder }

  /// Notes that a workspace stands in a file, so that its secret is to last; one that it has in memory is written.
  public func keep(_ lineage: String) {
    guard kept.insert(lineage).inserted, var secret = secrets[lineage], !secret.isOnDisk else { return }
    if let found = read(lineage) {
      // Words digested under the key of the moment are known to this session only; those on disk go on.
      secrets[lineage] = found
    } else if (try? write(secret, lineage)) != nil {
      secret.isOnDisk = true
      secrets[lineage] = secret
    }
  }

  // MARK: What it is asked

  public func digest(_ message: [UInt8], of lineage: String) -> [UInt8] { secret(lineage).key.digest(message) }

  public func seal(_ message: [UInt8], of lineage: String) -> [UInt8] { secret(lineage).key.seal(message) }

  public func open(_ sealed: [UInt8], of lineage: String) -> [UInt8]? { known(lineage)?.key.open(sealed) }

  public func words(of lineage: String) -> [HiddenWord] { known(lineage)?.words ?? [] }

  public func setWords(_ words: [HiddenWord], of lineage: String) throws {
    var changed = secret(lineage)
    changed.words = words
    if kept.contains(lineage), folder != nil {
      try write(changed, lineage)
      changed.isOnDisk = true
    }
    secrets[lineage] = changed
  }

  public func isLasting(_ lineage: String) -> Bool { known(lineage)?.isOnDisk ?? false }

  // MARK: Finding and making

  /// The secret if there is one; none is made.
  private func known(_ lineage: String) -> Secret? {
    if let secret = secrets[lineage] { return secret }
    guard kept.contains(lineage), let found = read(lineage) else { return nil }
    secrets[lineage] = found
    return found
  }

  private func secret(_ lineage: String) -> Secret {
    if let secret = known(lineage) { return secret }
    var made = Secret()
    if kept.contains(lineage) { made.isOnDisk = (try? write(made, lineage)) != nil }
    secrets[lineage] = made
    return made
  }

  // MARK: The file

  /// A lineage comes out of a file that anybody may have written: nothing of it but letters and digits names a file.
  private func path(_ lineage: String) -> String? {
    let isPlain =
      lineage.utf8.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 } && (8...64).contains(lineage.utf8.count)
    return folder.map { "\($0)/\(isPlain ? lineage : SHA256.hex(Array(lineage.utf8))).json" }
  }

  private func read(_ lineage: String) -> Secret? {
    guard let path = path(lineage), let bytes = try? DiskFiles().bytes(of: path),
      let json = try? JSONReader.parse(bytes), let key = json["key"]?.string.flatMap(SecretKey.init(hexadecimal:))
    else { return nil }
    let words = (json["words"]?.array ?? []).compactMap { word -> HiddenWord? in
      guard let digest = word["digest"]?.string, let length = word["length"]?.int, length > 0 else { return nil }
      return HiddenWord(
        digest: digest, length: length, added: word["added"]?.string ?? "", mayBeFigure: word["figure"]?.bool ?? true)
    }
    return Secret(key: key, words: words, isOnDisk: true)
  }

  private func write(_ secret: Secret, _ lineage: String) throws {
    guard let folder, let path = path(lineage) else { throw Self.unwritable(nil) }
    Self.makeFolder(folder)
    let json: JSON = [
      "format": 1, "key": .string(SHA256.hexadecimal(secret.key.bytes)),
      "words": .array(
        secret.words.map {
          [
            "digest": .string($0.digest), "length": .number(Double($0.length)), "added": .string($0.added),
            "figure": .bool($0.mayBeFigure),
          ]
        }),
    ]
    do { try AtomicFile.write(Array((json.canonical + "\n").utf8), to: path, mode: .own) } catch {
      throw Self.unwritable(path)
    }
  }

  private static func makeFolder(_ folder: String) {
    var path = ""
    for component in folder.split(separator: "/") {
      path += "/\(component)"
      mkdir(path, 0o700)
    }
  }

  private static func unwritable(_ path: String?) -> Diagnostic {
    let place = path.map { "'\($0)'" } ?? "XDG_STATE_HOME"
    return Diagnostic(
      "vault.unwritable",
      Text(
        nl: "de geheimen van deze werkruimte kunnen niet worden bewaard in \(place)",
        en: "the secrets of this workspace cannot be kept in \(place)"),
      wayOut: Text(
        nl: "zet XDG_STATE_HOME op een map waarin u mag schrijven",
        en: "set XDG_STATE_HOME to a folder you may write in"))
  }
}
