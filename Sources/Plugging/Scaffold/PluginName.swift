import WorkbenchKit

/// The name of a plugin to be made, in the forms that its parts need.
struct PluginName: Sendable, Hashable {
  /// As in the manifest; also the first word of its commands and the name of its folder.
  let word: String

  /// What Swift keeps for itself: a module, a variable or a test of that name would not build.
  private static let swiftWords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
    "if", "import", "in", "init", "inout", "internal", "is", "let", "macro", "nil", "operator", "precedencegroup",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "some", "static", "struct", "subscript",
    "super", "switch", "throw", "throws", "true", "try", "type", "typealias", "var", "where", "while",
  ]

  /// - Throws: `plugin.name`, with a name that would do where one is near.
  init(_ word: String) throws {
    guard !Self.swiftWords.contains(word) else {
      throw Diagnostic(
        "plugin.name",
        Text(nl: "'\(word)' is een woord van Swift zelf", en: "'\(word)' is a word of Swift itself"),
        wayOut: Text(nl: "neem er een woord bij, zoals '\(word)-hulp'", en: "add a word, such as '\(word)-help'"))
    }
    guard ManifestWords.isName(word) else {
      throw Diagnostic(
        "plugin.name",
        Text(nl: "'\(word)' is geen naam voor een plugin", en: "'\(word)' is no name for a plugin"),
        wayOut: Text(
          nl: "neem een woord van \(ManifestWords.nameRule.nl), dat met een letter begint en hoogstens 64 lang is",
          en: "take a word of \(ManifestWords.nameRule.en) that begins with a letter and is at most 64 long"),
        suggestion: Self.nearest(word))
    }
    self.word = word
  }

  /// `mantel-zorg` as a Swift type begins: `MantelZorg`.
  private var joined: String {
    word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The Swift module and its type. What follows the name keeps them apart from the kit's own, such as `Table`.
  var type: String { "\(joined)Plugin" }
  /// The C target that carries manifest and data; a build's folder of resources is known by how this ends.
  var carrier: String { "\(joined)Knowledge" }
  var header: String { "\(Manifest.symbolName(word))_knowledge.h" }

  private static func nearest(_ word: String) -> String? {
    let letters: [Character] = word.lowercased().map { "a"..."z" ~= $0 || "0"..."9" ~= $0 ? $0 : "-" }
    let joined = letters.split(separator: "-").map { String($0) }.joined(separator: "-")
    return ManifestWords.isName(joined) ? joined : nil
  }
}
