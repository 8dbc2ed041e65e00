import Files
import Glibc
import WorkbenchKit

extension Manifest {
  /// Reads and checks a manifest.
  ///
  /// - Parameter path: for the messages only.
  /// - Throws: `plugin.manifest`, with a sentence that names the file and the member that is wrong.
  public init(json bytes: [UInt8], path: String) throws {
    do {
      try self.init(ManifestObject(try JSONReader.parse(bytes)))
    } catch let problem as Diagnostic {
      throw Diagnostic(
        "plugin.manifest",
        Text(nl: "manifest '\(path)': ", en: "manifest '\(path)': ") + problem.message,
        wayOut: problem.wayOut, suggestion: problem.suggestion)
    }
  }

  private init(_ object: ManifestObject) throws {
    // First: what another form means by its other members is not known here.
    let format = try object.integer("format", 1...Int.max)
    guard format == Self.format else {
      throw ManifestObject.problem(
        Text(
          nl: "vorm \(format) is hier onbekend; dit programma leest vorm \(Self.format)",
          en: "form \(format) is unknown here; this program reads form \(Self.format)"))
    }
    name = try object.word("name", ManifestWords.isName, ManifestWords.nameRule)
    version = try object.word("version", ManifestWords.isVersion, ManifestWords.versionRule)
    module = try object.word("module", ManifestWords.isFileName, ManifestWords.fileNameRule)
    data = try object.word("data", ManifestWords.isFileName, ManifestWords.fileNameRule)
    licence = try object.word("licence", { $0.isEmpty || ManifestWords.isLine($0) }, ManifestWords.lineRule)
    summary = try object.text("summary")
    sha256 = try object.optionalWord("sha256", { ManifestWords.isHexadecimal($0, 64) }, ManifestWords.hashRule)

    let kit = try object.object("kit")
    self.kit = Kit(
      version: try kit.word("version", ManifestWords.isVersion, ManifestWords.versionRule),
      digest: try kit.word("digest", { ManifestWords.isHexadecimal($0, 32) }, ManifestWords.digestRule),
      fingerprint: try kit.optionalWord("fingerprint", ManifestWords.isLine, ManifestWords.lineRule))
    try kit.finish()

    nouns = try object.objects("nouns").map { noun in
      let read = Noun(
        noun: try noun.word("noun", ManifestWords.isNoun, ManifestWords.nounRule),
        aliases: try noun.words("aliases", ManifestWords.isNoun, ManifestWords.nounRule),
        summary: try noun.text("summary"))
      try noun.finish()
      return read
    }
    sources = try object.optionalObjects("sources").map { source in
      let read = Source(
        name: try source.word("name", ManifestWords.isName, ManifestWords.nameRule),
        endings: try source.words("endings", ManifestWords.isEnding, ManifestWords.endingRule),
        schemes: try source.optionalWords("schemes", ManifestWords.isEnding, ManifestWords.endingRule),
        magic: try source.words("magic", ManifestWords.isMagic, ManifestWords.magicRule),
        summary: try source.text("summary"))
      try source.finish()
      return read
    }
    sinks = try object.optionalObjects("sinks").map { sink in
      let read = Sink(
        form: try sink.word("form", ManifestWords.isName, ManifestWords.nameRule), summary: try sink.text("summary"))
      try sink.finish()
      return read
    }
    libraries = try object.optionalWords("libraries", ManifestWords.isFileName, ManifestWords.fileNameRule)
    programs = try object.optionalWords("programs", ManifestWords.isFileName, ManifestWords.fileNameRule)
    documents = try object.objects("documents").map { document in
      let read = Document(
        name: try document.word("name", ManifestWords.isName, ManifestWords.nameRule),
        schema: try document.integer("schema", 1...Int.max))
      try document.finish()
      return read
    }
    permissions = try object.words("permissions", { Permission(rawValue: $0) != nil }, ManifestWords.permissionRule)
      .compactMap(Permission.init)
    try object.finish()
    try checkWhole()
  }

  private func checkWhole() throws {
    if nouns.isEmpty, sources.isEmpty, sinks.isEmpty {
      throw ManifestObject.problem(
        Text(nl: "'nouns' noemt geen enkel woord", en: "'nouns' names no word at all"))
    }
    var endings: Set<String> = []
    for ending in sources.flatMap(\.endings) where !endings.insert(ending).inserted {
      throw ManifestObject.problem(
        Text(nl: "'sources' noemt '\(ending)' twee keer", en: "'sources' names '\(ending)' twice"))
    }
    for source in sources where source.endings.isEmpty && source.schemes.isEmpty {
      throw ManifestObject.problem(
        Text(nl: "bron '\(source.name)' noemt geen einde van een naam", en: "source '\(source.name)' names no ending"))
    }
    var seen: Set<String> = []
    for word in words where !seen.insert(word).inserted {
      throw ManifestObject.problem(
        Text(nl: "'nouns' noemt '\(word)' twee keer", en: "'nouns' names '\(word)' twice"))
    }
    // A plugin has one document, under its own name; the list leaves room for more.
    for document in documents where document.name != name {
      throw ManifestObject.problem(
        Text(
          nl: "document '\(document.name)' heet niet zoals de plugin, '\(name)'",
          en: "document '\(document.name)' is not called as the plugin is, '\(name)'"))
    }
    if documents.count > 1 {
      throw ManifestObject.problem(
        Text(nl: "'documents' noemt meer dan één document", en: "'documents' names more than one document"))
    }
  }
}

extension Manifest {
  /// How many bytes a manifest may have; more is no manifest, and reading it would cost every start.
  static let sizeLimit = 1 << 20

  /// Reads and checks the manifest in a file.
  ///
  /// - Throws: `plugin.manifest`, `plugin.missing`.
  public static func read(at path: String) throws -> Manifest { try Manifest(json: bytes(at: path), path: path) }

  /// What stands in the file of a manifest.
  ///
  /// - Throws: `plugin.manifest` where it is too large, `plugin.missing`.
  static func bytes(at path: String) throws -> [UInt8] {
    do {
      let file = try OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      if let bytes = try file.readToEnd(expecting: file.status().size, limit: sizeLimit) { return bytes }
    } catch is SystemError {
      throw FilePaths.unreadable(path)
    }
    throw Diagnostic(
      "plugin.manifest",
      Text(nl: "manifest '\(path)' is te groot", en: "manifest '\(path)' is too large"))
  }
}
