import Files
import Glibc
import WorkbenchKit

/// The lines that were typed, kept between prompts in a file that only its owner can read.
///
/// What other prompts add meanwhile is not seen by this one; at the end the lines of both are in the file, those of
/// this one last. Of lines that are the same the last stays.
final class HistoryFile {
  static let limit = 5_000

  private let path: String?
  /// What becomes of every line before it is written, those of other prompts too.
  private var changing: (String) -> String = { $0 }
  /// The oldest first.
  private(set) var lines: [String] = []
  /// What was typed at this prompt.
  private var own: [String] = []

  /// - Parameter folder: the person's folder for state; nil where nothing is to be kept.
  init(in folder: String?) {
    path = folder.flatMap { StateFolder.make($0) ? "\($0)/history" : nil }
    lines = path.map(Self.read) ?? []
  }

  /// Adds a statement, its lines parted by `\n`.
  func add(_ statement: String) {
    guard statement.contains(where: { !$0.isWhitespace }) else { return }
    lines = Self.merged(lines, [statement])
    own = Self.merged(own, [statement])
  }

  /// Changes every line that is known, and every one that is written from now on.
  func change(_ changing: @escaping (String) -> String) {
    self.changing = changing
    lines = Self.merged([], lines.map(changing))
    own = Self.merged([], own.map(changing))
  }

  /// Writes what was typed here behind what is in the file by now.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func save() throws {
    guard let path, !own.isEmpty else { return }
    let lock = try? OpenFile.open(path + ".lock", O_RDWR | O_CREAT, mode: 0o600)
    if let lock { while flock(lock.descriptor, LOCK_EX) != 0, errno == EINTR {} }
    let all = Self.merged(Self.read(path).map(changing), own).suffix(Self.limit)
    try AtomicFile.write(Array(all.map { Self.escaped($0) + "\n" }.joined().utf8), to: path, mode: .own)
    // One that was there may have been open to others.
    chmod(path, 0o600)
    own = []
  }

  private static func merged(_ earlier: [String], _ later: [String]) -> [String] {
    let new = Set(later)
    return earlier.filter { !new.contains($0) } + later
  }

  // MARK: Form: one statement a line, with \n and \\ for what would part it

  private static func read(_ path: String) -> [String] {
    guard let bytes = try? DiskFiles().bytes(of: path) else { return [] }
    return bytes.split(separator: 0x0A).map { unescaped(String(decoding: $0, as: UTF8.self)) }.suffix(limit)
  }

  private static func escaped(_ statement: String) -> String {
    statement.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
  }

  private static func unescaped(_ line: String) -> String {
    guard line.contains("\\") else { return line }
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
