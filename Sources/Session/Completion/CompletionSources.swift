import WorkbenchKit

/// A file or folder that a path can lead to.
public struct CompletionFile: Sendable, Hashable {
  public let name: String
  public let isFolder: Bool

  public init(name: String, isFolder: Bool) {
    self.name = name
    self.isFolder = isFolder
  }
}

/// What a session holds that can be typed: names, tables, files.
struct CompletionSources {
  let session: Session
  /// Lists a folder; the empty path is the one in which the program runs.
  let entries: (_ folder: String) -> [CompletionFile]

  func completion(_ begun: BegunWord, _ options: [CompletionOption], expected: Text? = nil) -> Completion? {
    Completion(begun, among: options, language: session.language, expected: expected)
  }

  /// Returns what of a person's own names may be offered: none in which something hidden stands, and no hidden words beside
  /// one.
  func shown(_ options: [CompletionOption]) -> [CompletionOption] {
    guard session.redactor?.isEmpty == false else { return options }
    return options.filter { session.redacted($0.word) == $0.word }.map { option in
      var option = option
      option.about = option.about.map { Text(nl: session.redacted($0.nl), en: session.redacted($0.en)) }
      return option
    }
  }

  /// What `let` and `keep` remember, as it is typed.
  func names() -> [CompletionOption] {
    var options = session.remembered.map { name, remembered in
      switch remembered {
      case .value(let value): CompletionOption(word: "$" + name, about: .verbatim(value.plain))
      case .result(let result): CompletionOption(word: "$" + name, about: .verbatim(result.line))
      }
    }
    let kept = session.workspace.parts.keys.filter { $0.section == .results && session.remembered[$0.name] == nil }
    options += kept.map {
      CompletionOption(word: "$" + $0.name, about: Text(nl: "bewaarde uitkomst", en: "kept result"))
    }
    return shown(options).sorted { $0.word < $1.word }
  }

  func tables() -> [CompletionOption] {
    shown(session.workspace.parts.keys.filter { $0.section == .tables }.map { CompletionOption(word: $0.name) })
      .sorted { $0.word < $1.word }
  }

  /// The files that a begun path can lead to; hidden ones where a dot is typed.
  func files(_ begun: String) -> [CompletionOption] {
    let slash = begun.lastIndex(of: "/")
    let folder = slash.map { String(begun[...$0]) } ?? ""
    let showsHidden = begun[(slash.map { begun.index(after: $0) } ?? begun.startIndex)...].hasPrefix(".")
    let all = entries(folder)
    let names = Set(all.map(\.name))
    return shown(
      all.filter { $0.name.hasPrefix(".") == showsHidden && !Self.isCompanion($0.name, of: names) }.map { entry in
        CompletionOption(word: folder + entry.name + (entry.isFolder ? "/" : ""), ending: entry.isFolder ? "" : " ")
      })
  }

  /// Whether a file is one that a workspace beside it keeps for itself.
  private static func isCompanion(_ name: String, of names: Set<String>) -> Bool {
    [".lock", ".journal"].contains { name.hasSuffix($0) && names.contains(String(name.dropLast($0.count))) }
  }
}
