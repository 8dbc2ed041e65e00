/// Which files of a folder use which types that others of its files declare; extensions declare nothing.
struct HouseUses {
  struct Use: Hashable {
    let file: String
    let type: String
    /// The file that declares it.
    let declared: String
  }

  private static let keywords: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]

  /// Relative to the folder.
  let files: [String]
  let uses: [Use]

  init(in folder: String) {
    self.init(
      HouseSources.files(in: folder).map { (String($0.dropFirst(folder.count + 1)), HouseSources.text($0)) })
  }

  /// - Parameter texts: of each file its path and what stands in it.
  init(_ texts: [(file: String, text: String)]) {
    var declared: [String: String] = [:]
    var own: [String: Set<String>] = [:]
    var used: [String: Set<String>] = [:]
    for (file, text) in texts {
      let words = SwiftWords(text).words
      let strings = words.map(\.string)
      for (index, word) in words.enumerated() {
        if index > 0, Self.keywords.contains(strings[index - 1]), !words[index - 1].isMember {
          let isPrivate = index > 1 && ["private", "fileprivate"].contains(strings[index - 2])
          if word.depth == 0, !isPrivate { declared[strings[index]] = file }
          own[file, default: []].insert(strings[index])
        } else if !word.isMember, strings[index].first?.isUppercase == true {
          used[file, default: []].insert(strings[index])
        }
      }
    }
    files = texts.map(\.file)
    uses = files.flatMap { file in
      (used[file] ?? []).subtracting(own[file] ?? []).sorted().compactMap { type in
        declared[type].map { Use(file: file, type: type, declared: $0) }
      }
    }
  }

  /// The folder of a file; of one right in the folder that is looked at, `.`.
  static func folder(_ file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }

  /// The circles of folders that use each other's types, each with its names after each other.
  var circlesOfFolders: Set<String> { circles(Self.folder) }

  /// The circles of files that use each other's types.
  var circlesOfFiles: Set<String> { circles { $0 } }

  private func circles(_ room: (String) -> String) -> Set<String> {
    var needs: [String: Set<String>] = [:]
    for use in uses where room(use.file) != room(use.declared) {
      needs[room(use.file), default: []].insert(room(use.declared))
    }
    // Whatever is reached from a room and reaches it stands in its circle.
    var reached: [String: Set<String>] = [:]
    for room in needs.keys {
      var due = Array(needs[room] ?? [])
      var found: Set<String> = []
      while let next = due.popLast() { if found.insert(next).inserted { due += needs[next] ?? [] } }
      reached[room] = found
    }
    return Set(
      reached.filter { $0.value.contains($0.key) }.map { room, found in
        found.filter { reached[$0]?.contains(room) == true }.sorted().joined(separator: " ")
      })
  }
}
