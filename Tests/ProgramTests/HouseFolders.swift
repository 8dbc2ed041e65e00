/// Which folders of a station need which, by the types that each declares and uses.
struct HouseFolders {
  /// For each folder those that declare a type which it uses, with an example of such a use.
  private(set) var needs: [String: [String: String]] = [:]

  /// Reads all files under a folder.
  init(of station: String) {
    let files = HouseSources.files(in: station).map { path in
      (path: path, folder: Self.folder(of: path), code: Self.code(HouseSources.text(path)))
    }
    var owners: [Substring: Set<String>] = [:]
    for file in files {
      for name in Self.declared(in: file.code) { owners[Substring(name), default: []].insert(file.folder) }
    }
    for file in files {
      for word in Self.words(in: file.code) {
        guard let declaring = owners[word], !declaring.contains(file.folder) else { continue }
        for owner in declaring { needs[file.folder, default: [:]][owner] = "\(file.path) uses \(word)" }
      }
    }
  }

  /// The uses that lead from a folder back to itself; none where no folders need each other.
  var circles: [String] {
    let reached = needs.keys.reduce(into: [String: Set<String>]()) { $0[$1] = reachable(from: $1) }
    return needs.flatMap { folder, others in
      others.compactMap { other, use in reached[other]?.contains(folder) == true ? use : nil }
    }.sorted()
  }

  private func reachable(from folder: String) -> Set<String> {
    var found: Set<String> = []
    var rest = Array((needs[folder] ?? [:]).keys)
    while let next = rest.popLast() {
      if found.insert(next).inserted { rest += (needs[next] ?? [:]).keys }
    }
    return found
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  // MARK: Text

  /// The lines without comments and without what stands in quotes.
  private static func code(_ text: String) -> [Substring] {
    var isQuoted = false
    return text.split(separator: "\n").map { line in
      if line.contains("\"\"\"") {
        isQuoted.toggle()
        return ""
      }
      guard !isQuoted else { return "" }
      let bare = line.contains("\"") ? Substring(unquoted(line)) : line
      return bare.firstRange(of: "//").map { bare[..<$0.lowerBound] } ?? bare
    }
  }

  private static func unquoted(_ line: Substring) -> String {
    var kept = ""
    var isInside = false
    var isEscaped = false
    for character in line {
      if character == "\"", !isEscaped { isInside.toggle() } else if !isInside { kept.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return kept
  }

  /// The types that are declared at the left edge for more than their file.
  private static func declared(in lines: [Substring]) -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "actor"]
    return lines.compactMap { line in
      guard line.first?.isLetter == true || line.first == "@" else { return nil }
      let words = line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
        words[..<kind].allSatisfy({
          !["import", "private", "fileprivate", "extension", "let", "var", "func"].contains($0)
        })
      else { return nil }
      return String(words[kind + 1])
    }
  }

  private static func words(in lines: [Substring]) -> Set<Substring> {
    lines.reduce(into: []) { found, line in
      for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      where word.first?.isUppercase == true {
        found.insert(word)
      }
    }
  }
}
