import Session
import WorkbenchKit

/// `leerkring [OPTIONS] notebook VERB …`: the command that stands behind the program's name, and the program's own
/// options, which may stand before it and behind it.
struct NotebookInvocation {
  /// The program's options, without the command.
  let options: [String]
  /// The command, from its noun on.
  let words: [String]

  private static let nouns = ["notebook", "notitieboek"]
  /// Options of the program that may stand behind the command; what the command calls so itself is its own.
  private static let movable: Set<String> = ["lang", "seed", "plugin", "safe", "json", "no-input"]

  /// Nil where the arguments are no such command.
  init?(_ arguments: [String]) {
    // Mostly there is none, and which options there are need not be known yet.
    guard arguments.contains(where: Self.nouns.contains) else { return nil }
    var options: [String] = []
    var rest = arguments[...]
    var own: [String] = []
    while let word = rest.first, word.hasPrefix("-"), word != "--" {
      rest = rest.dropFirst()
      let value = GroupedOptions.takesNext(word) ? rest.popFirst() : nil
      // The workspace is the one that the notebook is run in, wherever it is said.
      let isWorkspace = Self.name(word) == "workspace" || word == "-w"
      if isWorkspace {
        own += [word] + (value.map { [$0] } ?? [])
      } else {
        options += [word] + (value.map { [$0] } ?? [])
      }
    }
    guard let noun = rest.first, Self.nouns.contains(noun) else { return nil }
    var words = [noun]
    rest = rest.dropFirst()
    while let word = rest.popFirst() {
      if word == "--" {
        words += [word] + rest
        break
      }
      guard let name = Self.name(word), Self.movable.contains(name) else {
        words.append(word)
        continue
      }
      options.append(word)
      if GroupedOptions.takesNext(word), let value = rest.popFirst() { options.append(value) }
    }
    if let help = words.firstIndex(where: { ["--help", "-h"].contains($0) }) {
      // Of all that stands before it the verb alone names a command.
      words = ["help"] + words[..<min(help, 2)]
    }
    self.options = options
    self.words = words + own
  }

  private static func name(_ word: String) -> String? {
    guard word.hasPrefix("--") else { return nil }
    return String(word.dropFirst(2).prefix { $0 != "=" })
  }
}
