/// Something that a source says, with a label: a theme, a rung, a figure, a rule.
public struct KnowledgeTerm: NamedItem, FieldItem {
  /// The word by which it is asked for.
  public let id: String
  /// Other words for it.
  public let names: [String]
  /// What a person reads.
  public let label: Text
  /// What the source says of it, where there is more than the label.
  public let what: Statement?
  /// Where it stands: what has no place of its own stands where its statement does.
  public let source: Citation?

  /// Reads one.
  public init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    let own: Citation? = try fields["source"]
    source = own ?? what?.source
  }

  /// Makes one of which there is no more than a label.
  ///
  /// - Parameters:
  ///   - id: as it stands in results.
  ///   - label: what a person reads.
  ///   - source: where it stands.
  public init(id: String, label: Text, source: Citation?) {
    (self.id, names, self.label, what, self.source) = (id, [], label, nil, source)
  }
}

/// A subject on which the sources say something, term by term: a list of a file of the knowledge base.
public struct SourceTopic: NamedItem {
  /// The word by which it is asked for.
  public let id: String
  /// Other words for it.
  public let names: [String]
  /// What a person reads.
  public let label: Text
  private let file: String
  private let list: String

  /// Makes a topic.
  ///
  /// - Parameters:
  ///   - id: as it is typed.
  ///   - names: other words for it.
  ///   - label: what a person reads.
  ///   - file: the file of the knowledge base, without its ending.
  ///   - list: the list in it.
  public init(_ id: String, _ names: [String], _ label: Text, _ file: String, _ list: String) {
    (self.id, self.names, self.label, self.file, self.list) = (id, names, label, file, list)
  }

  /// What the sources say of it.
  ///
  /// - Throws: `knowledge.damaged`.
  public func terms(in context: Context) throws -> [KnowledgeTerm] {
    try context.knowledge.items(file, list: list, in: context)
  }

  /// The answer of a command that tells what the sources say: of a topic its terms, without one the topics.
  ///
  /// - Parameters:
  ///   - topic: what was asked; nil for nothing.
  ///   - all: the topics that there are.
  ///   - namesTerms: whether the words by which terms are typed stand beside them.
  ///   - context: of the command that answers.
  /// - Throws: `knowledge.damaged`.
  public static func answer(
    _ topic: SourceTopic?, of all: [SourceTopic], namesTerms: Bool = true, in context: Context
  ) throws -> Output {
    guard let topic else { return Output(.topics(all, in: context)) }
    let terms = try topic.terms(in: context)
    var columns: [Column] = [
      .texts("item", terms.map(\.id), label: Text(nl: "punt", en: "item")).asDetail(!namesTerms),
      .texts("label", terms.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
    ]
    if terms.contains(where: { $0.what != nil }) {
      columns.append(
        .texts("more", terms.map { $0.what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context))
    }
    columns.append(
      .texts("source", terms.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail())
    return Output([
      .table(Table(title: topic.label, columns: columns)),
      try context.knowledge.sources(terms.map(\.source), in: context),
    ])
  }
}

extension Vocabulary<SourceTopic> {
  /// The topics of a plugin.
  ///
  /// - Parameters:
  ///   - all: in the order in which they are offered.
  ///   - line: what is typed for a list of them.
  public static func topics(_ all: [SourceTopic], listedBy line: String) -> Vocabulary {
    Vocabulary(
      "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
      wayOut: Text(nl: "'\(line)' noemt ze", en: "'\(line)' lists them")
    ) { _ in all }
  }
}

extension Table {
  /// The topics of a command that tells what the sources say.
  ///
  /// - Parameters:
  ///   - topics: in their order.
  ///   - context: in whose language they are labelled.
  public static func topics(_ topics: [some NamedItem], in context: Context) -> Table {
    Table(
      title: Text(nl: "Onderwerpen", en: "Topics"),
      columns: [
        .texts("topic", topics.map(\.id), label: Text(nl: "onderwerp", en: "topic")),
        .texts("label", topics.map(\.label), label: Text(nl: "waarover", en: "about"), in: context),
      ])
  }
}
