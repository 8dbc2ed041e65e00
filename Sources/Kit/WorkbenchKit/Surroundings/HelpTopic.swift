/// A thing or a term that a plugin knows, as it is found by any of its words: an indicator, a group, an instrument, a form.
public struct HelpTopic: Sendable {
  /// What kind of thing it is, in one word.
  public let kind: Text
  /// What it is called.
  public let label: Text
  /// Its id and other names.
  public let names: [String]
  /// What it is, with where that is said; nil where the sources do not say it.
  public let meaning: Statement?
  /// The line to type that shows it.
  public let line: String

  /// Makes a topic.
  ///
  /// - Parameters:
  ///   - kind: what kind of thing it is, in one word.
  ///   - label: what it is called.
  ///   - names: its id and other names.
  ///   - meaning: what it is, with where that is said; nil where the sources do not say it.
  ///   - line: the line to type that shows it.
  public init(kind: Text, label: Text, names: [String], meaning: Statement? = nil, line: String) {
    self.kind = kind
    self.label = label
    self.names = names
    self.meaning = meaning
    self.line = line
  }

  /// Makes a topic of a thing that is named on lines.
  ///
  /// - Parameters:
  ///   - item: found by its id, its other names and its label.
  ///   - kind: what kind of thing it is, in one word.
  ///   - meaning: what it is, with where that is said; nil where the sources do not say it.
  ///   - line: the line to type that shows it.
  public init(_ item: some NamedItem, kind: Text, meaning: Statement? = nil, line: String) {
    self.init(kind: kind, label: item.label, names: [item.id] + item.names, meaning: meaning, line: line)
  }
}

/// A term of `glossary.json`, with its meaning and where it is said.
public struct GlossaryTerm: NamedItem, FieldItem {
  /// Its key in the file.
  public let id: String
  /// As it is written.
  public let label: Text
  /// Other spellings.
  public let names: [String]
  /// What it means.
  public let meaning: Statement
  /// The line to type that uses it.
  public let line: String

  /// Reads it out of an item of a file.
  public init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    names = try fields["names"] ?? []
    meaning = try fields["meaning"]
    line = try fields["line"]
    guard meaning.source != nil || meaning.isReading else {
      throw FieldProblem(Text(nl: "heeft geen bron", en: "has no source"), at: ["meaning"])
    }
  }

  /// As help finds it.
  public var topic: HelpTopic {
    HelpTopic(self, kind: Text(nl: "begrip", en: "term"), meaning: meaning, line: line)
  }
}
