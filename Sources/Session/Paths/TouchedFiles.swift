@_spi(Host) import WorkbenchKit

/// The files that a session read or wrote, by the paths that were given.
final class TouchedFiles {
  /// Where each is, without links.
  private(set) var places: [String: String] = [:]
  /// The digest of each that was read, by where it is.
  private(set) var digests: [String: String] = [:]

  /// Notes a path that led to something.
  ///
  /// - Parameter folder: from which relative paths are seen; nil for the one in which the program stands.
  /// - Returns: where it is, the first time that it is noted.
  @discardableResult func note(_ path: String, in folder: String?) -> String? {
    guard places[path] == nil, !path.isEmpty, !path.utf8.contains(0) else { return nil }
    let whole = path.hasPrefix("/") ? path : "\(folder ?? ".")/\(path)"
    guard let place = RealPath.of(whole) else { return nil }
    places[path] = place
    return place
  }

  /// Notes what stood in a file.
  func note(_ sha256: String, at place: String) { digests[place] = sha256 }
}

/// Files of which it is noted which were read and written.
struct NotingFiles: FileAccess {
  let files: any FileAccess
  let touched: TouchedFiles
  let folder: String?
  /// Is given where a file is that was read, the first time, with its digest.
  var onRead: ((_ sha256: String, _ place: String) -> Void)?
  /// Gives a page that is written the files on which it rests.
  var marking: ((_ page: String) -> String)?

  func read(_ path: String, at place: Place?) throws -> ReadFile { noted(try files.read(path, at: place), path) }

  func readFolder(_ path: String, at place: Place?) throws -> ReadFile {
    noted(try files.readFolder(path, at: place), path)
  }

  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { try files.stored(path, at: place) }

  func wasRead(_ path: String, sha256: String) {
    files.wasRead(path, sha256: sha256)
    guard let found = touched.note(path, in: folder) else { return }
    touched.note(sha256, at: found)
    onRead?(sha256, found)
  }

  private func noted(_ file: ReadFile, _ path: String) -> ReadFile {
    wasRead(path, sha256: file.sha256)
    return file
  }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    try files.write(marked(bytes), to: path, at: place)
    touched.note(path, in: folder)
  }

  func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? {
    try files.begin(path, at: place).map { FileWithEnd($0) { touched.note(path, in: folder) } }
  }

  private func marked(_ bytes: [UInt8]) -> [UInt8] {
    guard let marking, bytes.starts(with: "<!DOCTYPE html>".utf8), let page = String(validating: bytes, as: UTF8.self)
    else {
      return bytes
    }
    return Array(marking(page).utf8)
  }
}
