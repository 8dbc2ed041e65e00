@_spi(Host) import WorkbenchKit

extension SessionRecord {
  /// Returns a notebook of the lines that went well: each a cell, without what it gave.
  ///
  /// - Parameters:
  ///   - seed: of the session, where it is not the usual one.
  ///   - earlier: lines that stand before them, with their paths as they are seen from the notebook's folder.
  ///   - moved: the path of a file that was read as it is seen from the notebook's folder.
  public func notebook(
    title: String, language: Language, seed: UInt64?, behind earlier: [String] = [], moved: (String) -> String
  ) -> String {
    var text = NotebookScaffold.head(title: title, language: language, seed: seed) + "\n# \(title)\n"
    for line in earlier { text += Self.cell(line) }
    for entry in entries {
      var line = entry.line
      for path in entry.inputs.sorted(by: { $0.utf8.count > $1.utf8.count }) {
        line = PathWords.replacing(path, by: moved(path), in: line)
      }
      text += Self.cell(line)
    }
    return text
  }

  private static func cell(_ line: String) -> String {
    let fence = CodeFence.around([line])
    return "\n\(fence)leerkring\n\(line)\n\(fence)\n"
  }
}

/// Paths as words of a line.
enum PathWords {
  /// Puts another path in the place of one wherever it stands as a word of its own, or behind `=`.
  static func replacing(_ path: String, by other: String, in line: String) -> String {
    guard path != other, !path.isEmpty else { return line }
    let apart: Set<Character> = [" ", "\t", "\n", "'", "\"", "=", "|", "\\"]
    var result = ""
    var rest = line[...]
    while let found = rest.firstRange(of: path) {
      let before = found.lowerBound == line.startIndex ? nil : line[line.index(before: found.lowerBound)]
      let after = found.upperBound == line.endIndex ? nil : line[found.upperBound]
      let isWord = before.map(apart.contains) ?? true && after.map(apart.contains) ?? true
      let isQuoted = before == "'" || before == "\""
      let typed = isQuoted || !other.contains(where: { $0 == " " || $0 == "#" || $0 == "|" }) ? other : "'\(other)'"
      result += rest[..<found.lowerBound] + (isWord ? typed : path)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  /// A path as it is seen from a folder.
  ///
  /// - Parameters:
  ///   - path: absolute, without links.
  ///   - folder: absolute, without links.
  static func relative(_ path: String, from folder: String) -> String {
    let (target, here) = (path.split(separator: "/"), folder.split(separator: "/"))
    let shared = zip(target, here).prefix { $0 == $1 }.count
    let up = [Substring](repeating: "..", count: here.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }
}

extension SessionRecord {
  /// The path of a file that is there as it is seen from a folder.
  public static func seen(_ path: String, from folder: String) -> String {
    guard let target = RealPath.of(path), let home = RealPath.of(folder) else { return path }
    return PathWords.relative(target, from: home)
  }

  /// The path of a file as it is seen from another folder; one that was given absolute stays so.
  public static func moved(_ path: String, from current: String, to folder: String) -> String {
    guard !path.hasPrefix("/"), let target = RealPath.of("\(current)/\(path)"), let home = RealPath.of(folder)
    else { return path }
    return PathWords.relative(target, from: home)
  }
}
