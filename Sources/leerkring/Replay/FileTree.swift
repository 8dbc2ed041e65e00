import Files
import WorkbenchKit

/// The files in a folder and in those under it.
final class FileTree {
  private let paths: [String]
  private var digests: [String: String] = [:]
  private var isDigested = false

  /// - Parameter most: how many files are looked at.
  /// - Throws: `file.missing` for no folder, `Interrupted`.
  init(_ folder: String, most: Int, endings: Set<String>? = nil, _ context: Context) throws {
    guard let kind = try? FileStatus.ifPresent(folder)?.kind, kind == .folder else {
      throw Diagnostic(
        "file.missing", Text(nl: "'\(folder)' is geen map", en: "'\(folder)' is no folder"),
        wayOut: Text(nl: "geef een map die er is", en: "give a folder that is there"))
    }
    var (paths, waiting) = ([String](), [folder])
    while let next = waiting.popLast(), paths.count < most {
      try context.checkInterrupt()
      for name in FilePath.names(in: next, limit: most) where !name.hasPrefix(".") {
        let path = FilePath.join(next, name)
        // A link to a folder above would lead round in a circle.
        switch try? FileStatus.ifPresent(path, followsLinks: false)?.kind {
        case .folder?: waiting.append(path)
        case .regular?:
          if endings.map({ ends in ends.contains { name.hasSuffix($0) } }) ?? true { paths.append(path) }
        default: break
        }
      }
    }
    self.paths = paths.sorted()
  }

  /// All files, by their paths in order.
  var all: [String] { paths }

  /// The SHA-256 of a file, or of a folder of files; nil where it cannot be read.
  static func digest(_ path: String) -> String? { try? DiskFiles().readFolder(path, at: nil).sha256 }

  func files(named name: String) -> [String] { paths.filter { FilePath.name(of: $0) == name } }

  /// The file with such a digest; all are read the first time that one is sought so.
  ///
  /// - Throws: `Interrupted`.
  func file(of sha256: String, _ context: Context) throws -> String? {
    if !isDigested {
      for path in paths {
        try context.checkInterrupt()
        if let digest = Self.digest(path), digests[digest] == nil { digests[digest] = path }
      }
      isDigested = true
    }
    return digests[sha256]
  }
}
