import Files
import Glibc

/// What a person chose for every workspace, kept in the person's folder for state: a name and a value a line.
final class Preferences {
  private let path: String?
  private var values: [String: String]

  /// - Parameter folder: the person's folder for state; nil where nothing is to be kept.
  init(in folder: String?) {
    path = folder.map { "\($0)/preferences" }
    values = [:]
    let bytes = path.flatMap { try? DiskFiles().bytes(of: $0) } ?? []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      values[String(line[..<sign])] = String(line[line.index(after: sign)...])
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// Sets a value, or takes it away.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func set(_ name: String, _ value: String?) throws {
    values[name] = value
    guard let path, let slash = path.lastIndex(of: "/"), StateFolder.make(String(path[..<slash])) else { return }
    let text = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    try AtomicFile.write(Array(text.utf8), to: path, mode: .own)
  }
}
