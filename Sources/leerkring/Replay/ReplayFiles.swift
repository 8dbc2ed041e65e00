import Files
import WorkbenchKit

/// Files as lines that are run anew find them: each where it was found, and none is written.
final class ReplayFiles: FileAccess {
  private let files: any FileAccess
  /// From which other relative paths are seen.
  private let folders: [String]
  /// By the paths of the line at hand where the files are.
  var places: [String: String] = [:]
  /// What would have been written.
  private(set) var unwritten: [String] = []

  init(_ files: any FileAccess, folders: [String]) {
    self.files = files
    self.folders = folders
  }

  func read(_ path: String, at place: Place?) throws -> ReadFile {
    let file = try files.read(target(path), at: place)
    return ReadFile(path: path, bytes: file.bytes, sha256: file.sha256, parts: file.parts)
  }

  func readFolder(_ path: String, at place: Place?) throws -> ReadFile {
    let file = try files.readFolder(target(path), at: place)
    return ReadFile(path: path, bytes: file.bytes, sha256: file.sha256, parts: file.parts)
  }

  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    try files.stored(target(path), at: place)
  }

  func wasRead(_ path: String, sha256: String) { files.wasRead(target(path), sha256: sha256) }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { unwritten.append(path) }

  private func target(_ path: String) -> String {
    if let found = places[path] { return found }
    // What lies beside a file, such as the parts of a shapefile.
    for (given, found) in places where FilePath.folder(of: path) == FilePath.folder(of: given) {
      let beside = FilePath.join(FilePath.folder(of: found), FilePath.name(of: path))
      if FilePresence.exists(beside) { return beside }
    }
    guard !path.hasPrefix("/") else { return path }
    let near = folders.flatMap { [FilePath.join($0, path), FilePath.join($0, FilePath.name(of: path))] }
    return near.first(where: FilePresence.exists) ?? path
  }
}
