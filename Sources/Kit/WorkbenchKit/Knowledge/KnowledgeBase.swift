import Synchronization

/// What a plugin knows: JSON files in its data folder, each read when it is first asked for.
///
/// An item that cannot be read is an error that names file and item: a plugin whose data are damaged must not answer as
/// if they were whole.
public final class KnowledgeBase: Sendable {
  /// The folder with the files.
  public let folder: String
  private let files = Mutex<[String: JSON]>([:])
  private let made = Mutex<[String: any Sendable]>([:])

  /// Makes the knowledge base of a folder; nothing is read yet.
  public init(folder: String) { self.folder = folder }

  /// Returns the content of `NAME.json`.
  ///
  /// - Throws: `knowledge.damaged`, `file.*`.
  public func file(_ name: String, in context: Context) throws -> JSON {
    if let known = files.withLock({ $0[name] }) { return known }
    let bytes = try context.files.read("\(folder)/\(name).json", at: nil).bytes
    let json: JSON
    do { json = try JSONReader.parse(bytes) } catch let error as Diagnostic {
      throw Self.damaged(name, .verbatim(": ") + error.message)
    }
    files.withLock { $0[name] = json }
    return json
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

  /// Returns what is put together out of files, which happens once.
  ///
  /// - Parameters:
  ///   - name: what it is kept under.
  ///   - make: puts it together when it is first asked for.
  /// - Throws: what `make` throws; then nothing is kept.
  public func derived<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let known = made.withLock({ $0[name] }) as? Value { return known }
    let value = try make()
    made.withLock { $0[name] = value }
    return value
  }

  /// The error of a file, with what is wrong in it.
  @_spi(Host) public static func damaged(_ name: String, _ what: Text) -> Diagnostic {
    Diagnostic(
      "knowledge.damaged",
      Text(nl: "'\(name).json' van de plugin is beschadigd", en: "'\(name).json' of the plugin is damaged") + what,
      wayOut: Text(
        nl: "installeer de plugin opnieuw; 'plugin doctor' kijkt alles na",
        en: "install the plugin anew; 'plugin doctor' checks everything"))
  }

  // MARK: Publications

  /// Returns a publication by its key in `sources.json`; nil where there is none.
  ///
  /// - Throws: `knowledge.damaged`.
  public func publication(_ id: String, in context: Context) throws -> Publication? {
    try read("sources", in: context) { try $0[id] }
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
      guard let publication = try publication(id, in: context) else {
        throw Self.damaged("sources", Text(nl: ": '\(id)' ontbreekt", en: ": '\(id)' is missing"))
      }
      return publication.source(id, place: places[id]?.joined(separator: "; "))
    }
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
