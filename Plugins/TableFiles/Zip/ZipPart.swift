/// One part of a package, as the list at its end tells.
struct ZipPart: Sendable, Hashable {
  /// Its path within the package.
  let name: String
  /// Where it stands in the list.
  let index: Int
  /// Unpacked bytes.
  let size: Int
  /// Bytes that it takes in the package.
  let packedSize: Int
  /// Whether a password shuts it.
  let isEncrypted: Bool

  /// Whether it is a folder.
  var isFolder: Bool { name.hasSuffix("/") }

  /// Whether a path stays within the package.
  static func isInside(_ path: String) -> Bool {
    let steps = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    return !path.hasPrefix("/") && !path.hasPrefix("\\") && !steps.contains("..")
  }
}
