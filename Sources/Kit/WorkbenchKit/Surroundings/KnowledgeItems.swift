extension KnowledgeBase {
  /// Returns the content of `NAME.json`.
  ///
  /// - Throws: `knowledge.damaged`, `file.*`.
  public func file(_ name: String, in context: Context) throws -> JSON {
    try file(name, through: context.files)
  }

  /// Returns the items of a list in a file, in their order.
  ///
  /// - Parameters:
  ///   - name: the file without `.json`.
  ///   - list: the member of the file that holds the list; the file's own name where it is not given.
  ///   - type: what each item is read as.
  ///   - context: what the command works in.
  /// - Throws: `knowledge.damaged` where one cannot be read.
  public func items<Item: FieldValue>(
    _ name: String, list: String? = nil, as type: Item.Type = Item.self, in context: Context
  ) throws -> [Item] {
    try read(name, in: context) { try $0[list ?? name] }
  }

  /// Reads something else out of a file.
  ///
  /// - Throws: `knowledge.damaged`.
  public func read<Result>(_ name: String, in context: Context, _ body: (Fields) throws -> Result) throws -> Result {
    let json = try file(name, in: context)
    do { return try body(Fields(json)) } catch let problem as FieldProblem {
      throw Self.damaged(name, .verbatim(": ") + problem.text)
    }
  }

  // MARK: Publications

  /// Returns a publication by its key in `sources.json`; nil where there is none.
  ///
  /// - Throws: `knowledge.damaged`.
  public func publication(_ id: String, in context: Context) throws -> Publication? {
    try read("sources", in: context) { try $0[id] }
  }

  /// Returns a citation as it stands beside a figure or an item: the short title of the publication and the place in it, such as
  /// `Vernieuwingen in het sociaal domein, hoofdstuk 3`.
  ///
  /// - Throws: `knowledge.damaged` where the publication is not in `sources.json`.
  public func words(of citation: Citation, in context: Context) throws -> Text {
    guard let publication = try publication(citation.id, in: context) else { throw Self.missing(citation.id) }
    return .verbatim(publication.shortTitle + ", ") + citation.within
  }

  /// Returns the publications that citations name, each once with all its places, and notes them as sources of the result.
  ///
  /// - Throws: `knowledge.damaged` where one is not in `sources.json`.
  public func sources(_ citations: [Citation?], in context: Context) throws -> Block {
    let sources = try publications(citations, in: context)
    for source in sources { context.workspace.note(source) }
    return .sources(sources)
  }

  /// Returns the publications that citations name, each once with all its places.
  ///
  /// - Throws: `knowledge.damaged` where one is not in `sources.json`.
  public func publications(_ citations: [Citation?], in context: Context) throws -> [Source] {
    var ids: [String] = []
    var places: [String: [String]] = [:]
    for case let citation? in citations {
      let place = citation.within(context.language)
      if places[citation.id] == nil { ids.append(citation.id) }
      if places[citation.id]?.contains(place) != true { places[citation.id, default: []].append(place) }
    }
    return try ids.map { id in
      guard let publication = try publication(id, in: context) else { throw Self.missing(id) }
      return publication.source(id, place: places[id]?.joined(separator: "; "))
    }
  }

  private static func missing(_ id: String) -> Diagnostic {
    damaged("sources", Text(nl: ": '\(id)' ontbreekt", en: ": '\(id)' is missing"))
  }
}

/// A publication as `sources.json` has it.
public struct Publication: Sendable, Hashable, FieldItem {
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// As exact as it is known; empty where it is not.
  public let date: String
  /// Which part of it is meant, where always the same one is.
  public let place: String?
  /// Under which licence it may be used, such as `CC BY 4.0`.
  public let licence: String?

  /// The title without what explains it behind a colon.
  public var shortTitle: String { title.firstRange(of: ": ").map { String(title[..<$0.lowerBound]) } ?? title }

  /// Reads it out of `sources.json`.
  public init(_ fields: Fields) throws {
    title = try fields["title"]
    publisher = try fields["publisher"]
    date = try fields["date"] ?? ""
    place = try fields["place"]
    licence = try fields["licence"]
  }

  /// Returns it as the source of a result.
  ///
  /// - Parameters:
  ///   - id: its key.
  ///   - place: chapter or table, instead of its own.
  public func source(_ id: String, place: String? = nil) -> Source {
    Source(
      id: id, title: title, publisher: publisher, date: date, place: place ?? self.place, licence: licence)
  }
}
